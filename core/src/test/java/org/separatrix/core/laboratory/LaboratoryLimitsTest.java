package org.separatrix.core.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.EnsembleLimits;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.critical.CriticalPointSearch;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/** The limits of an ensemble, for Lee's function: y &lt; 0 and y &gt; 0 go to different minima. */
class LaboratoryLimitsTest {
  private static final Box BOX = Box.cube(2, -2, 2);
  private static final Problem LEE =
      new Problem(
          "lee",
          new SymbolicFormulaCompiler()
              .compile(Formula.of("x^2/2 + y^4/4 - y^2/2", "x", "y"), Landscape.on(BOX)),
          BOX,
          Optional.empty());
  private static final Census CENSUS = new CriticalPointSearch(LEE, 1).search();
  private static final int SIDE = 200;

  private static EnsembleLimits limits(Census census, int threads, long maxSteps) {
    LinearMethod descent =
        new LinearMethod(new double[][] {{1}}, new double[] {-0.1}, new double[] {1}) {};
    return new LocalLaboratory(new Ensemble(threads), 5, () -> false)
        .limits(
            "raster",
            census,
            descent,
            new Raster(),
            SIDE * (SIDE + 1),
            new StopRule(1e-8, maxSteps, 1e3, Optional.empty()));
  }

  /** Columns of x from -2 to 2, rows of y from -10 to 10, the middle one on the axis. */
  private record Raster() implements StartDistribution {
    static double ordinate(long run) {
      long row = run / SIDE;
      return (row - SIDE / 2.0) / (SIDE / 2.0) * 10;
    }

    @Override
    public void draw(RandomGenerator random, long run, double[] x) {
      x[0] = (double) (run % SIDE) / SIDE * 4 - 2;
      x[1] = ordinate(run);
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return false;
    }
  }

  @Test
  void sidesGoToTheirMinimaTheAxisToTheSaddleAndTheRestDiverges() {
    EnsembleLimits limits = limits(CENSUS, 2, 10_000);

    assertThat(limits.points()).extracting(CriticalPoint::id).containsExactly("c1", "c2", "c3");
    assertThat(limits.known()).isEqualTo(3);
    for (int run = 0; run < limits.size(); run++) {
      double y = Raster.ordinate(run);
      // beyond sqrt(2/alpha + 1) runs diverge; a step folds what is beyond sqrt(1/alpha + 1)
      if (Math.abs(y) > 4.6) {
        assertThat(limits.limits()[run]).isEqualTo(EnsembleLimits.NONE);
      } else if (Math.abs(y) < 3.3) {
        assertThat(limits.limits()[run]).isEqualTo(y < 0 ? 0 : y == 0 ? 1 : 2);
      }
    }
  }

  @Test
  void runsOutOfBudgetAreUnresolved() {
    assertThat(limits(CENSUS, 1, 2).limits()).contains(EnsembleLimits.UNRESOLVED);
  }

  @Test
  void threadsMakeNoDifference() {
    assertThat(limits(CENSUS, 1, 10_000).limits()).isEqualTo(limits(CENSUS, 3, 10_000).limits());
  }

  /** A minimum that nobody knew is found at the ends of runs, and numbered after the known ones. */
  @Test
  void pointsThatWereNotKnownComeLast() {
    Census part =
        new Census(
            LEE, List.of(CENSUS.points().get(1), CENSUS.points().get(2)), CENSUS.completeness());
    EnsembleLimits all = limits(CENSUS, 2, 10_000);
    EnsembleLimits limits = limits(part, 2, 10_000);

    assertThat(limits.points()).extracting(CriticalPoint::id).containsExactly("c2", "c3", "new1");
    assertThat(limits.known()).isEqualTo(2);
    assertThat(limits.points().get(2).distance(CENSUS.points().get(0).x())).isLessThan(1e-9);
    int[] renamed = {2, 0, 1};
    for (int run = 0; run < all.size(); run++) {
      int expected = all.limits()[run] < 0 ? all.limits()[run] : renamed[all.limits()[run]];
      assertThat(limits.limits()[run]).isEqualTo(expected);
    }
  }
}
