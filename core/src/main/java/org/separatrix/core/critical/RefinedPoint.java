package org.separatrix.core.critical;

import org.separatrix.core.linalg.SymmetricEigen;

/**
 * A point where Newton's method ended because the gradient cannot be made smaller.
 *
 * @param x coordinates, length d; copied
 * @param gradient the gradient there, length d; copied
 * @param noise rounding level of the gradient there
 * @param eigen eigenvalues and eigenvectors of the Hessian there
 * @param lastStep Euclidean length of the last Newton step, a bound on the distance to the critical
 *     point up to a small factor
 * @param iterations number of Newton steps
 */
record RefinedPoint(
    double[] x,
    double[] gradient,
    double noise,
    SymmetricEigen eigen,
    double lastStep,
    int iterations) {
  RefinedPoint {
    x = x.clone();
    gradient = gradient.clone();
  }

  /**
   * Returns the point at given coordinates.
   *
   * @throws IllegalArgumentException if the Hessian is not finite there
   */
  static RefinedPoint at(PointFunction function, double[] x, double lastStep, int iterations) {
    double[] gradient = function.gradient(x);
    double[][] hessian = function.hessian(x);
    return new RefinedPoint(
        x,
        gradient,
        new GradientNoise(function).level(x, gradient, hessian),
        SymmetricEigen.of(hessian),
        lastStep,
        iterations);
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  double gradientNorm() {
    return PointFunction.norm(gradient);
  }
}
