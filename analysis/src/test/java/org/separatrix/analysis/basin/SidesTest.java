package org.separatrix.analysis.basin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.geometry.LocalManifolds;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.manifold.GrowthLimits;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.ManifoldCurve;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.PlanarSection;
import org.separatrix.core.manifold.StableCurveGrowth;

class SidesTest {
  private static final Set<Integer> BRANCHES = Set.of(0, 2);

  @Test
  void everyPairOnKnownSidesMustGoWhereTheBranchesGo() {
    List<Set<Integer>> right = List.of(BRANCHES, BRANCHES);
    assertThat(new Sides(BRANCHES, List.of(right, List.of()), 4, true).verdict())
        .isEqualTo(Verdict.CONSISTENT);
    // one of several offsets is enough to contradict
    Sides wrong = new Sides(BRANCHES, List.of(right, List.of(BRANCHES, Set.of(2))), 0, true);
    assertThat(wrong.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(wrong.deviating()).isEqualTo(1);
  }

  @Test
  void withoutAPairOnKnownSidesNothingIsDecided() {
    assertThat(new Sides(BRANCHES, List.of(List.of(), List.of()), 8, true).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(new Sides(BRANCHES, List.of(List.of(BRANCHES)), 0, false).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** x^2/2 + y^4/4 - y^2/2 at step 0.1: an offset y grows by 1.1 a step, x shrinks by 0.9. */
  @Test
  void aPassageIsTheOffsetTimesTheGrowthOnTheWay() {
    Problem lee = Formulas.problem("x^2/2 + y^4/4 - y^2/2", Box.cube(2, -2, 2), 11, "x", "y");
    CompiledFormula formula = (CompiledFormula) lee.objective();
    MethodMap map = new MethodMap(formula, Methods.gradientDescent(0.1));
    StudyResult study = BasinsTest.BENCH.study(lee, Methods.gradientDescent(0.1));
    Census census = study.censuses().get(0);
    CriticalPoint saddle =
        census.points().stream().filter(point -> point.kind().isStrict()).findFirst().orElseThrow();
    LocalManifold manifold = new LocalManifolds(map, 6).stable(saddle);
    ManifoldCurve curve =
        new StableCurveGrowth(
                manifold, PlanarSection.ofStarts(map), GrowthLimits.within(Box.cube(2, -2, 2), 0.1))
            .from(0, 0)
            .orElseThrow();
    PlanarSlice slice = PlanarSlice.of(SliceConfig.DEFAULT, lee);
    int i = curve.size() - 1;

    Passage passage = Passage.of(manifold, slice, curve, i, new double[] {0, 1}, 1e-15);

    double growth = Math.pow(1.1, curve.iterations()[i]);
    assertThat(passage.effect() / growth).isBetween(1 - 1e-9, 1 + 1e-9);
    // 1.1^j of step j from the end, and z/(z - 1) for those that follow
    assertThat(passage.resolution()).isBetween(1e-15 * 11 * growth, 1e-15 * 11 * growth + 1e-13);
    CellResult cell = study.cells().get(0);
    SideStarts starts = new SideStarts(cell, census, slice, saddle, 1e-15);
    starts.add(new StableCurves.Piece(saddle, manifold, curve), 10);
    assertThat(starts.points()).isGreaterThanOrEqualTo(8);
    assertThat(starts.starts()).hasSize(2 * (1 + starts.points() * starts.pairsAtPoint()));
    SideStarts coarse = new SideStarts(cell, census, slice, saddle, 1);
    coarse.add(new StableCurves.Piece(saddle, manifold, curve), 10);
    for (int pair = 1; pair <= starts.points() * starts.pairsAtPoint(); pair++) {
      assertThat(starts.isKnown(pair)).isTrue();
      assertThat(coarse.isKnown(pair)).isFalse();
    }
  }

  /** What is below the resolution is said. */
  @Test
  void himmelblausCurvesAreToldApartDownToRounding() {
    List<Finding> findings =
        BasinsTest.run(Formulas.himmelblau(), Methods.gradientDescent(0.01), 64).stream()
            .filter(each -> each.prediction().equals("manifold-separates"))
            .toList();

    assertThat(findings).hasSize(4);
    for (Finding finding : findings) {
      assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
      assertThat(finding.observed().get("deviating")).isZero();
      assertThat(finding.observed().get("pairs")).isGreaterThan(20.0);
      assertThat(finding.detail()).contains("closer than error and rounding tell apart");
    }
  }
}
