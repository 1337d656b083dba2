/** Tables, plots, and the machine that they belong to. */
@NullMarked
package org.separatrix.bench.report;

import org.jspecify.annotations.NullMarked;
