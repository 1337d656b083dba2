/**
 * All critical points of a function in a box, with proof: branch and bound on the interval gradient
 * finds where they are, Krawczyk's operator proves that each exists and is the only one around, and
 * enclosures of the Hessian give its Morse index. What cannot be decided is listed with its extent,
 * so that a census without such regions is a theorem.
 */
@NullMarked
package org.separatrix.core.census;

import org.jspecify.annotations.NullMarked;
