package org.separatrix.core.critical;

import java.util.Arrays;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.engine.States;

/** Gradient descent, one run after another: an engine for tests, independent of the real one. */
final class GradientDescentLoop implements Continuation {
  private final Objective objective;
  private final double alpha;

  GradientDescentLoop(Objective objective, double alpha) {
    this.objective = objective;
    this.alpha = alpha;
  }

  static LinearMethod method(double alpha) {
    return new LinearMethod(new double[][] {{1}}, new double[] {-alpha}, new double[] {1}) {};
  }

  @Override
  public Runs run(int round, long[] numbers, States states, StopRule stop) {
    return run(states.position(), stop);
  }

  Runs run(double[][] positions, StopRule stop) {
    int d = positions.length;
    int n = positions[0].length;
    double[][] end = new double[d][n];
    double[] value = new double[n];
    double[] norm = new double[n];
    long[] steps = new long[n];
    Termination[] termination = new Termination[n];
    long evaluations = 0;
    double[][] x = new double[d][1];
    double[][] g = new double[d][1];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < d; k++) {
        x[k][0] = positions[k][i];
      }
      for (long step = 0; ; step++) {
        objective.gradient(x, g, 1);
        evaluations++;
        norm[i] = norm(g);
        steps[i] = step;
        if (!Double.isFinite(norm[i]) || !Double.isFinite(norm(x))) {
          termination[i] = Termination.NON_FINITE;
        } else if (norm(x) > stop.divergenceRadius()) {
          termination[i] = Termination.DIVERGED;
        } else if (stop.region().isPresent() && !stop.region().get().contains(x, 0)) {
          termination[i] = Termination.LEFT_DOMAIN;
        } else if (norm[i] <= stop.gradientTolerance()) {
          termination[i] = Termination.GRADIENT_TOLERANCE;
        } else if (step >= stop.maxSteps()) {
          termination[i] = Termination.BUDGET;
        } else {
          for (int k = 0; k < d; k++) {
            x[k][0] = Math.fma(-alpha, g[k][0], x[k][0]);
          }
          continue;
        }
        break;
      }
      for (int k = 0; k < d; k++) {
        end[k][i] = x[k][0];
      }
    }
    objective.value(end, value, n);
    double[][] start = Arrays.stream(positions).map(double[]::clone).toArray(double[][]::new);
    return new Runs(0, start, end, value, norm, steps, termination, evaluations, 0);
  }

  private static double norm(double[][] v) {
    double sum = 0;
    for (double[] row : v) {
      sum += row[0] * row[0];
    }
    return Math.sqrt(sum);
  }
}
