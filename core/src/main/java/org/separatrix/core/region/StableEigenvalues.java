package org.separatrix.core.region;

import java.util.Optional;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;

/**
 * The Hessian eigenvalues at which a method with one or two state vectors is stable: 0 &lt; lambda
 * &lt; bound, all eigenvalues of A + lambda B C inside the unit circle.
 *
 * <p>For n = 1 that is |A + lambda B C| &lt; 1. For n = 2, with trace t and determinant D, it is
 * Jury's criterion 1 - t + D &gt; 0, 1 + t + D &gt; 0, 1 - D &gt; 0 (Elaydi, An Introduction to
 * Difference Equations, section 5.1). All of these are affine in lambda. A state at rest makes the
 * first one vanish at lambda = 0; it has the sign of its slope beyond.
 *
 * <p>Scaling B by tau scales lambda. So at a minimum whose largest eigenvalue is lambda_max, the
 * largest step is bound / lambda_max times the method's own: gradient descent has alpha bound = 2,
 * heavy ball 2 (1 + beta).
 *
 * @param bound encloses the least upper bound of the stable eigenvalues
 */
public record StableEigenvalues(Interval bound) {
  /**
   * Returns the range of a method.
   *
   * @return nothing if n &gt; 2, or if the method is not certainly stable for small lambda &gt; 0
   */
  public static Optional<StableEigenvalues> of(LinearMethod method) {
    MethodMatrices matrices = MethodMatrices.of(method);
    AffineDeterminant determinant = AffineDeterminant.of(matrices);
    IntervalMatrix a = matrices.a();
    return switch (a.rows()) {
      case 1 -> ofOne(determinant);
      case 2 -> ofTwo(determinant, a.get(0, 0).plus(a.get(1, 1)), matrices.b().dot(matrices.c()));
      default -> Optional.empty();
    };
  }

  /** Returns a step, as a multiple of the method's own, up to which it is certainly stable. */
  public double largestScale(Interval largestEigenvalue) {
    return bound.dividedBy(largestEigenvalue).low();
  }

  private static Optional<StableEigenvalues> ofOne(AffineDeterminant map) {
    return map.constant().equals(Interval.ONE) && map.slope().high() < 0
        ? Optional.of(new StableEigenvalues(Interval.point(2).dividedBy(map.slope().negated())))
        : Optional.empty();
  }

  private static Optional<StableEigenvalues> ofTwo(
      AffineDeterminant determinant, Interval trace, Interval traceSlope) {
    Interval d = determinant.constant();
    Interval slope = determinant.slope();
    Interval atRest = slope.minus(traceSlope);
    Interval other = Interval.ONE.plus(trace).plus(d);
    Interval rotation = Interval.ONE.minus(d);
    if (!(atRest.low() > 0 && other.low() > 0 && rotation.low() > 0)) {
      return Optional.empty();
    }
    Interval first = root(other, slope.plus(traceSlope));
    Interval second = root(rotation, slope.negated());
    return Optional.of(
        new StableEigenvalues(
            new Interval(
                Math.min(first.low(), second.low()), Math.min(first.high(), second.high()))));
  }

  /** Encloses where a positive number plus a slope times lambda becomes 0, far away if never. */
  private static Interval root(Interval constant, Interval slope) {
    Interval falling = slope.negated();
    if (falling.high() <= 0) {
      return new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY);
    }
    return falling.low() > 0
        ? constant.dividedBy(falling)
        : new Interval(
            constant.dividedBy(Interval.point(falling.high())).low(), Double.POSITIVE_INFINITY);
  }
}
