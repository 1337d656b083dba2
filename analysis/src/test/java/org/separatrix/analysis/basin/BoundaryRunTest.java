package org.separatrix.analysis.basin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.objective.Box;
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

  @Test
  void aRunBetweenTheBasinsIsFollowedBeyondRounding() {
    Crossing crossing =
        Crossing.between(
                new double[] {2.5, -0.3},
                new double[] {2.5, 0.4},
                UnaryOperator.identity(),
                cell,
                census,
                BENCH)
            .orElseThrow();

    assertThat(crossing.low()[1]).isBetween(-1e-12, 1e-12);
    assertThat(comesNear(crossing)).isTrue();
  }

  @Test
  void aRunWithinABasinDoesNotComeNear() {
    assertThat(comesNear(new Crossing(new double[] {2.5, 0.4}, new double[] {2.5, 0.4 + 1e-9})))
        .isFalse();
  }
}
