/**
 * Interval arithmetic: what is computed from intervals, vectors and matrices of them contains every
 * real result, rounding included, so that a statement about an enclosure is a theorem about the
 * function.
 */
@NullMarked
package org.separatrix.core.interval;

import org.jspecify.annotations.NullMarked;
