package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FastestFormTest {
  @Test
  void formsTakeTurnsUntilTheOneWithTheLeastTimeForAUnitGoesOnAlone() {
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

  @Test
  void fewerTurnsAreEnoughIfTheyAreLong() {
    FastestForm choice = new FastestForm(2);
    int turns = 0;
    while (choice.isOpen()) {
      int form = choice.next();
      choice.note(form, form == 0 ? 1_000_000 : 200_000, 100);
      turns++;
    }

    assertThat(turns).isEqualTo(2 * 1000);
    assertThat(choice.next()).isEqualTo(1);
  }
}
