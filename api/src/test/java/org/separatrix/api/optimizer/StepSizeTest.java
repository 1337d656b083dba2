package org.separatrix.api.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;

class StepSizeTest {
  private static final StepSize HALF = new StepSize(0.5, StepSize.Unit.ONE_OVER_L);

  @Test
  void multiplesNeedL() {
    assertThat(HALF.resolve(problem(4))).isEqualTo(0.125);
    assertThat(new StepSize(0.5, StepSize.Unit.TWO_OVER_L).resolve(problem(4))).isEqualTo(0.25);
    assertThat(StepSize.of(0.5).resolve(problem(4))).isEqualTo(0.5);
  }

  @Test
  void aConstantGradientHasNoMultiples() {
    assertThat(StepSize.of(0.5).resolve(problem(0))).isEqualTo(0.5);
    assertThatThrownBy(() -> HALF.resolve(problem(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "step is given as times-1-over-L, but for objective 'f' L is 0: its gradient is"
                + " constant, and every step is below 1/L.%nMaybe give the step as a number."
                    .formatted());
  }

  @Test
  void aMultipleThatOverflowsIsRefused() {
    assertThatThrownBy(() -> HALF.resolve(problem(1e-310)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "step is given as times-1-over-L, but for objective 'f' L is 1.0E-310, and the multiple"
                + " of its reciprocal overflows.");
  }

  private static Problem problem(double bound) {
    return new Problem(
        "f",
        new Constant(),
        Box.cube(1, -1, 1),
        Optional.of(new LipschitzBound(bound, Status.CERTIFIED)));
  }

  private static final class Constant extends PointObjective {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    protected double value(double[] x) {
      return 0;
    }

    @Override
    protected void gradient(double[] x, double[] g) {
      g[0] = 0;
    }

    @Override
    public Landscape landscape() {
      return Landscape.unknown();
    }
  }
}
