package org.separatrix.analysis.precision;

import java.util.Optional;
import java.util.OptionalInt;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.critical.Gradients;
import org.separatrix.core.critical.WithHessian;
import org.separatrix.core.precision.Precision;
import org.separatrix.core.precision.TurnedObjective;

/**
 * Runs in both precisions on a function that is turned at random around the origin.
 *
 * @param problem the function before it is turned
 * @param optimizer the method, in double precision
 * @param point a saddle at the origin
 * @param radius R: runs have left where |v'x| exceeds it, v the unstable eigenvector
 * @param maxSteps most steps
 * @param laboratory makes maps
 */
record TurnedRuns(
    Problem problem,
    Optimizer optimizer,
    CriticalPoint point,
    double radius,
    int maxSteps,
    Laboratory laboratory) {
  /**
   * When a start's two runs left.
   *
   * @param single step in float32
   * @param full step in float64
   * @param gradientError by how much the gradient at the start is wrong in float64, in units of
   *     2^-53 of the start's distance from the saddle
   */
  record Steps(int single, int full, double gradientError) {}

  /**
   * Follows both runs of a start on a function that has been turned.
   *
   * @param start on the stable manifold, before it is turned, length d; not modified
   * @param turned the function of the problem, turned
   * @return empty if one of them did not leave
   */
  Optional<Steps> from(double[] start, TurnedObjective turned) {
    Objective differentiable = WithHessian.ifAny(turned, problem.objective(), turned::hessian);
    Problem other =
        new Problem(problem.name(), differentiable, problem.domain(), problem.lipschitz());
    double[] x = turned.turned(start);
    double[] v = turned.turned(point.eigenvectors()[0]);
    OptionalInt single =
        exit(laboratory.map(other, Precision.FLOAT32.apply(optimizer, turned)), x, v);
    if (single.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt full = exit(laboratory.map(other, optimizer), x, v);
    return full.isPresent()
        ? Optional.of(
            new Steps(single.getAsInt(), full.getAsInt(), gradientError(turned, start, x)))
        : Optional.empty();
  }

  /** Turned with the function, the gradient should be the one before. */
  private double gradientError(TurnedObjective turned, double[] start, double[] x) {
    double[] before = turned.turned(Gradients.at(problem.objective(), start));
    double[] after = Gradients.at(turned, x);
    double error = 0;
    double distance = 0;
    for (int k = 0; k < x.length; k++) {
      error = Math.hypot(error, after[k] - before[k]);
      distance = Math.hypot(distance, x[k]);
    }
    return error / (distance * 0x1p-53);
  }

  private OptionalInt exit(StepMap map, double[] start, double[] v) {
    Orbit orbit = Orbit.from(map, start);
    for (int step = 0; step < maxSteps; step++) {
      double[] x = orbit.position();
      double along = 0;
      for (int k = 0; k < v.length; k++) {
        along = Math.fma(v[k], x[k], along);
      }
      if (!(Math.abs(along) <= radius)) {
        return OptionalInt.of(step);
      }
      orbit.advance();
    }
    return OptionalInt.empty();
  }
}
