package org.separatrix.analysis.basin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;

/** Slices of starts, what is drawn of them, and what is refused. */
class BasinSliceTest {
  /** The saddle is not on the slice, so the curve is grown from the boundary. */
  @Test
  void slicesOfSpaceWork() {
    Problem problem =
        Formulas.problem(
            "x^2/2 + y^4/4 - y^2/2 + z^2/2 + 0.3*z*x + 0.3*z^2*y",
            Box.cube(3, -1.5, 1.5),
            9,
            "x",
            "y",
            "z");
    StudyResult study = BasinsTest.BENCH.study(problem, Methods.gradientDescent(0.1));
    SliceConfig coordinates =
        new SliceConfig(List.of(1, 2), List.of(0.0, 0.0, 0.9), List.of(), List.of());
    SliceConfig directions =
        new SliceConfig(
            List.of(1, 2),
            List.of(),
            List.of(List.of(1.0, 0.0, 1.0), List.of(0.0, 1.0, 0.2)),
            List.of(0.9, 1.2));

    for (SliceConfig slice : List.of(coordinates, directions)) {
      Analysis analysis = BasinsTest.run(study, 64, slice);
      assertThat(BasinsTest.boundary(analysis.findings()).verdict())
          .as(BasinsTest.boundary(analysis.findings()).toString())
          .isEqualTo(Verdict.CONSISTENT);
      assertThat(analysis.figures()).hasSize(1);
    }
    assertThat(
            BasinsTest.observed(
                BasinsTest.boundary(BasinsTest.run(study, 64, coordinates).findings()), "seeds"))
        .isPositive();
  }

  @Test
  void aSliceThatDoesNotFitIsNamed() {
    List<Finding> line = BasinsTest.run(Functions.collapse(), Methods.gradientDescent(0.5), 64);

    assertThat(line).hasSize(1);
    assertThat(line.get(0).verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(line.get(0).hypotheses().get(0).detail())
        .isEqualTo("coordinates names 2, but objective 'collapse' has dimension 1");
  }

  @Test
  void figuresShowRegionsCurvesAndPoints() {
    Analysis analysis =
        BasinsTest.run(
            BasinsTest.BENCH.study(Formulas.himmelblau(), Methods.gradientDescent(0.01)),
            64,
            SliceConfig.DEFAULT);

    assertThat(analysis.figures())
        .extracting(figure -> figure.id())
        .containsExactly("basins/cell", "landscape/cell");
    assertThat(analysis.figures().get(0).layers()).hasAtLeastOneElementOfType(Layer.Regions.class);
    assertThat(
            analysis.figures().get(1).layers().stream()
                .filter(Layer.Curve.class::isInstance)
                .map(layer -> ((Layer.Curve) layer).role()))
        .containsExactly(Role.STABLE_MANIFOLD, Role.UNSTABLE_MANIFOLD, Role.TRAJECTORY);
    assertThat(
            analysis.figures().get(1).layers().stream()
                .filter(Layer.Markers.class::isInstance)
                .map(layer -> ((Layer.Markers) layer).role()))
        .containsExactlyInAnyOrder(Role.SADDLE, Role.MINIMUM, Role.MAXIMUM);
  }

  @Test
  void refusesBadValues() {
    assertThatThrownBy(() -> BasinsTest.config(32, SliceConfig.DEFAULT))
        .hasMessage("resolution is 32: it must lie between 64 and 4096");
    assertThatThrownBy(() -> new SliceConfig(List.of(1, 1), List.of(), List.of(), List.of()))
        .hasMessageStartingWith("coordinates is [1, 1]");
    assertThatThrownBy(() -> new SliceConfig(List.of(1, 2), List.of(), List.of(), List.of(1.0)))
        .hasMessageStartingWith("extents is [1.0]");
    assertThatThrownBy(
            () -> new SliceConfig(List.of(1, 2), List.of(), List.of(List.of(1.0, 0.0)), List.of()))
        .hasMessageStartingWith("directions is [[1.0, 0.0]]");
  }
}
