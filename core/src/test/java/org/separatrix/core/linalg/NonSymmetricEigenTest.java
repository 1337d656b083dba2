package org.separatrix.core.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  /** A step of heavy ball whose size times the eigenvalue is beyond the range of doubles. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 1e300})
  void hasNoSolutionBeyondTheRangeOfDoubles(double entry) {
    assertThat(NonSymmetricEigen.of(new double[][] {{entry, -0.5}, {1, 0}})).isEmpty();
  }
}
