package org.separatrix.runner.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;

class NumbersTest {
  @Test
  void pointsNearTheOriginHaveFourDigits() {
    assertThat(Numbers.point(new double[] {Math.PI, -1, 0}, Box.cube(3, -4, 4)))
        .isEqualTo("(3.142, -1, 0)");
  }

  /** With four digits, minima at 1000001 and 1000003 would both be at 1000000. */
  @Test
  void pointsOfADomainFarAwayCanBeToldFromEachOther() {
    Box far = Box.cube(2, 1e6, 1e6 + 4);

    assertThat(Numbers.point(new double[] {1_000_001, 1_000_003.25}, far))
        .isEqualTo("(1000001, 1000003.25)");
    assertThat(Numbers.point(new double[] {2e9 + 1, -0.125}, Box.cube(2, 2e9, 2e9 + 2)))
        .isEqualTo("(2000000001, -0.125)");
  }

  @Test
  void longPointsAreShortened() {
    assertThat(Numbers.point(new double[8], Box.cube(8, -1, 1)))
        .isEqualTo("(0, 0, 0, 0, 0, 0, ... (8 numbers))");
  }
}
