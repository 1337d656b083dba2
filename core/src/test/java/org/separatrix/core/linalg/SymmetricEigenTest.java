package org.separatrix.core.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 16, 17, 64, 300})
  void solvesRandomMatrices(int d) {
    assertSolves(random(d, 7));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 16, 40})
  void bothSolversAgree(int d) {
    double[][] a = random(d, 11);
    SymmetricEigen lapack = SymmetricEigen.lapack(a);
    SymmetricEigen jacobi = SymmetricEigen.jacobi(copy(a));
    for (int j = 0; j < d; j++) {
      assertThat(jacobi.value(j)).isCloseTo(lapack.value(j), within(1e-13 * d));
      for (int k = 0; k < d; k++) {
        assertThat(jacobi.vector(j)[k]).isCloseTo(lapack.vector(j)[k], within(1e-10));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 16, 17, 100, 300})
  void findsTheSpectrumOfTheSecondDifference(int n) {
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i][i] = 2;
      if (i > 0) {
        a[i][i - 1] = -1;
        a[i - 1][i] = -1;
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(a);
    for (int k = 1; k <= n; k++) {
      assertThat(eigen.value(k - 1))
          .isCloseTo(2 - 2 * Math.cos(k * Math.PI / (n + 1)), within(2e-14));
    }
    assertSolves(a);
  }

  /** Blocks of 1, 2, 20 and 77 coordinates, shuffled. */
  @Test
  void solvesBlocksOneByOne() {
    int d = 100;
    double[][] a = new double[d][d];
    int[] sizes = {1, 2, 20, 77};
    int first = 0;
    for (int size : sizes) {
      double[][] block = random(size, size);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          a[37 * (first + i) % d][37 * (first + j) % d] = block[i][j];
        }
      }
      first += size;
    }

    assertSolves(a);
    SymmetricEigen eigen = SymmetricEigen.of(a);
    SymmetricEigen dense = SymmetricEigen.lapack(copy(a));
    for (int j = 0; j < d; j++) {
      assertThat(eigen.value(j)).isCloseTo(dense.value(j), within(1e-11));
    }
    assertThat(eigen.work()).isLessThan(dense.work() / 2);
  }

  @Test
  void findsTheSmallEigenvaluesOfAHilbertMatrix() {
    // published eigenvalues of the 6 x 6 Hilbert matrix
    double[][] hilbert = new double[6][6];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        hilbert[i][j] = 1.0 / (i + j + 1);
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(hilbert);
    assertThat(eigen.value(5)).isCloseTo(1.618899858924339, within(1e-14));
    assertThat(eigen.value(0)).isCloseTo(1.08279948456555e-7, within(1e-16));
    assertSolves(hilbert);
  }

  @Test
  void solvesRepeatedEigenvalues() {
    for (int d : new int[] {4, 30}) {
      // I - 2 u u' has the eigenvalues -1 and 1, d - 1 times
      double[][] reflection = new double[d][d];
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          reflection[i][j] = (i == j ? 1 : 0) - 2.0 / d;
        }
      }
      SymmetricEigen eigen = SymmetricEigen.of(reflection);
      assertThat(eigen.value(0)).isCloseTo(-1, within(1e-14));
      assertThat(eigen.value(1)).isCloseTo(1, within(1e-14));
      assertThat(eigen.value(d - 1)).isCloseTo(1, within(1e-14));
      assertSolves(reflection);
    }
  }

  @Test
  void solvesExtremeMatrices() {
    assertThat(SymmetricEigen.of(new double[5][5]).values()).containsOnly(0);
    SymmetricEigen tiny = SymmetricEigen.of(new double[][] {{0, 1e-200}, {1e-200, 0}});
    assertThat(tiny.values()).containsExactly(-1e-200, 1e-200);
    SymmetricEigen huge = SymmetricEigen.of(new double[][] {{1e300, 1e300}, {1e300, 1e300}});
    assertThat(huge.value(1)).isEqualTo(2e300);
    SymmetricEigen graded = SymmetricEigen.of(new double[][] {{1e-20, 1e-21}, {1e-21, 1e20}});
    assertThat(graded.values()).containsExactly(1e-20, 1e20);
  }

  @Test
  void givesTheSameBytesAgain() {
    double[][] a = random(120, 3);
    assertThat(SymmetricEigen.of(a).vectors()).isDeepEqualTo(SymmetricEigen.of(a).vectors());
  }

  @Test
  void leavesTheMatrixAlone() {
    for (int d : new int[] {5, 20}) {
      double[][] a = random(d, 1);
      double[][] before = copy(a);
      SymmetricEigen.of(a);
      assertThat(a).isDeepEqualTo(before);
    }
  }

  @Test
  void rejectsWhatIsNoSymmetricMatrix() {
    assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}, {3, 4}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the matrix is not symmetric: entry (2, 1) is 3.0, entry (1, 2) is 2.0");
    assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, Double.NaN}, {0, 1}}))
        .hasMessage("entry (1, 2) of the matrix is NaN");
    assertThatThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}}))
        .hasMessage("the matrix has 1 rows, but row 1 has 2 entries");
    assertThatThrownBy(() -> SymmetricEigen.of(new double[0][]))
        .hasMessage("the matrix has no rows");
  }

  private static void assertSolves(double[][] a) {
    SymmetricEigen eigen = SymmetricEigen.of(a);
    int d = a.length;
    double norm = eigen.spectralNorm();
    double[][] vectors = eigen.vectors();
    double residual = 0;
    double skewness = 0;
    for (int j = 0; j < d; j++) {
      for (int i = 0; i < d; i++) {
        double difference = -eigen.value(j) * vectors[j][i];
        double product = i == j ? -1 : 0;
        for (int k = 0; k < d; k++) {
          difference += a[i][k] * vectors[j][k];
          product += vectors[i][k] * vectors[j][k];
        }
        residual = Math.max(residual, Math.abs(difference));
        skewness = Math.max(skewness, Math.abs(product));
      }
    }
    assertThat(residual).isLessThan(2e-15 * (d + 2) * norm);
    assertThat(skewness).isLessThan(2e-15 * (d + 2));
    assertThat(eigen.values()).isSorted();
  }

  private static double[][] random(int d, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] a = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = 2 * random.nextDouble() - 1;
        a[j][i] = a[i][j];
      }
    }
    return a;
  }

  private static double[][] copy(double[][] a) {
    double[][] b = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      b[i] = a[i].clone();
    }
    return b;
  }
}
