package org.separatrix.core.interval;

import org.separatrix.core.formula.ElementaryFunction;

/**
 * What the nodes of an expression mean: an arithmetic in which it can be evaluated.
 *
 * @param <T> the numbers
 */
interface Algebra<T> {
  T constant(double value);

  T variable(int index);

  T sum(T a, T b);

  T product(T a, T b);

  T power(T base, double exponent);

  T apply(ElementaryFunction function, T argument);
}
