package org.separatrix.analysis.geometry;

import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;

/** How much rounding changes a step. */
public final class StepRounding {
  /** Rounding errors in units of the largest number that enters: so many operations follow. */
  private static final double OPERATIONS = 32;

  private StepRounding() {}

  /**
   * Returns the rounding error of one step from the domain, in units of the state: the unit of
   * rounding times the sizes of the state and of B grad f, with |grad f| at most L times the
   * domain's diameter where f has a critical point.
   *
   * @param problem the objective
   * @param method the method
   */
  public static double of(Problem problem, LinearMethod method) {
    double corner = 0;
    for (int k = 0; k < problem.dimension(); k++) {
      double low = problem.domain().low()[k];
      double high = problem.domain().high()[k];
      corner = Math.hypot(corner, Math.max(Math.abs(low), Math.abs(high)));
    }
    double gain = 0;
    for (double each : method.b()) {
      gain = Math.max(gain, Math.abs(each));
    }
    double bound = problem.lipschitz().map(Problem.LipschitzBound::value).orElse(0.0);
    return OPERATIONS * Math.ulp(1.0) * (corner + gain * bound * problem.domain().diameter());
  }
}
