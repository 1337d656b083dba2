package org.separatrix.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankTableTest {
  private static final double FAILED = Double.POSITIVE_INFINITY;

  /**
   * Ranks (1 2 3) (1 2 3) (1 3 2) (1 2 3), the Friedman statistic is 6.5: Hollander, Wolfe and
   * Chicken (2014), Table A.22, k = 3, n = 4.
   */
  @Test
  void friedmanOfAWorkedExample() {
    RankTable table =
        RankTable.of(new double[][] {{1, 2, 3}, {4, 6, FAILED}, {1, 9, 8}, {2, 3, 5}});

    assertThat(table.averages()).containsExactly(1, 2.25, 2.75);
    assertThat(table.pValue()).isCloseTo(0.042, within(5e-4));
  }

  /** Both problems rank two methods alike in half of all cases, were the methods the same. */
  @Test
  void fewProblemsThatAgreeProveLittle() {
    assertThat(RankTable.of(new double[][] {{1, 2}, {1, 2}}).pValue()).isEqualTo(0.5);
    assertThat(RankTable.of(new double[][] {{1, 1}, {1, 1}}).pValue()).isEqualTo(1);
    assertThat(RankTable.of(new double[][] {{1, 1, 2}, {1, 1, 2}}).pValue())
        .isCloseTo(1 / 3.0, within(1e-15));
  }

  /** Twenty problems have too many orders to be counted: Iman and Davenport's F with 2 and 38. */
  @Test
  void manyProblemsAreTestedByF() {
    double[][] costs = new double[20][];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = i < 10 ? new double[] {1, 2, 3} : new double[] {1, 3, 2};
    }
    double friedman = 30;
    double f = 19 * friedman / (40 - friedman);

    assertThat(RankTable.of(costs).pValue())
        .isCloseTo(Math.pow(1 + 2 * f / 38, -19), within(1e-12));
  }

  @Test
  void equalOnesShareTheirRankAndFailuresAreLast() {
    RankTable table = RankTable.of(new double[][] {{7, FAILED, 7, FAILED}});

    assertThat(table.averages()).containsExactly(1.5, 3.5, 1.5, 3.5);
    assertThat(table.pValue()).isEqualTo(1);
  }

  /** Demsar (2006), Table 5(a), divided by the square root of 2 as there. */
  @ParameterizedTest
  @CsvSource({
    "2, 1.960, 1.645",
    "3, 2.343, 2.052",
    "4, 2.569, 2.291",
    "5, 2.728, 2.459",
    "6, 2.850, 2.589",
    "7, 2.949, 2.693",
    "8, 3.031, 2.780",
    "9, 3.102, 2.855",
    "10, 3.164, 2.920",
  })
  void quantilesOfTheRange(int methods, double at5Percent, double at10Percent) {
    assertThat(StudentizedRange.quantile(methods, 0.95) / Math.sqrt(2))
        .isCloseTo(at5Percent, within(1e-3));
    assertThat(StudentizedRange.quantile(methods, 0.9) / Math.sqrt(2))
        .isCloseTo(at10Percent, within(1e-3));
  }

  /** Demsar (2006), section 3.2.4: four classifiers on 14 data sets, CD = 1.25. */
  @Test
  void criticalDifferenceOfDemsar() {
    double[][] costs = new double[14][4];
    for (double[] row : costs) {
      System.arraycopy(new double[] {1, 2, 3, 4}, 0, row, 0, 4);
    }

    assertThat(RankTable.of(costs).criticalDifference(0.05)).isCloseTo(1.25, within(5e-3));
    assertThat(RankTable.of(costs).pValue()).isCloseTo(Math.pow(24, -13), withinPercentage(1e-6));
  }
}
