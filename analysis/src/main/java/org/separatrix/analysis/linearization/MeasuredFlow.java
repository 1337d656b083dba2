package org.separatrix.analysis.linearization;

import java.util.Optional;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.DominantEigenvector;

/**
 * The flow of the Jacobian of a step: a start displaced by y is at C J^k S y after k steps.
 *
 * @param point the critical point
 * @param measured the Jacobian and the states
 * @param value z, the eigenvalue of largest modulus
 * @param axis the position's unit direction of its eigenvector, in the coordinates of the Hessian's
 *     eigenvectors; not copied
 * @param amplification largest norm of a power of the Jacobian, relative to that of z
 */
record MeasuredFlow(
    CriticalPoint point,
    MeasuredSpectrum measured,
    double value,
    double[] axis,
    double amplification)
    implements LinearizedFlow {

  /**
   * Looks at a point.
   *
   * @return empty if the eigenvalue of largest modulus is complex or lacks eigenvectors, or if
   *     positions do not move along its eigenvector
   */
  static Optional<LinearizedFlow> of(CriticalPoint point, MeasuredSpectrum measured) {
    Optional<DominantEigenvector> eigenvector = measured.dominant();
    if (eigenvector.isEmpty()) {
      return Optional.empty();
    }
    double[] axis =
        StateSpace.times(
            point.eigenvectors(), measured.space().position(eigenvector.get().right()));
    double norm = Math.sqrt(dot(axis, axis));
    for (int i = 0; i < axis.length; i++) {
      axis[i] /= norm;
    }
    return norm > 0
        ? Optional.of(of(point, measured, eigenvector.get().value(), axis))
        : Optional.empty();
  }

  private static LinearizedFlow of(
      CriticalPoint point, MeasuredSpectrum measured, double value, double[] axis) {
    double amplification =
        DeclaredFlow.amplification(measured.jacobian().entries(), Math.abs(value));
    return new MeasuredFlow(point, measured, value, axis, amplification);
  }

  @Override
  public double leader() {
    return Math.abs(value);
  }

  @Override
  public double follower() {
    ComplexEigenvalues all = measured.spectrum().blocks().get(0);
    return leading() < all.size() ? all.modulus(leading()) : 0;
  }

  /** Counts the eigenvalues that errors may have told apart. */
  @Override
  public int leading() {
    ComplexEigenvalues all = measured.spectrum().blocks().get(0);
    int count = 0;
    while (count < all.size()
        && Math.hypot(all.re()[count] - value, all.im()[count])
            <= 2 * measured.spectrum().tolerance()) {
      count++;
    }
    return count;
  }

  @Override
  public double along(double[] displacement) {
    return Math.abs(dot(axis, displacement));
  }

  @Override
  public double across(double[] displacement) {
    double along = dot(axis, displacement);
    double sum = 0;
    for (int i = 0; i < axis.length; i++) {
      double component = displacement[i] - along * axis[i];
      sum += component * component;
    }
    return Math.sqrt(sum);
  }

  @Override
  public double gain() {
    double[] lambda = point.eigenvalues();
    double norm = Math.max(Math.abs(lambda[0]), Math.abs(lambda[lambda.length - 1]));
    return measured.responseToHessian() / norm;
  }

  @Override
  public double error() {
    return measured.jacobian().error();
  }

  @Override
  public boolean isMeasured() {
    return true;
  }

  @Override
  public boolean looksElsewhere() {
    return true;
  }

  @Override
  public Recursion from(double[] start) {
    StateSpace space = measured.space();
    double[] y = StateSpace.transposedTimes(point.eigenvectors(), start);
    return new Recursion() {
      private double[] state = space.lifted(y);

      @Override
      public double[] displacement() {
        return StateSpace.times(point.eigenvectors(), space.position(state));
      }

      @Override
      public void advance() {
        state = StateSpace.times(measured.jacobian().entries(), state);
      }
    };
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      sum = Math.fma(p[k], q[k], sum);
    }
    return sum;
  }
}
