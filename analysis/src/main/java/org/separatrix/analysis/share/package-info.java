/** Controls whose share of runs at a point that should repel is positive. */
@NullMarked
package org.separatrix.analysis.share;

import org.jspecify.annotations.NullMarked;
