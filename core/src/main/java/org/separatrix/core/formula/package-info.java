/**
 * Formulas: from their text to an expression with exact derivatives, and to its evaluation on
 * blocks of points.
 */
@NullMarked
package org.separatrix.core.formula;

import org.jspecify.annotations.NullMarked;
