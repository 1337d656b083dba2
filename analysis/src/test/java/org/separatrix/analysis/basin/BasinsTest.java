package org.separatrix.analysis.basin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Cells;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;

class BasinsTest {
  static final Bench BENCH = new Bench();
  private static final String TILTED = "x^2/2 + y^4/4 - y^2/2 + %s*x^2*y";

  static Basins.Config config(int resolution, SliceConfig slice) {
    return new Basins.Config(resolution, slice, 8, 100);
  }

  static Analysis run(StudyResult study, int resolution, SliceConfig slice) {
    return new Basins(config(resolution, slice)).analyze(study, BENCH);
  }

  static List<Finding> run(Problem problem, Optimizer optimizer, int resolution) {
    return run(BENCH.study(problem, optimizer), resolution, SliceConfig.DEFAULT).findings();
  }

  private static List<Finding> of(List<Finding> findings, String prediction) {
    return findings.stream().filter(each -> each.prediction().equals(prediction)).toList();
  }

  static Finding boundary(List<Finding> findings) {
    return of(findings, "basin-boundary").get(0);
  }

  static double observed(Finding finding, String name) {
    return requireNonNull(finding.observed().get(name), () -> name + " in " + finding.observed());
  }

  @Test
  void gradientDescentsBoundariesAreTheStableManifoldsOfTheSaddles() {
    List<Finding> findings = run(Formulas.himmelblau(), Methods.gradientDescent(0.01), 200);

    assertThat(boundary(findings).verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(boundary(findings), "boundary-to-manifolds")).isBetween(0.3, 1.0);
    assertThat(observed(boundary(findings), "manifolds-to-boundary")).isBetween(0.3, 1.0);
    assertThat(observed(boundary(findings), "seeds")).isZero();
    assertThat(of(findings, "manifold-separates"))
        .hasSize(4)
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONSISTENT);
    // alpha L = 3.3, and the map folds
    assertThat(of(findings, "basin-smoothness").get(0).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
  }

