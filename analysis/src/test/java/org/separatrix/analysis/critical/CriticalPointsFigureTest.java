package org.separatrix.analysis.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.objective.Problem;

class CriticalPointsFigureTest {
  private static final Bench BENCH = new Bench();

  @Test
  void aFunctionOfTwoVariablesIsDrawnWithItsPointsAndRuns() {
    StudyResult study = BENCH.study(Functions.himmelblau(), Methods.gradientDescent(0.01));

    Figure figure =
        new CriticalPoints().analyze(study, BENCH).figures().stream().findFirst().orElseThrow();

    assertThat(figure.id()).isEqualTo("landscape/himmelblau");
    assertThat(figure.layers())
        .extracting(Layer::name)
        .containsExactly(
            "f",
            study.cells().get(0).optimizerName(),
            "strict-saddle",
            "local-minimum",
            "local-maximum");
    // Each run ends at one of the minima.
    Layer.Curve runs = (Layer.Curve) figure.layers().get(1);
    Layer.Markers minima = (Layer.Markers) figure.layers().get(3);
    int ends = 0;
    for (int i = 1; i < runs.x().size(); i++) {
      if (Double.isNaN(runs.x().get(i))) {
        double x = runs.x().get(i - 1);
        double y = runs.y().get(i - 1);
        assertThat(IntStream.range(0, minima.x().size()).boxed())
            .anyMatch(k -> Math.hypot(x - minima.x().get(k), y - minima.y().get(k)) < 0.01);
        ends++;
      }
    }
    assertThat(ends).isEqualTo(6);
  }

  @Test
  void othersAreNotDrawn() {
    assertThat(figures(Functions.collapse())).isEmpty();
    assertThat(figures(Functions.quadratic(1, 2, 3))).isEmpty();
  }

  private static List<Figure> figures(Problem problem) {
    return new CriticalPoints()
        .analyze(BENCH.study(problem, Methods.gradientDescent(0.01)), BENCH)
        .figures();
  }
}
