package org.separatrix.analysis.stability;

import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;

/**
 * A family by a declared linearization, which acts by A + s lambda_i B C.
 *
 * @param linearization of the method
 * @param stable how far it is stable
 * @param lambda eigenvalues of the Hessian, ascending; not copied
 * @param alpha the method's own step
 */
record DeclaredFamily(
    Linearization linearization, StabilityLimit stable, double[] lambda, double alpha)
    implements StepFamily {
  @Override
  public double limit() {
    return stable.mu() / lambda[lambda.length - 1];
  }

  /** The linearization is what is predicted from. */
  @Override
  public double error() {
    return 0;
  }

  @Override
  public StabilityLimit.Crossing crossing() {
    return stable.crossing();
  }

  @Override
  public double radius(double factor) {
    double radius = 0;
    for (double each : lambda) {
      radius = Math.max(radius, StabilityLimit.radius(linearization, factor * each));
    }
    return radius;
  }

  @Override
  public double radiusError() {
    return 0;
  }

  @Override
  public Status status(CriticalPoint point) {
    return point.status();
  }
}
