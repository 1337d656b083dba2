package org.separatrix.core.formula;

/**
 * One method for each kind of {@link Expression}.
 *
 * @param <R> what the methods return
 */
public interface ExpressionVisitor<R> {
  /** Visits a number. */
  R constant(Expression.Constant constant);

  /** Visits a coordinate. */
  R variable(Expression.Variable variable);

  /** Visits a sum. */
  R sum(Expression.Sum sum);

  /** Visits a product. */
  R product(Expression.Product product);

  /** Visits a power with a constant exponent. */
  R power(Expression.Power power);

  /** Visits a function of one argument. */
  R application(Expression.Application application);
}
