package org.separatrix.core.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Interval;

class LeastStretchTest {
  private static final Interval RANGE = new Interval(-3, 11);

  @Test
  void gradientDescentHasOneMinusAlphaL() {
    double stretch = LeastStretch.of(Method.gradientDescent(0.08), new Interval(-11, 11));
    assertThat(stretch).isCloseTo(0.12, within(1e-15)).isLessThanOrEqualTo(1 - 0.08 * 11);
    assertThat(stretch).isEqualTo(new StepBounds(11).injectivity(0.08));
    assertThat(LeastStretch.of(Method.gradientDescent(0.1), RANGE)).isZero();
    // Beyond 1/alpha the map turns around.
    assertThat(LeastStretch.of(Method.gradientDescent(0.5), new Interval(3, 4)))
        .isCloseTo(0.5, within(1e-15));
  }

  /** Near sigma_min by singular values, never above it; of the exact bound for n = 2. */
  @Test
  void methodsWithMemory() {
    assertBounds(Method.heavyBall(0.3, 0.5), 0.85);
    assertBounds(Method.heavyBall(0.01, 0.9), 0.85);
    assertBounds(Method.nesterov(0.08, 0.5), 0.85);
    assertThat(LeastStretch.of(Method.nesterov(0.1, 0.5), RANGE)).isZero();
    assertThat(LeastStretch.of(Method.heavyBall(0.1, 0.5), Interval.ENTIRE)).isZero();
    Random random = new Random(2);
    for (int i = 0; i < 20; i++) {
      double a = random.nextDouble();
      double b = random.nextDouble();
      assertBounds(
          new LinearMethod(
              new double[][] {{1 + a - b / 4, -a, b / 4}, {1, 0, 0}, {0, 1, 0}},
              new double[] {-0.02 * random.nextDouble(), 0.01, 0},
              new double[] {1, 0, 0}) {},
          0);
    }
  }

  private static void assertBounds(LinearMethod method, double share) {
    double bound = LeastStretch.of(method, RANGE);
    double least = Double.POSITIVE_INFINITY;
    for (double lambda = RANGE.low(); lambda <= RANGE.high(); lambda += 0.01) {
      double[][] block = method.linearization().orElseThrow().at(lambda);
      double[] singular =
          new SingularValueDecomposition(new Array2DRowRealMatrix(block)).getSingularValues();
      least = Math.min(least, singular[singular.length - 1]);
    }
    assertThat(bound).isBetween(share * least, least * (1 + 1e-9));
  }
}
