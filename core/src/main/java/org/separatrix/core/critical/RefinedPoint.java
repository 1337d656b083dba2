package org.separatrix.core.critical;

import org.jspecify.annotations.Nullable;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * A point where Newton's method ended because the gradient cannot be made smaller. Immutable but
 * for the assessment, which is worked out when it is first asked for; serves several threads.
 */
final class RefinedPoint {
  private final PointFunction function;
  private final double[] x;
  private final double[] gradient;
  private final double[][] hessian;
  private final double immediateNoise;
  private final double noise;
  private final SymmetricEigen eigen;
  private @Nullable Assessment assessment;

  private RefinedPoint(
      PointFunction function, double[] x, double[][] hessian, SymmetricEigen eigen) {
    this.function = function;
    this.x = x.clone();
    this.hessian = hessian;
    this.eigen = eigen;
    gradient = function.gradient(x);
    GradientNoise levels = new GradientNoise(function);
    immediateNoise = levels.immediate(x, gradient, hessian);
    noise = Math.max(immediateNoise, levels.nearby(x));
  }

  /**
   * Returns the point at given coordinates.
   *
   * @throws IllegalArgumentException if the Hessian is not finite there
   */
  static RefinedPoint at(PointFunction function, double[] x) {
    double[][] hessian = function.hessian(x);
    return at(function, x, hessian, SymmetricEigen.of(hessian));
  }

  /** Returns the point at given coordinates, whose eigenproblem is solved already. */
  static RefinedPoint at(
      PointFunction function, double[] x, double[][] hessian, SymmetricEigen eigen) {
    return new RefinedPoint(function, x, hessian, eigen);
  }

  /** Returns the coordinates, fresh, length d. */
  double[] x() {
    return x.clone();
  }

  /** Returns the gradient there, fresh, length d. */
  double[] gradient() {
    return gradient.clone();
  }

  double gradientNorm() {
    return PointFunction.norm(gradient);
  }

  /** Returns the rounding level of the gradient there. */
  double noise() {
    return noise;
  }

  /** Returns the rounding level of the gradient as it shows a few ulps away. */
  double immediateNoise() {
    return immediateNoise;
  }

  /** Returns the Hessian there, d x d, not to be modified. */
  double[][] hessian() {
    return hessian;
  }

  /** Returns the eigenvalues and eigenvectors of the Hessian there. */
  SymmetricEigen eigen() {
    return eigen;
  }

  synchronized Assessment assessment() {
    Assessment known = assessment;
    if (known == null) {
      known = new Classifier(function).assess(this);
      assessment = known;
    }
    return known;
  }
}
