package org.separatrix.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Table TABLE =
      new Table(List.of("work", "rate"), List.of(List.of("Lee", "1.5"), List.of("Rastrigin", "")));

  @Test
  void textHasColumnsOfEqualWidth() {
    assertThat(TABLE.text()).isEqualTo("work       rate\nLee        1.5\nRastrigin\n");
  }

  @Test
  void markdownHasARuleBelowTheHead() {
    assertThat(TABLE.markdown())
        .isEqualTo("| work | rate |\n| --- | --- |\n| Lee | 1.5 |\n| Rastrigin |  |\n");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new Table(List.of("a"), List.of(List.of("1", "2"))))
        .hasMessage("a row has 2 cells, the head 1");
  }
}
