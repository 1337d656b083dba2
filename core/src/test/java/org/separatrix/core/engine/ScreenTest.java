package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lanes are marked where a bound is crossed, and nowhere else. */
class ScreenTest {
  private static final int LANES = 40;
  private static final int LANE = 17;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void marksNoLaneWithinTheBounds(int dimension) {
    assertThat(marked(1e-20, 1e16, points(dimension, 1e-9), points(dimension, 1e7))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1e-20",
    "2, 1e-20",
    "3, 1e-20",
    "6, 1e-20",
    "2, 1e-280",
    "2, 1",
    "2, 3",
    "2, 0.75",
    "3, 0.75",
    "2, 1e100",
    "1, 0x1p-60",
    "2, 0x1p-60",
    "2, 0x1.fffffffffffffp-60"
  })
  void findsASmallGradientSharply(int dimension, double low) {
    double[][] gradient = points(dimension, 2 * Math.sqrt(low));
    put(gradient, Math.sqrt(low / dimension) * (1 + 1e-14));
    assertThat(marked(low, 1e16, gradient, points(dimension, 1))).isEmpty();
    put(gradient, Math.sqrt(low / dimension) * (1 - 1e-14));
    assertThat(marked(low, 1e16, gradient, points(dimension, 1))).containsExactly(LANE);
    put(gradient, 0);
    assertThat(marked(low, 1e16, gradient, points(dimension, 1))).containsExactly(LANE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1e16",
    "2, 1e16",
    "3, 1e16",
    "6, 1e16",
    "2, 1e-100",
    "2, 1",
    "2, 3",
    "2, 0.75",
    "3, 0.75",
    "2, 1e290",
    "1, 0x1p60",
    "2, 0x1p60",
    "2, 0x1.fffffffffffffp60"
  })
  void findsAFarPositionSharply(int dimension, double high) {
    double[][] position = points(dimension, Math.sqrt(high / dimension) / 2);
    put(position, Math.sqrt(high / dimension) * (1 - 1e-14));
    assertThat(marked(1e-20, high, points(dimension, 1), position)).isEmpty();
    put(position, Math.sqrt(high / dimension) * (1 + 1e-14));
    assertThat(marked(1e-20, high, points(dimension, 1), position)).containsExactly(LANE);
    put(position, Math.sqrt(high) * 1e4);
    assertThat(marked(1e-20, high, points(dimension, 1), position)).containsExactly(LANE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void findsAFarPositionWhereTheGradientIsLarge(int dimension) {
    double[][] position = points(dimension, 1);
    put(position, 1.1e8);
    assertThat(marked(1e-20, 1e16, points(dimension, 1e120), position)).containsExactly(LANE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, NaN",
    "1, Infinity",
    "1, -Infinity",
    "2, NaN",
    "2, Infinity",
    "2, -Infinity",
    "3, NaN",
    "3, Infinity",
    "4, -Infinity"
  })
  void findsWhatIsNotFinite(int dimension, double value) {
    for (int k = 0; k < dimension; k++) {
      for (double low : new double[] {0, 1e-20}) {
        double[][] spoilt = points(dimension, 1);
        spoilt[k][LANE] = value;
        assertThat(marked(low, 1e16, spoilt, points(dimension, 1))).containsExactly(LANE);
        assertThat(marked(low, 1e16, points(dimension, 1), spoilt)).containsExactly(LANE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void withoutALowerBoundMarksNoGradient(int dimension) {
    double[][] gradient = points(dimension, 1e-200);
    put(gradient, 0);
    assertThat(marked(0, 1e16, gradient, points(dimension, 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void marksEveryLaneThatNoLargeBoundCanTell(int dimension) {
    double[][] position = points(dimension, 1e140);
    put(position, 1e149);
    assertThat(marked(1e-20, 1e300, points(dimension, 1), position)).containsExactly(LANE);
    assertThat(marked(Double.POSITIVE_INFINITY, 1e16, points(dimension, 1), points(dimension, 1)))
        .hasSize(LANES);
  }

  @Test
  void marksLanesOneByOneAndFindsAllInOrder() {
    Screen screen = new Screen(1e-20, 1e16, new double[LANES]);
    screen.apply(points(2, 1), points(2, 1), LANES);
    screen.mark(LANE);
    screen.mark(3);
    assertThat(found(screen)).containsExactly(3, LANE);
  }

  private static double[][] points(int dimension, double value) {
    double[][] points = new double[dimension][LANES + 3];
    for (double[] coordinate : points) {
      Arrays.fill(coordinate, value);
    }
    return points;
  }

  private static void put(double[][] points, double value) {
    for (double[] coordinate : points) {
      coordinate[LANE] = value;
    }
  }

  private static int[] marked(double low, double high, double[][] gradient, double[][] position) {
    Screen screen = new Screen(low, high, new double[LANES + 3]);
    screen.apply(gradient, position, LANES);
    return found(screen);
  }

  private static int[] found(Screen screen) {
    int[] found = new int[LANES];
    return Arrays.copyOf(found, screen.marked(LANES, found));
  }
}
