package org.separatrix.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Verdict;

/** What a slope says that is known within some error, as a ratio to the one that is predicted. */
class CycleVerdictTest {
  private static final double THREE_DERIVATIVES = 8;

  private static Verdict verdict(double ratio, double error, double cubic) {
    return CycleFinding.verdict(new CycleTest(ratio, error, true, 1, cubic, Double.NaN));
  }

  @Test
  void aSlopeThatIsKnownWellConfirmsOrContradicts() {
    assertThat(verdict(1.01, 0.015, THREE_DERIVATIVES)).isEqualTo(Verdict.CONSISTENT);
    assertThat(verdict(1.05, 0.015, THREE_DERIVATIVES)).isEqualTo(Verdict.CONTRADICTED);
    assertThat(verdict(1.5, 0.09, THREE_DERIVATIVES)).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void aSlopeThatIsKnownBadlyDoesNeither() {
    assertThat(verdict(1.01, 0.05, THREE_DERIVATIVES)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(1.5, 0.11, THREE_DERIVATIVES)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aCycleThatIsNotSmallContradictsNothing() {
    assertThat(verdict(1.5, 0.01, 4)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(1.5, 0.01, Double.NaN)).isEqualTo(Verdict.CONTRADICTED);
  }
}
