package org.separatrix.core.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonSymmetricEigenTest {
  @Test
  void solvesASmallProblem() {
    assertThat(
            NonSymmetricEigen.of(new double[][] {{3, 0}, {1, 2}}).orElseThrow().getD().getTrace())
        .isCloseTo(5, within(1e-12));
  }

  /**
   * A sweep of coordinate descent, of whose eigenvalues two that are real were taken for a pair.
   */
  @Test
  void realEigenvaluesAreNoPair() {
    double[][] sweep = {
      {0.9354418683493736, 0.0, -0.012911626329215052},
      {0.0, 0.8255205656615415, -0.03802632956295682},
      {-0.01207807586167675, -0.03139151709130594, 0.8982373854937719}
    };

    ComplexEigenvalues eigenvalues = ComplexEigenvalues.of(sweep);
    assertThat(eigenvalues.re())
        .containsExactly(
            new double[] {0.9403574332018437, 0.9072945729653284, 0.8115478133375157},
            within(1e-14));
    assertThat(eigenvalues.im()).containsOnly(0);
    assertSolves(sweep);
  }

  /** A symmetric matrix whose coordinates are scaled has the eigenvalues of the symmetric one. */
  @Test
  void scalingCoordinatesLeavesEigenvaluesReal() {
    RandomGenerator random = new SplittableRandom(1);
    for (int trial = 0; trial < 30_000; trial++) {
      int d = 3 + trial % 4;
      double[][] symmetric = new double[d][d];
      double[][] scaled = new double[d][d];
      double[] scale = random.doubles(d, 1, 8).toArray();
      for (int i = 0; i < d; i++) {
        for (int j = 0; j <= i; j++) {
          symmetric[i][j] = random.nextDouble(-1, 1);
          symmetric[j][i] = symmetric[i][j];
          scaled[i][j] = symmetric[i][j] * scale[i] / scale[j];
          scaled[j][i] = symmetric[i][j] * scale[j] / scale[i];
        }
      }
      double[] found = ComplexEigenvalues.of(scaled).re();
      Arrays.sort(found);
      assertThat(found).containsExactly(SymmetricEigen.of(symmetric).values(), within(1e-7));
      if (trial % 10 == 0) {
        assertSolves(scaled);
      }
    }
  }

  @Test
  void solvesATripleEigenvalueWithoutEigenvectors() {
    double[][] shear = {{0.9, 1, 0.3}, {0, 0.9, 1}, {0, 0, 0.9}};

    assertThat(NonSymmetricEigen.of(mirrored(shear))).isPresent();
  }

  private static double[][] mirrored(double[][] matrix) {
    double[] v = {1 / 3.0, 2 / 3.0, 2 / 3.0};
    RealMatrix mirror = MatrixUtils.createRealIdentityMatrix(3);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        mirror.addToEntry(i, j, -2 * v[i] * v[j]);
      }
    }
    return mirror.multiply(MatrixUtils.createRealMatrix(matrix)).multiply(mirror).getData();
  }

  /** M V = V D. */
  private static void assertSolves(double[][] matrix) {
    EigenDecompositionNonSymmetric eigen = NonSymmetricEigen.of(matrix).orElseThrow();
    RealMatrix residual =
        MatrixUtils.createRealMatrix(matrix)
            .multiply(eigen.getV())
            .subtract(eigen.getV().multiply(eigen.getD()));
    assertThat(residual.getFrobeniusNorm()).isLessThan(1e-8 * eigen.getV().getFrobeniusNorm());
  }

  /** A step of heavy ball whose size times the eigenvalue is beyond the range of doubles. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 1e300})
  void hasNoSolutionBeyondTheRangeOfDoubles(double entry) {
    assertThat(NonSymmetricEigen.of(new double[][] {{entry, -0.5}, {1, 0}})).isEmpty();
  }
}
