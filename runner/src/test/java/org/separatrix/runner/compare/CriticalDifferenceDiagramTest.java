package org.separatrix.runner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.runner.compare.CriticalDifferenceDiagram.Bar;

class CriticalDifferenceDiagramTest {
  /** Demsar's example: C4.5 and three variants on 14 data sets, critical difference 1.25. */
  @Test
  void nemenyiJoinsAllOfDemsarsExample() {
    assertThat(CriticalDifferenceDiagram.bars(new double[] {1.964, 2.0, 2.893, 3.143}, 1.25))
        .containsExactly(new Bar(1.964, 3.143));
  }

  @Test
  void barsAreTheLongestStretchesWithoutADifference() {
    double[] ranks = {1, 2, 2.5, 4, 5};

    assertThat(CriticalDifferenceDiagram.bars(ranks, 1.5))
        .containsExactly(new Bar(1, 2.5), new Bar(2.5, 4), new Bar(4, 5));
    assertThat(CriticalDifferenceDiagram.bars(ranks, 0.4)).isEmpty();
    assertThat(CriticalDifferenceDiagram.bars(ranks, 4)).containsExactly(new Bar(1, 5));
    assertThat(CriticalDifferenceDiagram.bars(new double[] {1.5, 1.5}, 0.1))
        .containsExactly(new Bar(1.5, 1.5));
  }

  @Test
  void everyOptimizerIsNamedOnceWithTheBestOnTheLeft() {
    Map<String, Double> averages = new LinkedHashMap<>();
    averages.put("c", 2.5);
    averages.put("a", 1.25);
    averages.put("b", 2.25);
    Figure figure =
        CriticalDifferenceDiagram.of(new Comparison.Ranks(4, averages, 0.1, 0.05, 1.66))
            .orElseThrow();

    List<List<String>> names = new ArrayList<>();
    figure.layers().stream()
        .filter(Layer.Labels.class::isInstance)
        .map(Layer.Labels.class::cast)
        .forEach(labels -> names.add(labels.texts()));
    assertThat(names)
        .containsExactly(List.of("1", "2", "3"), List.of("a  1.25", "b  2.25"), List.of("c  2.50"));
    assertThat(CriticalDifferenceDiagram.of(new Comparison.Ranks(1, averages, 1, 0.05, null)))
        .isEmpty();
  }
}
