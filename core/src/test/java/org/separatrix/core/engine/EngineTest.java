package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Objective;

class EngineTest {
  private static final StopRule STOP = new StopRule(1e-10, 100_000, 1e8, Optional.empty());

  static Stream<Arguments> methodsAndObjectives() {
    return Stream.of(new LeeFunction(), new DiagonalQuadratic(0.3, 1, 4))
        .flatMap(
            objective ->
                Stream.of(
                    Arguments.of(objective, FixedStep.gradientDescent(0.1), 0.1, 0.0, 0.0),
                    Arguments.of(objective, FixedStep.heavyBall(0.05, 0.6), 0.05, 0.6, 0.0),
                    Arguments.of(objective, FixedStep.nesterov(0.05, 0.6), 0.05, 0.6, 0.6)));
  }

  /** The textbook's recursion, one run at a time, with other rounding than the engine's. */
  @ParameterizedTest
  @MethodSource("methodsAndObjectives")
  void stepsAndEndsAreThoseOfALoopOverOneRun(
      Objective objective, FixedStep method, double alpha, double beta, double ahead) {
    Runs runs = Engine.run(new Experiment(objective, method, new CubeStart(), STOP, 1), 0, 2000);

    long evaluations = 0;
    for (int run = 0; run < runs.size(); run++) {
      double[] previous = runs.startOf(run);
      double[] current = previous.clone();
      double[] at = current.clone();
      long steps = 0;
      while (norm(gradient(objective, at)) > STOP.gradientTolerance()) {
        double[] slope = gradient(objective, at);
        for (int k = 0; k < at.length; k++) {
          double next = current[k] + beta * (current[k] - previous[k]) - alpha * slope[k];
          previous[k] = current[k];
          current[k] = next;
          at[k] = current[k] + ahead * (current[k] - previous[k]);
        }
        steps++;
      }
      assertThat(runs.steps()[run]).as("steps of run %d", run).isEqualTo(steps);
      assertThat(runs.endOf(run)).containsExactly(at, within(1e-12));
      assertThat(runs.gradientNorm()[run]).isCloseTo(norm(gradient(objective, at)), within(1e-14));
      evaluations += steps + 1;
    }
    assertThat(runs.termination()).containsOnly(Termination.GRADIENT_TOLERANCE);
    assertThat(runs.gradientEvaluations()).isEqualTo(evaluations);
    assertThat(runs.valueEvaluations()).isZero();
  }

  private static double[] gradient(Objective objective, double[] x) {
    double[][] lane = new double[x.length][1];
    double[][] slope = new double[x.length][1];
    for (int k = 0; k < x.length; k++) {
      lane[k][0] = x[k];
    }
    objective.gradient(lane, slope, 1);
    double[] g = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      g[k] = slope[k][0];
    }
    return g;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double coordinate : x) {
      sum += coordinate * coordinate;
    }
    return Math.sqrt(sum);
  }
}
