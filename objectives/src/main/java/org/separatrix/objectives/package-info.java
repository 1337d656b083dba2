/**
 * Functions to minimise: formulas, the test functions of the literature with what is known about
 * them, and functions made of matrix products.
 */
@NullMarked
package org.separatrix.objectives;

import org.jspecify.annotations.NullMarked;
