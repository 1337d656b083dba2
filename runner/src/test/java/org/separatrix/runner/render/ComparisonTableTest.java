package org.separatrix.runner.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.runner.compare.Comparison;

class ComparisonTableTest {
  private static final List<Comparison.Cost> COSTS =
      List.of(
          new Comparison.Cost(
              "heavy-ball step=0.05 momentum=0.5", 200, 50, 1, 0.7, 1, 363.3, 278.4, 493.4, 0, 1),
          new Comparison.Cost(
              "heavy-ball step=0.05 momentum=0.9", 200, 46, 1, 0.7, 1, 1473, 1121, 2019, 0, 2));

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 85, 86, 100, 150})
  void linesFit(int columns) {
    assertThat(printed(columns).lines())
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(line -> line.length() <= columns);
  }

  @Test
  void targetsStandAboveTheirRowsWhereThereIsLittleRoom() {
    assertThat(printed(62))
        .isEqualTo(
            """
                optimizer     reached    gradients, with restarts     rank
              |grad f| <= 0.01
                heavy...=0.5  50 of 200  363.3 (278.4 to 493.4)       1
                heavy...=0.9  46 of 200  1,473.0 (1,121.0 to 2,019.0) 2
            """);
  }

  private static String printed(int columns) {
    StringWriter text = new StringWriter();
    new ComparisonTable(Compared.optimizers(COSTS), List.of(Compared.problem(COSTS)), columns)
        .print(new PrintWriter(text, true));
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
