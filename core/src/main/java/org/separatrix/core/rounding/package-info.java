/**
 * How far what is computed in double arithmetic lies from what is meant, for all points of a box:
 * of a formula's gradient, and of a method's step.
 */
@NullMarked
package org.separatrix.core.rounding;

import org.jspecify.annotations.NullMarked;
