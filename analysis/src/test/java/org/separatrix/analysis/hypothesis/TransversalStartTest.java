package org.separatrix.analysis.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;

class TransversalStartTest {
  private static final CriticalPoint SADDLE =
      new CriticalPoint(
          "c1",
          new double[2],
          0,
          0,
          new double[] {-1, 1},
          new double[][] {{0, 1}, {1, 0}},
          CriticalPointKind.STRICT_SADDLE,
          Status.CERTIFIED);

  @Test
  void momentumStartsAcrossTheManifold() {
    for (double beta : new double[] {0.1, 0.5, 0.9, 0.99}) {
      assertThat(check(Methods.heavyBall(0.1, beta)).status()).isEqualTo(Status.ESTIMATED);
      assertThat(check(Methods.nesterov(0.1, beta)).status()).isEqualTo(Status.ESTIMATED);
    }
  }

  /**
   * Heavy ball with alpha = 0.1, beta = 0.5: z^2 - 1.6 z + 0.5 = 0, l = (1, -beta/z), r = (z, 1) /
   * sqrt(z^2 + 1), l'v / l'r with v = (1, 1).
   */
  @Test
  void coefficientOfHeavyBall() {
    double z = 0.8 + Math.sqrt(0.14);
    double coefficient = (1 - 0.5 / z) * Math.hypot(z, 1) / (z - 0.5 / z);
    assertThat(check(Methods.heavyBall(0.1, 0.5)).detail())
        .isEqualTo("unstable coefficient %.4g".formatted(coefficient).replaceAll("0+$", ""));
  }

  /** The negative control: the second vector doubles in each step, but no start excites it. */
  @Test
  void aSliceInsideTheManifoldIsAViolation() {
    LinearMethod uncontrolled =
        new LinearMethod(
            new double[][] {{1, 0}, {0, 2}},
            new double[] {-0.1, 0},
            new double[] {1, 0},
            new double[] {1, 0}) {};
    assertThat(check(uncontrolled).isViolated()).isTrue();
  }

  /** The method that keeps its linearization to itself starts as it does otherwise. */
  @Test
  void theJacobianOfTheStepGivesTheSameCoefficient() {
    for (LinearMethod method : List.of(Methods.heavyBall(0.1, 0.5), Methods.heavyBall(0.1, 0.99))) {
      Hypothesis silent = check(Methods.silent(method));
      assertThat(silent.status()).isEqualTo(Status.ESTIMATED);
      assertThat(silent.detail()).isEqualTo(check(method).detail());
    }
  }

  @Test
  void aSliceInsideTheManifoldIsSeenToBeOne() {
    LinearMethod uncontrolled =
        new LinearMethod(
            new double[][] {{1, 0}, {0, 2}},
            new double[] {-0.1, 0},
            new double[] {1, 0},
            new double[] {1, 0}) {};
    assertThat(check(Methods.silent(uncontrolled)).isViolated()).isTrue();
    assertThat(find(Functions.lee(), Methods.coordinateDescent(0.1))).isEmpty();
  }

  @Test
  void withoutMemoryThereIsNothingToCheck() {
    assertThat(find(Functions.lee(), Methods.gradientDescent(0.1))).isEmpty();
    assertThat(find(Functions.lee(), Methods.declaring(0.1, Optional.empty(), true))).isEmpty();
  }

  @Test
  void anUnknownSliceIsAViolation() {
    Optimizer optimizer =
        Methods.declaring(
            0.1, Optional.of(lambda -> new double[][] {{1 - lambda, 0}, {0, 0}}), true);
    assertThat(check(optimizer).detail()).isEqualTo("the starting states are not known");
  }

  private static Hypothesis check(Optimizer optimizer) {
    return find(Functions.lee(), optimizer).orElseThrow();
  }

  private static Optional<Hypothesis> find(Problem problem, Optimizer optimizer) {
    return TransversalStart.check(problem, optimizer, SADDLE, new Bench());
  }
}
