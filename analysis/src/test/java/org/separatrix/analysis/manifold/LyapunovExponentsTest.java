package org.separatrix.analysis.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.separatrix.core.linalg.ComplexEigenvalues;

class LyapunovExponentsTest {
  /** The QR algorithm is the second method: it finds eigenvalues, not growth. */
  @Test
  void exponentsAreLogarithmsOfModuli() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 50; trial++) {
      int m = 2 + trial % 6;
      double[][] rows = new double[m][m];
      for (double[] row : rows) {
        for (int j = 0; j < m; j++) {
          row[j] = random.nextDouble(-1, 1);
        }
      }
      ComplexEigenvalues eigenvalues = ComplexEigenvalues.of(rows);
      LyapunovExponents exponents =
          LyapunovExponents.of(new SquareMatrix(rows).transposed(), new SplittableRandom(trial));
      assertThat(exponents.isDecided()).isTrue();
      assertThat(exponents.negative()).isEqualTo(eigenvalues.inside(0));
      assertThat(exponents.positive()).isEqualTo(eigenvalues.outside(0));
      double[] descending = exponents.exponents().clone();
      Arrays.sort(descending);
      assertThat(descending[m - 1])
          .isCloseTo(Math.log(eigenvalues.spectralRadius()), within(20 / exponents.steps()));
    }
  }

  @Test
  void anExponentOfZeroStaysUndecided() {
    double[][] columns = {{1.5, 0, 0}, {0, 1, 0}, {0, 0, 0.5}};
    LyapunovExponents exponents =
        LyapunovExponents.of(new SquareMatrix(columns), new SplittableRandom(3));
    assertThat(exponents.isDecided()).isFalse();
    assertThat(exponents.positive()).isEqualTo(1);
    assertThat(exponents.negative()).isEqualTo(1);
  }

  @Test
  void anEigenvalueOfZeroIsStable() {
    double[][] columns = {{1.2, 0.3}, {0, 0}};
    LyapunovExponents exponents =
        LyapunovExponents.of(new SquareMatrix(columns), new SplittableRandom(3));
    assertThat(exponents.positive()).isEqualTo(1);
    assertThat(exponents.negative()).isEqualTo(1);
  }

  /** 1.0001 beside 3: the slow direction needs many steps and gets them. */
  @Test
  void slowDirectionsAreDecided() {
    double[][] columns = {{3, 1, 0}, {0, 1.0001, 0}, {0.5, 0, 0.9999}};
    LyapunovExponents exponents =
        LyapunovExponents.of(new SquareMatrix(columns), new SplittableRandom(3));
    assertThat(exponents.positive()).isEqualTo(2);
    assertThat(exponents.negative()).isEqualTo(1);
  }
}
