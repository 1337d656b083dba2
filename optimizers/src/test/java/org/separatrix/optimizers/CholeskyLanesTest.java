package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyLanesTest {
  private static final int LANES = 21;
  private static final double WEIGHT = 0.3;
  private static final double DIAGONAL = 1;

  /** H = A A' - I/2, so that 0.3 H + I is positive definite; in one lane H is -9 I. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 12})
  void manyAndFewAreSolvedAlike(int d) {
    RandomGenerator random = new SplittableRandom(d);
    double[][][] h = new double[d][d][LANES];
    double[][] b = new double[d][LANES];
    int indefinite = 4;
    for (int lane = 0; lane < LANES; lane++) {
      fill(random, h, lane, lane == indefinite);
      for (int i = 0; i < d; i++) {
        b[i][lane] = random.nextDouble(-1, 1);
      }
    }
    double[][] together = new double[d][LANES];
    new CholeskyLanes(d, WEIGHT, DIAGONAL).solve(copy(h, 0, LANES), b, together, LANES);

    for (int lane = 0; lane < LANES; lane++) {
      double[][] right = new double[d][1];
      double[][] alone = new double[d][1];
      for (int i = 0; i < d; i++) {
        right[i][0] = b[i][lane];
      }
      new CholeskyLanes(d, WEIGHT, DIAGONAL).solve(copy(h, lane, lane + 1), right, alone, 1);
      for (int i = 0; i < d; i++) {
        assertThat(Double.compare(alone[i][0], together[i][lane])).isZero();
        assertThat(Double.isFinite(alone[i][0])).isEqualTo(lane != indefinite);
        if (lane != indefinite) {
          assertThat(left(h, together, i, lane)).isCloseTo(-b[i][lane], within(1e-13));
        }
      }
    }
  }

  /** Returns a coordinate of (w H + v I) y. */
  private static double left(double[][][] h, double[][] y, int i, int lane) {
    double sum = DIAGONAL * y[i][lane];
    for (int j = 0; j < y.length; j++) {
      sum += WEIGHT * h[i][j][lane] * y[j][lane];
    }
    return sum;
  }

  private static void fill(RandomGenerator random, double[][][] h, int lane, boolean indefinite) {
    int d = h.length;
    double[][] a = new double[d][d];
    for (double[] row : a) {
      for (int j = 0; j < d; j++) {
        row[j] = random.nextDouble(-1, 1);
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double sum = i == j ? -0.5 : 0;
        for (int k = 0; k < d; k++) {
          sum += a[i][k] * a[j][k];
        }
        double negative = i == j ? -9 : 0;
        h[i][j][lane] = indefinite ? negative : sum;
      }
    }
  }

  private static double[][][] copy(double[][][] h, int from, int to) {
    double[][][] copy = new double[h.length][h.length][];
    for (int i = 0; i < h.length; i++) {
      for (int j = 0; j < h.length; j++) {
        copy[i][j] = Arrays.copyOfRange(h[i][j], from, to);
      }
    }
    return copy;
  }
}
