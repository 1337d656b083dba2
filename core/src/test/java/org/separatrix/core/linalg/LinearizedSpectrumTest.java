package org.separatrix.core.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.separatrix.api.optimizer.LinearMethod;

class LinearizedSpectrumTest {
  @Test
  void findsTheEigenvaluesOfTwoByTwoMatrices() {
    ComplexEigenvalues rotation = ComplexEigenvalues.of(new double[][] {{0, -2}, {2, 0}});
    assertThat(rotation.re()).containsExactly(0, 0);
    assertThat(rotation.im()).containsExactly(2, -2);
    // roots 1e8 and 1e-8: the small one must not cancel
    ComplexEigenvalues companion = ComplexEigenvalues.of(new double[][] {{1e8 + 1e-8, -1}, {1, 0}});
    assertThat(companion.re()[1]).isCloseTo(1e-8, within(1e-22));
    ComplexEigenvalues nilpotent = ComplexEigenvalues.of(new double[][] {{0, 1}, {0, 0}});
    assertThat(nilpotent.spectralRadius()).isZero();
  }

  @Test
  void findsTheRootsOfPolynomials() {
    // (z - 2)(z - 0.5)(z^2 + 1) = z^4 - 2.5 z^3 + 2 z^2 - 2.5 z + 1
    double[][] companion = {{2.5, -2, 2.5, -1}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
    ComplexEigenvalues z = ComplexEigenvalues.of(companion);
    assertThat(z.re()[0]).isCloseTo(2, within(1e-13));
    assertThat(z.im()[1]).isCloseTo(1, within(1e-13));
    assertThat(z.im()[2]).isCloseTo(-1, within(1e-13));
    assertThat(z.re()[3]).isCloseTo(0.5, within(1e-13));
    assertThat(z.inside(1e-9)).isEqualTo(1);
    assertThat(z.on(1e-9)).isEqualTo(2);
    assertThat(z.outside(1e-9)).isEqualTo(1);
  }

  @Test
  void agreesWithTheTraceOfPowers() {
    SplittableRandom random = new SplittableRandom(5);
    for (int n = 1; n <= 6; n++) {
      double[][] m = new double[n][n];
      for (double[] row : m) {
        for (int j = 0; j < n; j++) {
          row[j] = 2 * random.nextDouble() - 1;
        }
      }
      ComplexEigenvalues z = ComplexEigenvalues.of(m);
      double trace = 0;
      double traceOfSquare = 0;
      for (int i = 0; i < n; i++) {
        trace += m[i][i];
        for (int j = 0; j < n; j++) {
          traceOfSquare += m[i][j] * m[j][i];
        }
      }
      double sum = 0;
      double sumOfSquares = 0;
      for (int i = 0; i < n; i++) {
        sum += z.re()[i];
        sumOfSquares += z.re()[i] * z.re()[i] - z.im()[i] * z.im()[i];
      }
      assertThat(sum).isCloseTo(trace, within(1e-11));
      assertThat(sumOfSquares).isCloseTo(traceOfSquare, within(1e-11));
    }
  }

  @Test
  void countsDimensionsOfGradientDescent() {
    LinearizedSpectrum saddle =
        LinearizedSpectrum.of(
            descent(0.1).linearization().orElseThrow(), new double[] {-1, 0, 1, 21});
    assertThat(saddle.stableDimension()).isEqualTo(1);
    assertThat(saddle.centerDimension()).isEqualTo(1);
    assertThat(saddle.unstableDimension()).isEqualTo(2);
    assertThat(saddle.escapeFactor()).isCloseTo(1.1, within(1e-15));
    assertThat(saddle.spectralRadius()).isCloseTo(1.1, within(1e-15));
    assertThat(saddle.isAttracting()).isFalse();
  }

  @Test
  void findsTheEscapeFactorsOfMomentum() {
    // logarithms of the larger roots for alpha gamma = 0.01, evaluated with 50 digits
    assertEscape(heavyBall(0.01, 0.5), 0.0194323);
    assertEscape(nesterov(0.01, 0.5), 0.0196158);
    assertEscape(heavyBall(0.01, 0.9), 0.0626541);
    assertEscape(nesterov(0.01, 0.9), 0.0652164);
    assertEscape(descent(0.01), 0.0099503);
  }

  @Test
  void findsTheCoefficientOfTheStateAtRest() {
    double[][] block = heavyBall(0.01, 0.9).linearization().orElseThrow().at(-1);
    DominantEigenvector pair = DominantEigenvector.of(block).orElseThrow();
    double z = pair.value();
    double other = 0.9 / z;
    // (x_k, x_{k-1}) = c (z, 1) z^k + c' (z', 1) z'^k from (1, 1): c = (1 - z') / (z - z')
    double expected = (1 - other) / (z - other);
    double[] right = pair.right();
    assertThat(right[0] / right[1]).isCloseTo(z, within(1e-12));
    assertThat(pair.coefficient(new double[] {1, 1}) * right[1]).isCloseTo(expected, within(1e-12));
    double[] state = {1, 1};
    for (int k = 0; k < 200; k++) {
      state = new double[] {block[0][0] * state[0] + block[0][1] * state[1], state[0]};
    }
    assertThat(state[0] / Math.pow(z, 200)).isCloseTo(expected * z, within(1e-9));
  }

  /** Errors tell eigenvalues apart that are one; a missing eigenvector stays missing. */
  @Test
  void eigenvaluesWithinTheToleranceCountAsOne() {
    double[][] matrix = {{2 + 1e-9, 0, 0}, {0, 2, 0}, {0.3, 0, 0.5}};
    DominantEigenvector pair = DominantEigenvector.of(matrix, 1e-8).orElseThrow();
    double[] l = pair.left();
    double[] r = pair.right();

    assertThat(pair.value()).isCloseTo(2, within(1e-8));
    assertThat(l[0] * r[0] + l[1] * r[1] + l[2] * r[2]).isCloseTo(1, within(1e-12));
    assertThat(l[2]).isCloseTo(0, within(1e-8));
    assertThat(0.3 * r[0] - 1.5 * r[2]).isCloseTo(0, within(1e-8));
    assertThat(DominantEigenvector.of(new double[][] {{2, 1}, {0, 2}}, 1e-8)).isEmpty();
  }

  @Test
  void hasNoDominantEigenvectorForComplexOrMultipleEigenvalues() {
    assertThat(DominantEigenvector.of(new double[][] {{0, -2}, {2, 0}})).isEmpty();
    assertThat(DominantEigenvector.of(new double[][] {{1, 1}, {0, 1}})).isEmpty();
  }

  @Test
  void rejectsWhatIsNoMatrix() {
    assertThatThrownBy(() -> ComplexEigenvalues.of(new double[][] {{1, 2}}))
        .hasMessage("the matrix has 1 rows, but a row of 2 entries");
  }

  /**
   * A step size times an eigenvalue may overflow: then a point is not taken for an attracting one.
   */
  @Test
  void eigenvaluesBeyondTheRangeOfDoublesAreUnknownOrInfinite() {
    ComplexEigenvalues one = ComplexEigenvalues.of(new double[][] {{Double.NEGATIVE_INFINITY}});
    ComplexEigenvalues two =
        ComplexEigenvalues.of(new double[][] {{Double.NEGATIVE_INFINITY, -0.5}, {1, 0}});

    assertThat(one.outside(1e-9)).isOne();
    assertThat(two.spectralRadius()).isNaN();
    assertThat(two.on(1e-9)).isEqualTo(2);
  }

  @Test
  void eigenvaluesDoNotOverflowBeforeTheyAreBeyondTheRangeOfDoubles() {
    ComplexEigenvalues pair = ComplexEigenvalues.of(new double[][] {{0, -1e300}, {1e300, 0}});
    ComplexEigenvalues heavyBall = ComplexEigenvalues.of(new double[][] {{-1e300, -0.5}, {1, 0}});

    assertThat(pair.modulus(1)).isCloseTo(1e300, withinPercentage(1e-10));
    assertThat(heavyBall.re()[0]).isCloseTo(-1e300, withinPercentage(1e-10));
    assertThat(heavyBall.modulus(1)).isZero();
  }

  private static void assertEscape(LinearMethod method, double slope) {
    LinearizedSpectrum spectrum =
        LinearizedSpectrum.of(method.linearization().orElseThrow(), new double[] {-1, 1});
    assertThat(Math.log(spectrum.escapeFactor())).isCloseTo(slope, within(1e-7));
  }

  private static LinearMethod descent(double alpha) {
    return new LinearMethod(new double[][] {{1}}, new double[] {-alpha}, new double[] {1}) {};
  }

  private static LinearMethod heavyBall(double alpha, double beta) {
    return momentum(alpha, beta, new double[] {1, 0});
  }

  private static LinearMethod nesterov(double alpha, double beta) {
    return momentum(alpha, beta, new double[] {1 + beta, -beta});
  }

  private static LinearMethod momentum(double alpha, double beta, double[] c) {
    return new LinearMethod(
        new double[][] {{1 + beta, -beta}, {1, 0}}, new double[] {-alpha, 0}, c) {};
  }
}
