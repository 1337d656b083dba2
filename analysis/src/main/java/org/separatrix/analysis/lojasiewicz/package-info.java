/** Degenerate minima: the rate at which runs approach them, slower than any linear one. */
@NullMarked
package org.separatrix.analysis.lojasiewicz;

import org.jspecify.annotations.NullMarked;
