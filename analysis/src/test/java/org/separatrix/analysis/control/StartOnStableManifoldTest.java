package org.separatrix.analysis.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;

class StartOnStableManifoldTest {
  private static final Bench BENCH = new Bench();

  @Test
  void leeUnderEveryMethod() {
    for (Optimizer optimizer :
        List.of(
            Methods.gradientDescent(0.1),
            Methods.heavyBall(0.1, 0.5),
            Methods.nesterov(0.05, 0.5))) {
      List<ControlResult> outcomes = run(Functions.lee(), optimizer, BENCH);
      assertThat(outcomes).hasSize(1).allMatch(ControlResult::passed);
      assertThat(outcomes.get(0).expected()).contains("comes within 1e-6 r");
    }
  }

  @Test
  void himmelblauAtEverySaddle() {
    for (Optimizer optimizer :
        List.of(Methods.gradientDescent(0.001), Methods.heavyBall(0.001, 0.3))) {
      List<ControlResult> outcomes = run(Functions.himmelblau(), optimizer, BENCH);
      assertThat(outcomes).hasSize(4).allMatch(ControlResult::passed);
    }
  }

  /** With beta = 0.9 the position swings through the saddle, which is no arrival. */
  @Test
  void swingsThroughTheSaddleAreNoArrivals() {
    for (Problem problem : List.of(Functions.lee(), Functions.himmelblau())) {
      double alpha = 0.5 / problem.lipschitz().orElseThrow().value();
      assertThat(run(problem, Methods.heavyBall(alpha, 0.9), BENCH))
          .isNotEmpty()
          .allMatch(ControlResult::passed);
    }
  }

  /**
   * The position C xi of these methods is up to |C| times as far from the saddle as the state is,
   * so a run is on the manifold when its positions have arrived, not its state.
   */
  @Test
  void methodsWhosePositionIsNoPartOfTheState() {
    for (Problem problem :
        List.of(Functions.lee(), Functions.himmelblau(), Functions.bent(1, 1, 0.3))) {
      double alpha = 0.5 / problem.lipschitz().orElseThrow().value();
      for (double momentum : new double[] {0.5, 0.8, 0.9}) {
        assertThat(run(problem, Methods.nesterov(alpha, momentum), BENCH))
            .isNotEmpty()
            .allMatch(ControlResult::passed);
        assertThat(run(problem, Methods.tripleMomentum(alpha, momentum, 0.3), BENCH))
            .isNotEmpty()
            .allMatch(ControlResult::passed);
      }
    }
  }

  /** Along the slow stable direction, excited by the bend, the run takes 40 times as long. */
  @Test
  void aSlowStableDirectionBesideAFastOne() {
    Problem problem =
        Functions.problem(
            "slow",
            Box.cube(3, -1, 1),
            10,
            (x, g) -> {
              g[0] = 4 * x[0] + 2 * x[0] * (x[1] + x[2]);
              g[1] = 0.1 * x[1] + x[0] * x[0];
              g[2] = -0.05 * x[2] + x[0] * x[0];
            });
    List<ControlResult> outcomes = run(problem, Methods.gradientDescent(0.05), BENCH);
    assertThat(outcomes).isNotEmpty().allMatch(ControlResult::passed);
  }

  @Test
  void aBentManifold() {
    List<ControlResult> outcomes =
        run(Functions.bent(2, 0.7, 0.9), Methods.gradientDescent(0.2), BENCH);
    assertThat(outcomes).isNotEmpty().allMatch(ControlResult::passed);
  }

  @Test
  void severalEscapingDirections() {
    List<ControlResult> outcomes =
        run(Functions.quadratic(-2, -1, 3), Methods.heavyBall(0.1, 0.4), BENCH);
    assertThat(outcomes).hasSize(1).allMatch(ControlResult::passed);
  }

  /** The contraction 0.98 against the escape 1.2 lets no double come close, and it says so. */
  @Test
  void slowContractionIsJudgedByWhatDoublesAllow() {
    List<ControlResult> outcomes =
        run(Functions.bent(0.2, 2, 0.1), Methods.gradientDescent(0.1), BENCH);
    assertThat(outcomes).isNotEmpty().allMatch(ControlResult::passed);
    assertThat(outcomes.get(0).expected()).doesNotContain("within 1e-6 r");
  }

  /** The negative control: an engine whose starts are off by 10^-6 does not pass. */
  @Test
  void startsThatMissTheManifoldDoNotPass() {
    List<ControlResult> outcomes =
        run(Functions.lee(), Methods.gradientDescent(0.1), new Careless(1e-6));
    assertThat(outcomes).hasSize(1).noneMatch(ControlResult::passed);
  }

  @Test
  void noisyMethodsAreLeftOut() {
    Optimizer noisy =
        Methods.declaring(0.1, Optional.of(lambda -> new double[][] {{1 - 0.1 * lambda}}), false);
    assertNothingApplied(
        Functions.lee(), noisy, "method: not a deterministic method with a linearization");
  }

  @Test
  void saysWhyItAppliedToNothing() {
    assertNothingApplied(
        Functions.quadratic(1, 2),
        Methods.gradientDescent(0.1),
        "quadratic: no strict saddle among the critical points found");
    assertNothingApplied(
        Functions.quadratic(-1, 2),
        Methods.gradientDescent(1),
        "c1 under method: a center direction, in which the method neither contracts nor expands");
    assertNothingApplied(
        Functions.quadratic(-1, 30),
        Methods.gradientDescent(0.1),
        "c1 under method: the method contracts along no eigenvector");
    assertNothingApplied(
        Functions.quadratic(-5, 0.001),
        Methods.gradientDescent(0.1),
        "c1 under method: the contraction 0.9999 per step is too slow against the escape 1.5 for"
            + " double precision to tell W^s from what is beside it");
  }

  private static void assertNothingApplied(Problem problem, Optimizer optimizer, String reason) {
    assertThat(run(problem, optimizer, BENCH))
        .containsExactly(
            new ControlResult(
                "start-on-stable-manifold",
                Optional.empty(),
                "a strict saddle and a method to start on its W^s with",
                reason + ". Maybe leave the control 'start-on-stable-manifold' out of this study",
                false));
  }

  private static List<ControlResult> run(
      Problem problem, Optimizer optimizer, Laboratory laboratory) {
    return new StartOnStableManifold().run(BENCH.study(problem, optimizer), laboratory);
  }

  /** A laboratory that moves every start. */
  private static final class Careless extends Bench {
    private final double shift;

    Careless(double shift) {
      this.shift = shift;
    }

    @Override
    public Runs run(
        String purpose,
        Problem problem,
        Optimizer optimizer,
        StartDistribution starts,
        int runs,
        StopRule stop) {
      StartDistribution moved =
          new StartDistribution() {
            @Override
            public void draw(RandomGenerator random, long run, double[] x) {
              starts.draw(random, run, x);
              x[x.length - 1] += shift;
            }

            @Override
            public boolean isAbsolutelyContinuous() {
              return false;
            }
          };
      return super.run(purpose, problem, optimizer, moved, runs, stop);
    }
  }
}
