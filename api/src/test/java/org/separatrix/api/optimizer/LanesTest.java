package org.separatrix.api.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanesTest {
  private static final int LANES = 37;

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
  void doesNotLookBehindTheLanes() {
    double[] numbers = {0, 0, 0, 5};
    assertThat(Lanes.firstNonzero(numbers, 0, 3)).isEqualTo(-1);
    assertThat(Lanes.firstNonzero(numbers, 3, 3)).isEqualTo(-1);
    assertThat(Lanes.firstNonzero(numbers, 0, 0)).isEqualTo(-1);
  }
}
