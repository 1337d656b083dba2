package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class FastestFormTest {
  @Test
  void formsTakeTurnsUntilTheOneWithTheLeastMeanTimeForAUnitGoesOnAlone() {
    FastestForm choice = new FastestForm(3);
    long[] turns = new long[3];
    while (choice.isOpen()) {
      int form = choice.next();
      turns[form]++;
      // The first turn of each is slow, as before it is compiled; twice the work takes form 1 less.
      long time = turns[form] == 1 ? 50_000 : new long[] {1000, 1500, 1100}[form];
      choice.note(form, time, form == 1 ? 200 : 100);
    }

    assertThat(turns).containsOnly(3000);
    assertThat(choice.next()).isEqualTo(1);
    assertThat(choice.nanoseconds(1)).isEqualTo(7.5);
  }

  /** One turn in a hundred is twice as fast, and as many of the other form were interrupted. */
  @Test
  void luckDoesNotDecide() {
    FastestForm choice = new FastestForm(2);
    takeTurns(
        choice,
        (form, turn) -> {
          boolean odd = turn % 100 < 2;
          return form == 0 ? odd ? 550 : 1000 : odd ? 1_000_000 : 900;
        });

    assertThat(choice.next()).isEqualTo(1);
    assertThat(choice.nanoseconds(1)).isEqualTo(9);
  }

  /** The better form is compiled after the other, and its slow turns were many. */
  @Test
  void turnsBeforeBetterCompiledCodeDoNotCount() {
    FastestForm choice = new FastestForm(2);
    takeTurns(choice, (form, turn) -> form == 0 ? 1000 : turn < 4000 ? 1800 : 800);

    assertThat(choice.next()).isEqualTo(1);
    assertThat(choice.nanoseconds(1)).isEqualTo(8);
  }

  @Test
  void fewerTurnsAreEnoughIfTheyAreLong() {
    FastestForm choice = new FastestForm(2);
    int turns = takeTurns(choice, (form, turn) -> form == 0 ? 1_000_000 : 200_000);

    assertThat(turns).isEqualTo(2 * 1000);
    assertThat(choice.next()).isEqualTo(1);
  }

  /** Takes turns of a hundred units until a form is picked, and returns how many. */
  private static int takeTurns(FastestForm choice, IntBinaryOperator time) {
    int turns = 0;
    while (choice.isOpen()) {
      int form = choice.next();
      turns++;
      choice.note(form, time.applyAsInt(form, turns), 100);
    }
    return turns;
  }
}
