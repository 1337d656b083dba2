package org.separatrix.core.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;

class TensorNormTest {
  private final SplittableRandom random = new SplittableRandom(4);

  @Test
  void diagonalTensorsHaveTheNormOfTheirLargestEntry() {
    double[][][] t = new double[5][5][5];
    for (int k = 0; k < 5; k++) {
      t[k][k][k] = k - 3.5;
    }
    assertThat(new TensorNorm(slices(t, 0)).upper(0)).isEqualTo(3.5);
    assertThat(new TensorNorm(slices(t, 0)).lower()).isBetween(3.5 - 1e-12, 3.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void tensorsOfRankOneAreKnown(int n) {
    double[][][] t = new double[n][n][n];
    double[] v = new double[n];
    double square = 0;
    for (int k = 0; k < n; k++) {
      v[k] = random.nextInt(9) - 4.5;
      square += v[k] * v[k];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          t[i][j][k] = v[i] * v[j] * v[k];
        }
      }
    }
    double norm = square * Math.sqrt(square);
    assertThat(new TensorNorm(slices(t, 0)).upper(0)).isBetween(norm * (1 - 1e-14), norm * 1.005);
    assertThat(new TensorNorm(slices(t, 0)).lower()).isBetween(norm * 0.999, norm * (1 + 1e-14));
  }

  /** cos 3t on the circle: the tensor of the monkey saddle, whose slices have norm 1 each. */
  @Test
  void theMonkeySaddle() {
    double[][][] t = {{{1, 0}, {0, -1}}, {{0, -1}, {-1, 0}}};
    TensorNorm norm = new TensorNorm(slices(t, 0));
    assertThat(norm.upper(0)).isBetween(1.0, 1.003);
    assertThat(norm.upper(2)).isBetween(1.0, 2.0);
    assertThat(norm.lower()).isBetween(1 - 1e-12, 1.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void noDirectionExceedsTheBound(int n) {
    for (int i = 0; i < 30; i++) {
      double radius = i % 2 == 0 ? 0 : random.nextDouble();
      double[][][] t = symmetric(n);
      TensorNorm norm = new TensorNorm(slices(t, radius));
      double upper = norm.upper(0);
      assertThat(norm.lower()).isLessThanOrEqualTo(upper);
      double sampled = 0;
      for (int j = 0; j < 2000; j++) {
        double[] u = new double[n];
        double length = 0;
        for (int k = 0; k < n; k++) {
          u[k] = random.nextDouble() - 0.5;
          length = Math.hypot(length, u[k]);
        }
        double value = 0;
        double moduli = 0;
        for (int k = 0; k < n; k++) {
          for (int l = 0; l < n; l++) {
            for (int m = 0; m < n; m++) {
              double product = u[k] * u[l] * u[m] / Math.pow(length, 3);
              value += t[k][l][m] * product;
              moduli += Math.abs(product);
            }
          }
        }
        sampled = Math.max(sampled, Math.abs(value) + radius * moduli);
      }
      assertThat(sampled).isLessThanOrEqualTo(upper * (1 + 1e-12));
      if (n <= 3 && radius == 0) {
        assertThat(upper).isLessThan(sampled * 1.02);
        assertThat(norm.lower()).isGreaterThan(sampled * 0.99);
      }
    }
  }

  private double[][][] symmetric(int n) {
    double[][][] t = new double[n][n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k <= j; k++) {
          double entry = random.nextDouble() * 4 - 2;
          for (int[] p :
              new int[][] {{i, j, k}, {i, k, j}, {j, i, k}, {j, k, i}, {k, i, j}, {k, j, i}}) {
            t[p[0]][p[1]][p[2]] = entry;
          }
        }
      }
    }
    return t;
  }

  private static List<IntervalMatrix> slices(double[][][] t, double radius) {
    List<IntervalMatrix> slices = new ArrayList<>();
    for (double[][] slice : t) {
      Interval[][] entries = new Interval[t.length][t.length];
      for (int i = 0; i < t.length; i++) {
        for (int j = 0; j < t.length; j++) {
          entries[i][j] = Interval.point(slice[i][j]).inflated(radius);
        }
      }
      slices.add(IntervalMatrix.of(entries));
    }
    return slices;
  }
}
