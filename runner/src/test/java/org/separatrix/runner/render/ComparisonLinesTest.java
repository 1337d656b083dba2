package org.separatrix.runner.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.runner.compare.Comparison;

class ComparisonLinesTest {
  @Test
  void longNamesLoseTheirMiddle() {
    assertThat(rows("heavy-ball step=0.05 momentum=0.5", "heavy-ball step=0.05 momentum=0.9"))
        .containsExactly("heavy-ball st... momentum=0.5", "heavy-ball st... momentum=0.9");
    assertThat(rows("gradient-descent step=0.0005 @ A", "gradient-descent step=0.0005 @ B"))
        .containsExactly("gradient-desc...ep=0.0005 @ A", "gradient-desc...ep=0.0005 @ B");
    assertThat(rows("nesterov", "gradient-descent"))
        .containsExactly("nesterov", "gradient-descent");
  }

  @Test
  void noTwoNamesBecomeTheSame() {
    assertThat(
            rows(
                "heavy-ball step=0.01 momentum=0.9 in the first study",
                "heavy-ball step=0.05 momentum=0.9 in the first study",
                "heavy-ball step=0.05 momentum=0.8 in the first study"))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.length() < 50);
  }

  /** Also where an interval of large numbers is wider than usual. */
  @Test
  void ranksStandBelowEachOther() {
    List<String> table =
        printed(
                List.of(
                    new Comparison.Cost("first", 10, 10, 1, 0.7, 1, 5, 4, 6, 0, 1),
                    new Comparison.Cost("second", 10, 10, 1, 0.7, 1, 4e6, 1.5e6, 9.1e6, 0, 2)))
            .lines()
            .filter(line -> line.matches(".* (rank|1|2)"))
            .toList();

    assertThat(table).hasSize(3);
    assertThat(table.get(0).indexOf("rank"))
        .isEqualTo(table.get(1).lastIndexOf('1'))
        .isEqualTo(table.get(2).lastIndexOf('2'));
  }

  /** Returns how optimizers are named in the table. */
  private static List<String> rows(String... optimizers) {
    List<Comparison.Cost> costs = new ArrayList<>();
    for (String optimizer : optimizers) {
      costs.add(new Comparison.Cost(optimizer, 10, 10, 1, 0.7, 1, 5, 4, 6, 0, costs.size() + 1.0));
    }
    return printed(costs)
        .lines()
        .filter(line -> line.contains("10 of 10"))
        .map(line -> line.substring(22).replaceFirst(" +10 of 10.*", ""))
        .toList();
  }

  private static String printed(List<Comparison.Cost> costs) {
    StringWriter text = new StringWriter();
    new ComparisonLines(new PrintWriter(text, true), false)
        .print(
            new Comparison(
                Compared.optimizers(costs),
                0.95,
                0.05,
                List.of(Compared.problem(costs)),
                List.of(),
                new Comparison.Profile(1, new double[0], Map.of()),
                new Comparison.Profile(1, new double[0], Map.of()),
                null,
                List.of()));
    return text.toString();
  }
}
