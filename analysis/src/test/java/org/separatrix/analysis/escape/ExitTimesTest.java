package org.separatrix.analysis.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.linearization.PositionResponse;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.random.RandomStreams;

class ExitTimesTest {
  private static final int RUNS = 100_000;

  private static EscapeLaw law(double alphaGamma) {
    LinearMethod method = Methods.gradientDescent(alphaGamma);
    PositionResponse response =
        PositionResponse.of(method, method.linearization().orElseThrow(), -1).orElseThrow();
    return new EscapeLaw(response, 1000, 1e-8, 100_000);
  }

  /** Exit steps by the formula ceil(ln(1000/|Z|) / c), without a simulation. */
  private static ExitTimes drawn(double alphaGamma, int lastStep, long stream) {
    RandomGenerator random = RandomStreams.stream(stream);
    long[] counts = new long[lastStep + 2];
    for (int i = 0; i < RUNS; i++) {
      double steps = Math.log(1000 / Math.abs(random.nextGaussian())) / Math.log1p(alphaGamma);
      counts[(int) Math.min(lastStep + 1, Math.floor(steps) + 1)]++;
    }
    return new ExitTimes(counts, 0);
  }

  @Test
  void lawIsAccepted() {
    EscapeLaw law = law(0.05);

    ExitTimes exits = drawn(0.05, law.lastStep(), 1);

    assertThat(exits.runs()).isEqualTo(RUNS);
    assertThat(exits.survivors()).isZero();
    // Six standard errors.
    assertThat(exits.mean())
        .isCloseTo(law.mean(), within(6 * law.standardDeviation() / Math.sqrt(RUNS)));
    assertThat(exits.against(law).degreesOfFreedom()).isGreaterThan(50);
    assertThat(exits.against(law).pValue()).isGreaterThan(1e-6);
  }

  /** p-values of a true law are uniform: the chance that none of 40 is below 0.25 is 1e-5. */
  @Test
  void valuesOfPAreSpread() {
    EscapeLaw law = law(0.05);
    int low = 0;
    for (int stream = 100; stream < 140; stream++) {
      low += drawn(0.05, law.lastStep(), stream).against(law).pValue() < 0.25 ? 1 : 0;
    }

    assertThat(low).isBetween(1, 24);
  }

  /** Half a percent more curvature shifts T by half a standard error of one run, or 3 steps. */
  @Test
  void wrongGrowthIsRejected() {
    EscapeLaw law = law(0.05);

    assertThat(drawn(0.05025, law.lastStep(), 1).against(law).pValue()).isLessThan(1e-6);
    assertThat(drawn(0.04975, law.lastStep(), 1).against(law).pValue()).isLessThan(1e-6);
  }

  /** A few runs that stay for ever are seen, though the mean hardly moves. */
  @Test
  void runsThatStayAreRejected() {
    EscapeLaw law = law(0.05);
    long[] counts = drawn(0.05, law.lastStep(), 1).counts();
    counts[counts.length - 1] += 60;

    assertThat(new ExitTimes(counts, 0).against(law).pValue()).isLessThan(1e-6);
  }
}
