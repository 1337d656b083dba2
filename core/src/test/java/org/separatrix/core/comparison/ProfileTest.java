package org.separatrix.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final double FAILED = Double.POSITIVE_INFINITY;

  /** Two methods on four problems: ratios (1, 2), (3, 1), (1, failed), (failed, failed). */
  private static final double[][] COSTS = {
    {10, 20}, {30, 10}, {5, FAILED}, {FAILED, FAILED},
  };

  @Test
  void performanceProfileOfAWorkedExample() {
    PerformanceProfile profile = PerformanceProfile.of(COSTS);

    assertThat(profile.share(0, 1)).isEqualTo(0.5);
    assertThat(profile.share(1, 1)).isEqualTo(0.25);
    assertThat(profile.share(0, 2.9)).isEqualTo(0.5);
    assertThat(profile.share(0, 3)).isEqualTo(0.75);
    assertThat(profile.share(1, 2)).isEqualTo(0.5);
    assertThat(profile.share(1, 1e9)).isEqualTo(0.5);
    assertThat(profile.largestRatio()).isEqualTo(3);
  }

  @Test
  void dataProfileCountsInSimplexGradients() {
    DataProfile profile = new DataProfile(COSTS, new int[] {1, 4, 4, 9});

    assertThat(profile.share(0, 0.9)).isZero();
    assertThat(profile.share(0, 1)).isEqualTo(0.25);
    assertThat(profile.share(0, 5)).isEqualTo(0.5);
    assertThat(profile.share(0, 6)).isEqualTo(0.75);
    assertThat(profile.share(1, 2)).isEqualTo(0.25);
    assertThat(profile.share(1, 1e9)).isEqualTo(0.5);
  }
}
