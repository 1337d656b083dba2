package org.separatrix.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.separatrix.api.objective.ArrayObjective;
import org.separatrix.core.contract.ObjectiveContract;
import org.separatrix.core.linalg.SymmetricEigen;

/** What is made of matrix products, by loops and by ND4J. */
class MatrixProductsTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 1", "7, 2", "40, 1", "130, 1", "500, 1", "65, 3"})
  void loopsAndNd4jAgree(int n, int vectors) {
    int lanes = 150;
    double[][] matrix = Spectrum.rotated(random(n, 1), 2);
    double[][] x = new double[n * vectors][];
    Arrays.setAll(x, k -> random(lanes, k));
    double[][] loops = new double[n * vectors][lanes];
    double[][] gemm = new double[n * vectors][lanes];
    new LaneProduct.Loops(matrix).multiply(x, loops, lanes);
    new GemmProduct(matrix).multiply(x, gemm, lanes);
    for (int k = 0; k < x.length; k++) {
      assertThat(gemm[k]).containsExactly(loops[k], within(1e-14 * n));
    }
  }

  /** With 500 rows two threads of OpenBLAS round otherwise than one: LaneArrays sets one. */
  @Test
  void largeFormKeepsItsContractOnNd4j() {
    double[] spectrum = random(160, 7);
    Quadratic large = new Quadratic(Quadratic.Config.rotated(3, spectrum));
    assertThat(ObjectiveContract.violations(large, 1)).isEmpty();
  }

  @Test
  void largeFactorizationKeepsItsContractOnNd4j() {
    MatrixFactorization large =
        new MatrixFactorization(new MatrixFactorization.Config(new double[] {3, 2, 1}, 130, 2, 5L));
    assertThat(ObjectiveContract.violations(large, 1)).isEmpty();
  }

  /** The sum of the fourth powers of the coordinates of H x, with results of several layouts. */
  private static final class FourthPowers extends ArrayObjective {
    private final INDArray matrix =
        Nd4j.create(new double[][] {{2, 1, 0}, {0, 1, 0}, {1, 0, -1}}).castTo(DataType.DOUBLE);

    @Override
    public int dimension() {
      return 3;
    }

    @Override
    protected INDArray value(INDArray x) {
      INDArray y = matrix.mmul(x);
      return y.mul(y).mul(y).mul(y).sum(0);
    }

    @Override
    protected INDArray gradient(INDArray x) {
      INDArray y = matrix.mmul(x);
      return matrix.transpose().mmul(y.mul(y).mul(y)).mul(4).dup('c');
    }
  }

  @Test
  void arrayObjectiveKeepsItsContract() {
    assertThat(ObjectiveContract.violations(new FourthPowers(), 1)).isEmpty();
  }

  @Test
  void arrayObjectiveRefusesSinglePrecision() {
    ArrayObjective single =
        new ArrayObjective() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          protected INDArray value(INDArray x) {
            return x.sum(0).castTo(DataType.FLOAT);
          }

          @Override
          protected INDArray gradient(INDArray x) {
            return x;
          }
        };
    assertThatThrownBy(() -> single.value(new double[2][1], new double[1], 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Maybe create arrays with DataType.DOUBLE");
    double[][] g = new double[2][3];
    single.gradient(new double[][] {{1, 2, 3}, {4, 5, 6}}, g, 3);
    assertThat(g).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
  }

  @Test
  void rotationIsOrthogonalAndKeepsTheSpectrum() {
    int n = 60;
    double[][] q = Spectrum.rotation(n, 11);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double dot = 0;
        for (int k = 0; k < n; k++) {
          dot += q[i][k] * q[j][k];
        }
        assertThat(dot).isCloseTo(i == j ? 1 : 0, within(1e-14));
      }
    }
    double[] spectrum = random(n, 3);
    Arrays.sort(spectrum);
    double[][] matrix = Spectrum.rotated(spectrum, 11);
    assertThat(SymmetricEigen.of(matrix).values()).containsExactly(spectrum, within(1e-13));
    assertThat(JacobiEigenvalues.of(matrix)).containsExactly(spectrum, within(1e-13));
  }

  /**
   * An entry of a Haar matrix of size 2 is the sine of a uniform angle; each tenth of the angles is
   * hit with probability 1/10. Of 2,000 draws a count off by 6 standard deviations happens with
   * probability 2e-9.
   */
  @Test
  void rotationIsUniform() {
    int[] counts = new int[10];
    for (int seed = 0; seed < 2000; seed++) {
      double[] first = Spectrum.rotation(2, seed)[0];
      double angle = Math.atan2(first[1], first[0]) / (2 * Math.PI);
      counts[(int) Math.floor(10 * (angle < 0 ? angle + 1 : angle))]++;
    }
    for (int count : counts) {
      assertThat((double) count).isCloseTo(200, within(6 * Math.sqrt(2000 * 0.09)));
    }
  }

  /** At sqrt(mu_k) q_k the eigenvalues are 2 mu_k and mu_k - mu_j. */
  @Test
  void principalComponentsHaveTheirSpectra() {
    MatrixFactorization pca =
        new MatrixFactorization(
            new MatrixFactorization.Config(new double[] {3, 2, 1}, null, 1, 8L));
    double[][] expected = {{-3, -2, -1}, {1, 2, 6}, {1, 2, 6}, {-1, 1, 4}, {-1, 1, 4}};
    double[][] hessian = new double[3][3];
    for (int p = 0; p < expected.length; p++) {
      pca.hessian(pca.landscape().criticalPoints().get(p).x(), hessian);
      assertThat(SymmetricEigen.of(hessian).values()).containsExactly(expected[p], within(1e-13));
    }
  }

  @Test
  void malformedMatricesAreRefused() {
    assertThatThrownBy(() -> Quadratic.Config.of(new double[][] {{1, 2}, {3, 4}}))
        .hasMessage(
            "entry (2, 1) of matrix is 3.0, entry (1, 2) is 2.0: it must be finite and symmetric");
    assertThatThrownBy(() -> Quadratic.Config.of(new double[][] {{1, 2}, {3}}))
        .hasMessage("row 2 of matrix has 1 entry: a matrix of 2 rows needs 2");
    assertThatThrownBy(() -> Quadratic.Config.diagonal(0, 0))
        .hasMessage("spectrum has no eigenvalue other than 0: it needs at least one");
    assertThatThrownBy(() -> Quadratic.Config.diagonal())
        .hasMessage("spectrum is missing.%nMaybe give it, or the whole matrix.".formatted());
    assertThatThrownBy(() -> new MatrixFactorization.Config(new double[] {1, 2}, null, 3, null))
        .hasMessage("rank is 3: it must lie between 1 and n, which is 2");
  }

  private static double[] random(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[length];
    Arrays.setAll(numbers, k -> random.nextDouble(-1, 1));
    return numbers;
  }
}
