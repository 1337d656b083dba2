package org.separatrix.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.linalg.SymmetricEigen;

class PerronBoundTest {
  private final SplittableRandom random = new SplittableRandom(2);

  /** Members' eigenvalues lie in the spectrum, which lies in Gershgorin's interval. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void spectraOfRandomMembersAreEnclosed(int d) {
    boolean isTighter = false;
    for (int i = 0; i < 200; i++) {
      Interval[][] entries = new Interval[d][d];
      double spread = i % 3 == 0 ? 0 : random.nextDouble();
      for (int row = 0; row < d; row++) {
        for (int column = 0; column <= row; column++) {
          boolean isZero = random.nextInt(4) == 0;
          double middle = isZero ? 0 : random.nextDouble() * 10 - 5;
          entries[row][column] = Interval.point(middle).inflated(isZero ? 0 : spread);
          entries[column][row] = entries[row][column];
        }
      }
      IntervalMatrix matrix = IntervalMatrix.of(entries);
      Interval spectrum = matrix.spectrum();
      assertThat(matrix.gershgorin().inflated(1e-13).contains(spectrum)).isTrue();
      isTighter |= spectrum.width() < 0.9 * matrix.gershgorin().width();
      for (int sample = 0; sample < 10; sample++) {
        SymmetricEigen eigen = SymmetricEigen.of(member(matrix));
        assertThat(spectrum.inflated(1e-12).contains(eigen.value(0))).isTrue();
        assertThat(spectrum.inflated(1e-12).contains(eigen.value(d - 1))).isTrue();
      }
    }
    assertThat(isTighter).isEqualTo(d > 1);
  }

  /** The second difference, 2 - 2 cos(k pi / (d + 1)), whatever the signs beside the diagonal. */
  @Test
  void tridiagonalMatricesAreSharp() {
    int d = 6;
    Interval[][] entries = new Interval[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        entries[i][j] =
            i == j
                ? new Interval(1, 2)
                : Math.abs(i - j) == 1 ? new Interval(-1, 0.5) : Interval.ZERO;
      }
    }
    double root = 2 * Math.cos(Math.PI / (d + 1));
    Interval spectrum = IntervalMatrix.of(entries).spectrum();
    assertThat(spectrum.high()).isBetween(2 + root - 1e-12, 2 + root + 1e-4);
    assertThat(spectrum.low()).isBetween(1 - root - 1e-4, 1 - root + 1e-12);
  }

  @Test
  void unboundedAndEmptyMatrices() {
    Interval[][] entries = {
      {Interval.ENTIRE, Interval.ZERO, Interval.ZERO},
      {Interval.ZERO, Interval.ONE, Interval.ZERO},
      {Interval.ZERO, Interval.ZERO, Interval.ONE}
    };
    assertThat(IntervalMatrix.of(entries).spectrum()).isEqualTo(Interval.ENTIRE);
    IntervalMatrix skew = IntervalMatrix.point(new double[][] {{1, 1}, {-1, 1}});
    assertThat(skew.spectrum()).isEqualTo(Interval.EMPTY);
  }

  private double[][] member(IntervalMatrix matrix) {
    double[][] member = new double[matrix.rows()][matrix.rows()];
    for (int i = 0; i < member.length; i++) {
      for (int j = 0; j <= i; j++) {
        Interval entry = matrix.get(i, j);
        double t = random.nextInt(3) / 2.0;
        member[i][j] = entry.low() * (1 - t) + entry.high() * t;
        member[j][i] = member[i][j];
      }
    }
    return member;
  }
}
