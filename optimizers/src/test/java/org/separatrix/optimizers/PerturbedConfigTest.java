package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.StepSize;

class PerturbedConfigTest {
  private static final PerturbationTheory THEORY =
      new PerturbationTheory(null, 12, 0.1, 0.5, 0.1, 5);

  /** Expected values: the paper's formulas in 30-digit arithmetic, with d = 2 and l = 11. */
  @Test
  void parametersFollowFromTheTheorem() {
    Perturbation p = withTheory(THEORY, null, true).perturbation(Saddle.problem());
    assertThat(p.step()).isCloseTo(0.045454545454545456, relative(0.0454));
    assertThat(p.radius()).isCloseTo(4.719999354266124e-6, relative(4.7e-6));
    assertThat(p.gradientThreshold()).isCloseTo(5.1919992896927364e-5, relative(5.1e-5));
    assertThat(p.functionThreshold().orElseThrow()).isCloseTo(9.081421110680844e-8, relative(9e-8));
    assertThat(p.period()).isEqualTo(1483);
  }

  /** The same where the logarithm is below its floor of 4 and l is given. */
  @Test
  void theLogarithmHasAFloor() {
    PerturbationTheory theory = new PerturbationTheory(1.0, 1, 0.5, 1, 0.5, 0.1);
    Perturbation p = withTheory(theory, null, true).perturbation(Saddle.problem());
    assertThat(p.step()).isEqualTo(1);
    assertThat(p.radius()).isCloseTo(3.472222222222222e-3, relative(3e-3));
    assertThat(p.functionThreshold().orElseThrow())
        .isCloseTo(2.0460265659332972e-4, relative(2e-4));
    assertThat(p.period()).isEqualTo(17);
  }

  @Test
  void whatIsGivenWinsOverTheTheorem() {
    Perturbation p = withTheory(THEORY, StepSize.of(0.01), false).perturbation(Saddle.problem());
    assertThat(p.step()).isEqualTo(0.01);
    assertThat(p.functionThreshold()).isEqualTo(OptionalDouble.empty());
    assertThat(p.period()).isEqualTo(1483);
  }

  @Test
  void anEpsilonBeyondTheTheoremIsRefused() {
    PerturbedConfig config =
        withTheory(new PerturbationTheory(1.0, 12, 0.1, 0.5, 0.1, 5), null, true);
    assertThatThrownBy(() -> config.perturbation(Saddle.problem()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "epsilon is 0.1, above l^2 / rho = 0.08333333333333333, where the theorem says"
                + " nothing.%n".formatted()
                + "Maybe give a smaller epsilon, or the parameters themselves instead of theory.");
  }

  @Test
  void theTheoremNeedsL() {
    Problem unbounded = new Problem("f", new Saddle(), Box.cube(2, -2, 2), Optional.empty());
    assertThatThrownBy(() -> withTheory(THEORY, null, true).perturbation(unbounded))
        .hasMessage(
            "l is missing, and no L is known for objective 'f'.%n".formatted()
                + "Maybe give l here, or the objective a key 'lipschitz'.");
    Problem affine =
        new Problem(
            "f",
            new Saddle(),
            Box.cube(2, -2, 2),
            Optional.of(new LipschitzBound(0, Status.CERTIFIED)));
    assertThatThrownBy(() -> withTheory(THEORY, null, true).perturbation(affine))
        .hasMessageStartingWith("l is missing, and L = 0 for objective 'f'.");
  }

  @Test
  void eachParameterIsRequiredWithoutTheory() {
    StepSize step = StepSize.of(0.1);
    assertThatThrownBy(() -> new PerturbedConfig(step, null, 1e-3, 1e-6, 50L, true, null))
        .hasMessage(
            "radius is missing.%nMaybe give it, or theory, from which it follows.".formatted());
    assertThatThrownBy(() -> new PerturbedConfig(step, 0.1, 1e-3, null, 50L, true, null))
        .hasMessage(
            "function-threshold is missing.%n".formatted()
                + "Maybe give it, or theory, from which it follows, or stop-on-no-decrease: false.");
    assertThatThrownBy(() -> new PerturbedConfig(step, null, null, null, null, false, null))
        .hasMessage(
            "radius, gradient-threshold, period are missing.%n".formatted()
                + "Maybe give them, or theory, from which they follow.");
    assertThatThrownBy(() -> new PerturbedConfig(step, 0.1, 1e-3, 1e-6, 50L, false, null))
        .hasMessage(
            "function-threshold is 1.0E-6, but stop-on-no-decrease is false: it would never be"
                + " used");
    assertThatThrownBy(() -> new PerturbedConfig(step, 0.1, 1e-3, 1e-6, 0L, true, null))
        .hasMessage("period is 0: it must be at least 1");
    assertThatThrownBy(() -> new PerturbedConfig(step, -0.1, 1e-3, 1e-6, 9L, true, null))
        .hasMessage("radius is -0.1: it must be a positive, finite number");
  }

  private static PerturbedConfig withTheory(
      PerturbationTheory theory, @Nullable StepSize step, boolean stop) {
    return new PerturbedConfig(step, null, null, null, null, stop, theory);
  }

  private static Offset<Double> relative(double size) {
    return within(1e-14 * size);
  }
}
