@NullMarked
package org.separatrix.bench.report;

import org.jspecify.annotations.NullMarked;
