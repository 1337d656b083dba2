package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * Decides the kind of a critical point from the signs of the Hessian's eigenvalues, as far as
 * floating-point arithmetic can tell them.
 *
 * <p>The gradient along the eigenvector v_j is known to eta_j = |v_j'g| + 4 n, with n its rounding
 * level, so the critical point lies about delta_j = eta_j / |lambda_j| away, and at least the
 * resolution of the coordinates. The sign of lambda_j is decided if |lambda_j| is above the
 * rounding level of the Hessian, and the j-th eigenvalue at x +- 4 delta_j v_j still has that sign
 * and half the modulus. At a degenerate root |y|^p the distance to the root is (p - 1) delta, so
 * this test does not pass there, however close Newton's method came.
 *
 * <p>An eigenvalue of undecided sign is numerically zero if it is below 10^-5 of the curvature in
 * the neighbourhood. A negative eigenvalue makes the point strict; without one, a numerically zero
 * eigenvalue makes it degenerate, and an undecided eigenvalue that is larger leaves it undecided.
 */
final class Classifier {
  /** Safety factor on the distance to the critical point. */
  private static final double REACH = 4;

  /** Numerically zero, relative to the curvature in the neighbourhood. */
  private static final double NUMERICALLY_ZERO = 1e-5;

  /** Size of that neighbourhood, relative to the length scale. */
  private static final double NEIGHBOURHOOD = 0.05;

  /** At most so many eigenvalues, the smallest, have their persistence tested, */
  private static final int TESTED = 32;

  /** fewer in high dimension, where each takes two Hessians: so many entries of them in all. */
  private static final int TESTED_COORDINATES = 8192;

  private static final int FEWEST_TESTED = 4;

  /** Uncertainty is measured up to this fraction of the length scale. */
  private static final double LARGEST_RADIUS = 1e-3;

  private enum Sign {
    NEGATIVE,
    ZERO,
    UNDECIDED,
    POSITIVE
  }

  private final PointFunction function;

  Classifier(PointFunction function) {
    this.function = function;
  }

  Assessment assess(RefinedPoint point) {
    SymmetricEigen eigen = point.eigen();
    double[] x = point.x();
    double[] c = eigen.coefficients(point.gradient());
    double level = function.hessianNoise(x, eigen.spectralNorm());
    double radius = 0;
    int d = x.length;
    Sign[] signs = new Sign[d];
    int tested = Math.max(FEWEST_TESTED, Math.min(TESTED, TESTED_COORDINATES / d));
    double[][] hessian = function.hessian(x);
    Integer[] order = IntStream.range(0, d).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(j -> Math.abs(eigen.value(j))));
    for (int rank = 0; rank < d; rank++) {
      int j = order[rank];
      double lambda = eigen.value(j);
      double delta =
          Math.max(
              (Math.abs(c[j]) + Rounding.LEVELS * point.noise()) / Math.abs(lambda),
              Rounding.LEVELS * Rounding.EPSILON * function.scale(x));
      boolean decided =
          Math.abs(lambda) > level
              && (rank >= tested
                  || (persists(point, hessian, j, REACH * delta)
                      && persists(point, hessian, j, -REACH * delta)));
      if (decided) {
        signs[j] = lambda < 0 ? Sign.NEGATIVE : Sign.POSITIVE;
        radius = Math.max(radius, REACH * delta);
      } else {
        signs[j] =
            Math.abs(lambda) <= NUMERICALLY_ZERO * curvature(x, eigen, j)
                ? Sign.ZERO
                : Sign.UNDECIDED;
        radius = Math.max(radius, flatDistance(point, j));
      }
    }
    return new Assessment(
        kind(signs), count(signs, Sign.NEGATIVE), count(signs, Sign.ZERO), radius);
  }

  /**
   * Tells whether an eigenvalue keeps its sign and half its modulus at a distance.
   *
   * <p>A bound of the change is tried first, since it takes no eigenproblem.
   */
  private boolean persists(RefinedPoint point, double[][] hessian, int j, double t) {
    function.checkCancelled();
    double[][] moved = hessianAt(point.x(), point.eigen(), j, t);
    if (!PointFunction.isFinite(moved)) {
      return false;
    }
    double lambda = point.eigen().value(j);
    return Hessians.largestChange(hessian, moved) <= Math.abs(lambda) / 2
        || Math.abs(SymmetricEigen.of(moved).value(j) - lambda) <= Math.abs(lambda) / 2;
  }

  private double curvature(double[] x, SymmetricEigen eigen, int j) {
    double largest = eigen.spectralNorm();
    for (int side = -1; side <= 1; side += 2) {
      double[][] hessian = hessianAt(x, eigen, j, side * NEIGHBOURHOOD * function.scale(x));
      if (PointFunction.isFinite(hessian)) {
        largest = Math.max(largest, SymmetricEigen.of(hessian).spectralNorm());
      }
    }
    return largest;
  }

  private double[][] hessianAt(double[] x, SymmetricEigen eigen, int j, double t) {
    double[] moved = eigen.vector(j);
    for (int k = 0; k < moved.length; k++) {
      moved[k] = Math.fma(t, moved[k], x[k]);
    }
    return function.hessian(moved);
  }

  /** Returns how far along an eigenvector, to either side, the gradient is within its noise. */
  private double flatDistance(RefinedPoint point, int j) {
    double scale = function.scale(point.x());
    double smallest = Rounding.LEVELS * Rounding.EPSILON * scale;
    int doublings = (int) Math.ceil(Math.log(LARGEST_RADIUS * scale / smallest) / Math.log(2));
    double[] t = new double[2 * doublings];
    for (int i = 0; i < doublings; i++) {
      t[2 * i] = Math.scalb(smallest, i);
      t[2 * i + 1] = -t[2 * i];
    }
    double flat = Rounding.LEVELS * (point.gradientNorm() + point.noise());
    double[] norms = function.gradientNormsAlong(point.x(), point.eigen().vector(j), t);
    double distance = smallest;
    for (int side = 0; side < 2; side++) {
      for (int i = side; i < t.length && norms[i] <= flat; i += 2) {
        distance = Math.max(distance, Math.abs(t[i]));
      }
    }
    return distance;
  }

  private static CriticalPointKind kind(Sign[] signs) {
    int negative = count(signs, Sign.NEGATIVE);
    if (negative == signs.length) {
      return CriticalPointKind.LOCAL_MAXIMUM;
    }
    if (negative > 0) {
      return CriticalPointKind.STRICT_SADDLE;
    }
    if (count(signs, Sign.UNDECIDED) > 0) {
      return CriticalPointKind.UNDECIDED;
    }
    return count(signs, Sign.ZERO) > 0
        ? CriticalPointKind.DEGENERATE
        : CriticalPointKind.LOCAL_MINIMUM;
  }

  private static int count(Sign[] signs, Sign sign) {
    return (int) Arrays.stream(signs).filter(each -> each == sign).count();
  }
}
