package org.separatrix.core.interval;

import org.separatrix.core.formula.ElementaryFunction;

/**
 * What the nodes of an expression mean: an arithmetic in which it can be evaluated.
 *
 * @param <T> the numbers
 */
public interface Algebra<T> {
  /** Returns a number. */
  T constant(double value);

  /** Returns a coordinate, counted from 0. */
  T variable(int index);

  /** Returns a + b. */
  T sum(T a, T b);

  /** Returns a b. */
  T product(T a, T b);

  /** Returns a power with a constant exponent. */
  T power(T base, double exponent);

  /** Returns a function of an argument. */
  T apply(ElementaryFunction function, T argument);
}
