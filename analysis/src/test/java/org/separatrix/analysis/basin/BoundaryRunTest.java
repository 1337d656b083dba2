package org.separatrix.analysis.basin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Problem;

/**
 * A valley whose floor falls so slowly, x' = -x / (50 (0.05 + x^2)), that rounding grows from 1e-16
 * to 1 across it several times before a run from x = 2.5 has come to the saddle at its end.
 */
class BoundaryRunTest {
  private static final Bench BENCH = new Bench();

  private final Problem problem =
      Formulas.problem("y^4/4 - y^2/2 + log(0.05 + x^2)/100", Box.cube(2, -3, 3), 26.4, "x", "y");
  private final StudyResult study = BENCH.study(problem, Methods.gradientDescent(0.03));
  private final CellResult cell = study.cells().get(0);
  private final Census census = study.censuses().get(0);
  private final PlanarSlice slice = PlanarSlice.of(SliceConfig.DEFAULT, problem);

  private boolean comesNear(Crossing crossing) {
    return new BoundaryRun(cell, census, BENCH).comesNear(crossing, slice);
  }

  private Crossing crossing() {
    return Crossing.between(
            new double[] {2.5, -0.3},
            new double[] {2.5, 0.4},
            UnaryOperator.identity(),
            cell,
            census,
            BENCH)
        .orElseThrow();
  }

  @Test
  void aRunBetweenTheBasinsIsFollowedBeyondRounding() {
    assertThat(crossing().low()[1]).isBetween(-1e-12, 1e-12);
    assertThat(comesNear(crossing())).isTrue();
  }

  @Test
  void withoutTheSaddleThereIsNothingToComeNear() {
    List<CriticalPoint> minima =
        census.points().stream()
            .filter(point -> point.kind() == CriticalPointKind.LOCAL_MINIMUM)
            .toList();
    Census robbed = new Census(problem, minima, census.completeness());

    assertThat(minima).hasSize(2);
    assertThat(new BoundaryRun(cell, robbed, BENCH).comesNear(crossing(), slice)).isFalse();
  }

  /** As where the two sides round otherwise than the runs did that told them apart. */
  @Test
  void ofTwoRunsToOneMinimumNothingIsTold() {
    assertThat(comesNear(new Crossing(new double[] {2.5, 0.4}, new double[] {2.5, 0.4 + 1e-9})))
        .isTrue();
  }

  @Test
  void ofRunsThatHaveEndedNowhereNothingIsTold() {
    StopRule early = new StopRule(1e-10, 20, 1e8, Optional.empty());
    StudyResult unfinished =
        BENCH.study(problem, cell.optimizer(), Bench.uniform(problem), 1, early);
    Crossing apart = new Crossing(new double[] {2.5, -0.3}, new double[] {2.5, 0.4});

    assertThat(new BoundaryRun(unfinished.cells().get(0), census, BENCH).comesNear(apart, slice))
        .isTrue();
  }
}
