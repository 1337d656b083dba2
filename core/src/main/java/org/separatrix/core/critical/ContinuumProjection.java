package org.separatrix.core.critical;

import java.util.Optional;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * Takes points near a continuum of critical points to it, by Newton's method across it: in the
 * eigenvectors of the Hessian whose eigenvalues are not nearly zero.
 *
 * <p>It answers only where nothing about the point is in doubt, and then with a fraction of the
 * work of {@link NewtonSearch} and {@link Classifier}, which decide the rest.
 */
final class ContinuumProjection {
  private static final int MOST_STEPS = 4;

  /** Eigenvalues above and below, relative to the Hessian's norm, are nonzero and zero. */
  private static final double NONZERO = 1e-3;

  private static final double ZERO = 1e-6;

  private final PointFunction function;

  ContinuumProjection(PointFunction function) {
    this.function = function;
  }

  /**
   * A critical point with null directions.
   *
   * @param x coordinates; not modified
   * @param negative number of negative eigenvalues of the Hessian
   * @param zero number of those that are zero, at least one
   */
  record Projection(double[] x, int negative, int zero) {}

  /**
   * Projects a point.
   *
   * @param start the point, length d; not modified
   * @return empty if it is in doubt where that is, or that it is of a continuum
   */
  Optional<Projection> of(double[] start) {
    function.checkCancelled();
    double[] x = start;
    double[] gradient = function.gradient(x);
    double[][] hessian = function.hessian(x);
    for (int step = 0; step < MOST_STEPS && PointFunction.isFinite(hessian); step++) {
      SymmetricEigen eigen = SymmetricEigen.of(hessian);
      double[] next = acrossNullDirections(eigen, gradient, x);
      double[] nextGradient = function.gradient(next);
      double[][] nextHessian = function.hessian(next);
      boolean critical =
          PointFunction.norm(nextGradient) <= NewtonSearch.zeroLevel(function, eigen, next);
      if (critical && Hessians.largestChange(hessian, nextHessian) <= ZERO * eigen.spectralNorm()) {
        return classified(next, eigen);
      }
      x = next;
      gradient = nextGradient;
      hessian = nextHessian;
    }
    return Optional.empty();
  }

  private static double[] acrossNullDirections(SymmetricEigen eigen, double[] g, double[] x) {
    double[] c = eigen.coefficients(g);
    for (int j = 0; j < c.length; j++) {
      double lambda = eigen.value(j);
      boolean nonzero = Math.abs(lambda) >= NONZERO * eigen.spectralNorm();
      c[j] = nonzero ? -c[j] / lambda : 0;
    }
    double[] next = eigen.combination(c);
    for (int k = 0; k < next.length; k++) {
      next[k] += x[k];
    }
    return next;
  }

  private static Optional<Projection> classified(double[] x, SymmetricEigen eigen) {
    double norm = eigen.spectralNorm();
    int negative = 0;
    int zero = 0;
    for (int j = 0; j < x.length; j++) {
      double modulus = Math.abs(eigen.value(j));
      if (modulus <= ZERO * norm) {
        zero++;
      } else if (modulus < NONZERO * norm) {
        return Optional.empty();
      } else if (eigen.value(j) < 0) {
        negative++;
      }
    }
    return zero > 0 ? Optional.of(new Projection(x, negative, zero)) : Optional.empty();
  }
}