  /** The slice cuts the manifolds in further curves, grown from the boundary itself. */
  @Test
  void heavyBallsAreTheirTraceOnTheSlice() {
    List<Finding> findings = run(Formulas.himmelblau(), Methods.heavyBall(0.01, 0.5), 128);

    assertThat(boundary(findings).verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(boundary(findings), "boundary-to-manifolds")).isBetween(0.3, 1.0);
    assertThat(observed(boundary(findings), "seeds")).isPositive();
    assertThat(of(findings, "manifold-separates"))
        .hasSize(4)
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONSISTENT);
  }

  /** The shares that are known to five digits, by a quadrature. */
  @Test
  void sharesAreTheAreasOfTheBasins() {
    Problem problem = Formulas.himmelblau();
    StudyResult study = BENCH.study(problem, Methods.gradientDescent(0.001));
    Finding finding = boundary(run(study, 96, SliceConfig.DEFAULT).findings());
    double[][] minima = {
      {3, 2}, {-2.805118, 3.131312}, {3.584428, -1.848127}, {-3.779310, -3.283186}
    };
    double[] areas = {.255635, .259893, .247194, .237278};

    for (int i = 0; i < areas.length; i++) {
      double[] minimum = minima[i];
      CriticalPoint point =
          study.censuses().get(0).points().stream()
              .filter(each -> each.distance(minimum) < 1e-3)
              .findFirst()
              .orElseThrow();
      assertThat(observed(finding, "share-" + point.id())).isCloseTo(areas[i], within(2e-3));
    }
  }

  /** Lee's function: two halves, and minima at distance 1 from the axis between them. */
  @Test
  void distancesAreThoseOfTheMinimaFromTheBoundary() {
    Problem lee = Formulas.problem(TILTED.formatted(0), Box.cube(2, -1.5, 1.5), 6, "x", "y");

    Finding finding = boundary(run(lee, Methods.gradientDescent(0.1), 64));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(finding, "share-c1")).isEqualTo(0.5);
    assertThat(observed(finding, "distance-c1")).isCloseTo(1, within(3.0 / 64 / 2));
    assertThat(observed(finding, "distance-c3")).isCloseTo(1, within(3.0 / 64 / 2));
  }

  /** The saddle that the boundary leads to is not among those that are declared to be all. */
  @Test
  void aBoundaryWithoutASaddleIsContradicted() {
    Problem problem = Formulas.problem(TILTED.formatted(0.2), Box.cube(2, -1.5, 1.5), 8, "x", "y");
    StudyResult study = BENCH.study(problem, Methods.gradientDescent(0.1));
    Census census = study.censuses().get(0);
    List<CriticalPoint> points = new ArrayList<>(census.points());
    assertThat(points.removeIf(point -> point.kind() == CriticalPointKind.STRICT_SADDLE)).isTrue();
    StudyResult robbed =
        new StudyResult(
            study.study(),
            study.seed(),
            List.of(new Census(problem, points, census.completeness())),
            study.cells());

    Finding honest = boundary(run(study, 64, SliceConfig.DEFAULT).findings());
    Finding robbedFinding = boundary(run(robbed, 64, SliceConfig.DEFAULT).findings());

    assertThat(honest.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(robbedFinding.verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  /** The planes between four minima are what goes to the origin, whose Hessian is zero. */
  @Test
  void aBoundaryThatGoesToADegeneratePointContradictsNothing() {
    Problem problem =
        Formulas.problem("x*y*z + 0.2*(x^4 + y^4 + z^4)", Box.cube(3, -2, 2), 14, "x", "y", "z");

    Finding boundary = boundary(run(problem, Methods.gradientDescent(0.07), 64));

    assertThat(boundary.verdict()).as(boundary.toString()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(observed(boundary, "missed")).isPositive();
    // No saddle has a curve, so a few places are followed, and no more are looked for.
    assertThat(observed(boundary, "seeds")).isBetween(1.0, 4.0);
  }

  /** Beside a curve that is not the method's own, both starts go to one minimum. */
  @Test
  void theCurveOfAFalseFormulaSeparatesNothing() {
    Problem problem =
        Formulas.declaring(
            TILTED.formatted(0.2), TILTED.formatted(0.1), Box.cube(2, -1.5, 1.5), 8, "x", "y");

    List<Finding> findings = run(problem, Methods.gradientDescent(0.1), 64);

    assertThat(of(findings, "manifold-separates"))
        .hasSize(1)
        .extracting(Finding::verdict)
        .containsExactly(Verdict.CONTRADICTED);
    assertThat(boundary(findings).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void belowOneOverLTheBoundaryIsSmooth() {
    Finding smooth =
        of(run(Formulas.himmelblau(), Methods.gradientDescent(0.003), 192), "basin-smoothness")
            .get(0);

    assertThat(smooth.verdict()).isEqualTo(Verdict.CONSISTENT);
    double bias = observed(smooth, "uncertainty-exponent-bias");
    assertThat(observed(smooth, "uncertainty-exponent")).isBetween(0.95, 1.05 + bias);
    assertThat(observed(smooth, "boundary-basin-entropy")).isLessThan(Math.log(2));
  }

  /**
   * With so much momentum the boundary has folds as narrow as the boxes, not ever narrower ones.
   */
  @Test
  void aBoundaryOfNarrowFoldsIsNotTakenForAFractal() {
    Problem problem =
        Formulas.problem("x^3 - 3*x*y^2 + 0.3*(x^4 + y^4)", Box.cube(2, -2, 2), 30, "x", "y");

    Finding smooth =
        of(run(problem, Methods.heavyBall(0.1 / 30, 0.99), 64), "basin-smoothness").get(0);

    assertThat(smooth.verdict()).as(smooth.toString()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(observed(smooth, "boundary-basin-entropy-fine")).isGreaterThan(Math.log(2));
  }

  /** Steps that are Newton's for z^3 = 1 have a fractal boundary; L is falsely declared. */
  @Test
  void aFractalBoundaryContradictsAFalseBound() {
    Problem newton =
        Functions.problem(
            "newton",
            Box.cube(2, -1.5, 1.5),
            0.5,
            (x, g) -> {
              double square = x[0] * x[0] + x[1] * x[1];
              double re = x[0] * x[0] - x[1] * x[1];
              double im = 2 * x[0] * x[1];
              g[0] = (x[0] - re / (square * square)) / 3;
              g[1] = (x[1] + im / (square * square)) / 3;
            });

    for (int resolution : List.of(64, 256)) {
      Finding smooth =
          of(run(newton, Methods.gradientDescent(1), resolution), "basin-smoothness").get(0);
      assertThat(smooth.verdict()).as(smooth.toString()).isEqualTo(Verdict.CONTRADICTED);
    }
  }

  @Test
  void twoMethodsAreComparedPixelByPixel() {
    Problem problem = Formulas.problem(TILTED.formatted(0.2), Box.cube(2, -1.5, 1.5), 8, "x", "y");
    StudyResult descent = BENCH.study(problem, Methods.gradientDescent(0.1));
    CellResult cell = BENCH.study(problem, Methods.heavyBall(0.1, 0.8)).cells().get(0);
    StudyResult both =
        new StudyResult(
            descent.study(),
            descent.seed(),
            descent.censuses(),
            List.of(descent.cells().get(0), Cells.named("heavy-ball", "heavy-ball", cell)));

    List<Finding> findings = of(run(both, 64, SliceConfig.DEFAULT).findings(), "basin-boundary");

    assertThat(findings.get(0).observed()).doesNotContainKey("changed-from-method");
    assertThat(observed(findings.get(1), "changed-from-method")).isBetween(0.001, 0.5);
  }

  @Test
  void startsThatGoToNoMinimumLeaveTheClaimWithoutItsHypothesis() {
    Problem lee = Formulas.problem(TILTED.formatted(0), Box.cube(2, -5, 5), 74, "x", "y");

    Finding finding = boundary(run(lee, Methods.gradientDescent(0.1), 100));

    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    // 1 - sqrt((2 + alpha)/alpha)/5, to within the pixels
    assertThat(observed(finding, "share-no limit")).isCloseTo(.083485, within(0.02));
  }

  @Test
  void withoutAFormulaOrABoundaryThereIsNothingToCompare() {
    assertThat(boundary(run(Functions.himmelblau(), Methods.gradientDescent(0.01), 64)).verdict())
        .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    Problem bowl = Formulas.problem("x^2 + y^2", Box.cube(2, -1, 1), 2, "x", "y");
    List<Finding> one = run(bowl, Methods.gradientDescent(0.1), 64);
    assertThat(one).hasSize(2).extracting(Finding::verdict).containsOnly(Verdict.INCONCLUSIVE);
    assertThat(observed(boundary(one), "share-c1")).isEqualTo(1);
  }
}
