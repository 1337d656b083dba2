/**
 * Certified bounds over boxes by branch and bound: the Lipschitz constants of gradient and Hessian,
 * the extreme eigenvalues of the Hessian, and the proof that a method never leaves a box. Every
 * bound is a theorem about the function, rounding included; how tight it is, it says.
 */
@NullMarked
package org.separatrix.core.bound;

import org.jspecify.annotations.NullMarked;
