package org.separatrix.analysis.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.linearization.PositionResponse;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.optimizer.LinearMethod;

class EscapeLawTest {
  private static EscapeLaw law(LinearMethod method, double lambda, double ratio) {
    PositionResponse response =
        PositionResponse.of(method, method.linearization().orElseThrow(), lambda).orElseThrow();
    return new EscapeLaw(response, ratio, 1e-14, 1_000_000);
  }

  /** alpha = 0.1, gamma = 0.5, R/sigma = 1000: simulated mean 155.11, asymptotic formula 155.10. */
  @Test
  void meanAndDeviationAreTheKnownOnes() {
    EscapeLaw law = law(Methods.gradientDescent(0.1), -0.5, 1000);
    double c = Math.log(1.05);

    assertThat(law.mean()).isCloseTo(155.10, within(0.01));
    assertThat(law.mean()).isCloseTo((Math.log(1000) + 0.6351814) / c + 0.5, within(1e-5));
    // A continuous variable rounded up has 1/12 more variance.
    assertThat(law.standardDeviation())
        .isCloseTo(Math.sqrt(1.1107207 * 1.1107207 / (c * c) + 1.0 / 12), within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 100", "0.3, 1000", "0.7, 1e5"})
  void survivalOfGradientDescentIsTheClosedForm(double alphaGamma, double ratio) {
    EscapeLaw law = law(Methods.gradientDescent(alphaGamma), -1, ratio);

    assertThat(law.isComplete()).isTrue();
    for (int k = 0; k <= law.lastStep(); k += 7) {
      double exact = Erf.erf(ratio * Math.pow(1 + alphaGamma, -k) / Math.sqrt(2));
      assertThat(law.survival(k)).isCloseTo(exact, within(1e-12));
    }
  }

  /** alpha gamma = 0.01: slopes of heavy ball and of Nesterov's method at two momenta. */
  @ParameterizedTest
  @CsvSource({"0.5, 0.0194323, 0.0196158", "0.9, 0.0626541, 0.0652164"})
  void momentumEscapesFaster(double beta, double heavyBall, double nesterov) {
    assertThat(slope(Methods.heavyBall(0.01, beta))).isCloseTo(heavyBall, within(1e-7));
    assertThat(slope(Methods.nesterov(0.01, beta))).isCloseTo(nesterov, within(1e-7));
    assertThat(slope(Methods.gradientDescent(0.01))).isCloseTo(0.0099503, within(1e-7));
    assertThat(nesterov).isGreaterThan(heavyBall);
  }

  /** Late in the recursion of m_k itself, which knows nothing of eigenvalues. */
  private static double slope(LinearMethod method) {
    double[] envelope =
        PositionResponse.of(method, method.linearization().orElseThrow(), -1)
            .orElseThrow()
            .envelope(1e12, 10_000);
    int k = envelope.length - 1;
    return Math.log(envelope[k] / envelope[k - 100]) / 100;
  }

  /** The position of Nesterov's method is not its first state vector: m_1 = C M (1, 1)'. */
  @Test
  void responseIsThatOfThePosition() {
    LinearMethod method = Methods.nesterov(0.1, 0.5);

    double[] envelope =
        PositionResponse.of(method, method.linearization().orElseThrow(), -1)
            .orElseThrow()
            .envelope(10, 1);

    // From rest y_0 = 1, x_1 = 1.1, y_1 = x_1 + 0.5 (x_1 - 1) = 1.15.
    assertThat(envelope).containsExactly(new double[] {1, 1.15}, within(1e-15));
  }

  @Test
  void limitIsReported() {
    LinearMethod method = Methods.gradientDescent(1e-6);
    PositionResponse response =
        PositionResponse.of(method, method.linearization().orElseThrow(), -1).orElseThrow();

    EscapeLaw law = new EscapeLaw(response, 1000, 1e-8, 1000);

    assertThat(law.isComplete()).isFalse();
    assertThat(law.lastStep()).isEqualTo(1000);
  }

  @Test
  void responseOfADeclaredBlockOfSeveralRowsIsUnknown() {
    var optimizer =
        Methods.declaring(
            0.1, Optional.of(lambda -> new double[][] {{1 - 0.1 * lambda, 0}, {1, 0}}), true);

    assertThat(PositionResponse.of(optimizer, optimizer.linearization().orElseThrow(), -1))
        .isEmpty();
  }
}
