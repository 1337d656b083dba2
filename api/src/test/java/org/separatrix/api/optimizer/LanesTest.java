package org.separatrix.api.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final int LANES = 137;

  @Test
  void findsEachNumberThatIsNotZeroFromWhereverItLooks() {
    for (double number : new double[] {1, -1, Double.MIN_VALUE, Double.NaN, 1 / 0.0}) {
      for (int lane = 0; lane < LANES; lane++) {
        double[] numbers = new double[LANES + 6];
        numbers[lane] = number;
        for (int from = 0; from <= LANES; from++) {
          assertThat(Lanes.firstNonzero(numbers, from, LANES)).isEqualTo(from <= lane ? lane : -1);
        }
      }
    }
  }

  @Test
  void findsTheNextOneToo() {
    double[] numbers = {0, 2, 2, 0, 2, 0};
    assertThat(Lanes.firstNonzero(numbers, 0, 6)).isEqualTo(1);
    assertThat(Lanes.firstNonzero(numbers, 2, 6)).isEqualTo(2);
    assertThat(Lanes.firstNonzero(numbers, 3, 6)).isEqualTo(4);
    assertThat(Lanes.firstNonzero(numbers, 5, 6)).isEqualTo(-1);
  }

  @Test
  void findsAllHoweverTheyLie() {
    for (int distance = 1; distance <= LANES; distance++) {
      for (int first = 0; first < distance; first++) {
        double[] numbers = new double[LANES + 6];
        int[] expected = new int[(LANES - 1 - first) / distance + 1];
        for (int n = 0; n < expected.length; n++) {
          expected[n] = first + n * distance;
          numbers[expected[n]] = n % 2 == 0 ? -1e-300 : Double.NaN;
        }
        numbers[LANES] = 1;
        int[] found = new int[LANES];
        int count = Lanes.allNonzero(numbers, LANES, found);
        assertThat(Arrays.copyOf(found, count)).containsExactly(expected);
      }
    }
  }

  @Test
  void findsNoneAmongZeros() {
    assertThat(Lanes.allNonzero(new double[LANES], LANES, new int[LANES])).isZero();
    assertThat(Lanes.allNonzero(new double[] {1}, 0, new int[0])).isZero();
  }

  @Test
  void doesNotLookBehindTheLanes() {
    double[] numbers = {0, 0, 0, 5};
    assertThat(Lanes.firstNonzero(numbers, 0, 3)).isEqualTo(-1);
    assertThat(Lanes.firstNonzero(numbers, 3, 3)).isEqualTo(-1);
    assertThat(Lanes.firstNonzero(numbers, 0, 0)).isEqualTo(-1);
  }
}
