package org.separatrix.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.StepMap;

/** The 2-cycle of x - s f'(x) at 0, f''(0) = 1, which flips at s = 2. */
class CycleSlopeTest {
  private static final double FLIP = 2;
  private static final double[] REST = {0};

  /** Gradient descent on x^2/2 + p x^3/3 + q x^4/4 + x^6/6. */
  private record Descent(double p, double q, double step) implements StepMap {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public double[] lift(double[] x) {
      return x.clone();
    }

    @Override
    public double[] position(double[] state) {
      return state.clone();
    }

    @Override
    public void apply(double[] state, double[] next) {
      double x = state[0];
      next[0] = x - step * (x + p * x * x + q * x * x * x + Math.pow(x, 5));
    }
  }

  private static Optional<CycleTest> run(double p, double q, double wrong) {
    DoubleFunction<StepMap> maps = step -> new Descent(p, q, step);
    return CycleTest.run(maps, step -> wrong * (step - 1 - 1), 1e-12, REST, FLIP, 1);
  }

  /**
   * At q = 2 p^2 the flip is degenerate: near it the next terms decide until the cycle is small.
   */
  @ParameterizedTest
  @ValueSource(doubles = {-3, 0, 1.5, 1.8, 2.05, 2.3, 4})
  void theSlopeIsWithinItsErrorHoweverDegenerate(double q) {
    CycleTest test = run(1, q, 1).orElseThrow();
    assertThat(Math.abs(test.ratio() - 1)).isLessThanOrEqualTo(test.error());
  }

  /** Cycles so near to the minimum cannot be told from it. */
  @Test
  void aFlipThatIsDegenerateToRoundingHasNone() {
    assertThat(run(1, 2, 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.99, 1.01, 1.1})
  void anotherSlopeIsSeen(double wrong) {
    CycleTest test = run(0.5, 2, wrong).orElseThrow();
    assertThat(Math.abs(test.ratio() - 1)).isGreaterThan(test.error());
  }
}
