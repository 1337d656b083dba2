package org.separatrix.analysis.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class CriticalPointsTest {
  private static final Bench BENCH = new Bench();

  @Test
  void himmelblauAddsUp() {
    Finding finding = indices(census(Functions.himmelblau()));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.predicted()).containsEntry("degree", 1.0);
    assertThat(finding.observed()).containsEntry("points", 9.0).containsEntry("indexSum", 1.0);
    assertThat(finding.detail())
        .isEqualTo("indices of 9 points add up to 1, the degree on the boundary");
  }

  /** The negative control: whichever single point is missing, it is noticed. */
  @Test
  void everyMissingPointIsNoticed() {
    Census census = census(Functions.himmelblau());
    for (int missing = 0; missing < 9; missing++) {
      List<CriticalPoint> points = new ArrayList<>(census.points());
      points.remove(missing);
      Finding finding = indices(new Census(census.problem(), points, Status.ESTIMATED));
      assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(finding.detail()).endsWith("at least 1 missing");
    }
  }

  @Test
  void aSinglePointIsOne() {
    Problem bowl =
        Functions.problem(
            "bowl",
            Box.cube(2, -1, 1),
            2,
            (x, g) -> {
              g[0] = 2 * x[0];
              g[1] = 2 * x[1];
            });

    Finding finding = indices(census(bowl));

    assertThat(finding.detail())
        .isEqualTo("indices of 1 point add up to 1, the degree on the boundary");
    assertThat(finding.hypotheses())
        .extracting(Hypothesis::detail)
        .contains("1 point in the domain");
  }

  @Test
  void oneDimension() {
    Census census = census(Functions.collapse());
    assertThat(indices(census).verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(indices(census).observed()).containsEntry("points", 3.0);
    assertThat(
            indices(new Census(census.problem(), census.points().subList(0, 2), Status.ESTIMATED))
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  /**
   * The gradient of Re z^n is the conjugate of n z^(n-1), which turns 1 - n times, whatever the
   * unit.
   */
  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "4, 1", "5, 1", "8, 1", "3, 1e200", "3, 1e-200"})
  void degreeOfTheRealPartOfAPower(int n, double unit) {
    Box box = new Box(new double[] {-0.7, -1.1}, new double[] {1.3, 0.4});
    double lipschitz = unit * n * (n - 1) * Math.pow(1.8, n - 2);
    Problem problem =
        Functions.problem(
            "power",
            box,
            lipschitz,
            (x, g) -> {
              double modulus = unit * n * Math.pow(Math.hypot(x[0], x[1]), n - 1);
              double angle = (n - 1) * Math.atan2(x[1], x[0]);
              g[0] = modulus * Math.cos(angle);
              g[1] = -modulus * Math.sin(angle);
            });
    assertThat(BoundaryDegree.of(problem.objective(), box, lipschitz).degree())
        .isEqualTo(OptionalInt.of(1 - n));
  }

  /** With L = 0 and without an L; its gradient vanishes nowhere. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAffineFunctionHasTheDegreeZero(boolean known) {
    Optional<LipschitzBound> bound =
        known ? Optional.of(new LipschitzBound(0, Status.CERTIFIED)) : Optional.empty();
    Problem affine =
        new Problem(
            "affine",
            new SymbolicFormulaCompiler()
                .compile(Formula.of("3*x + y", "x", "y"), Landscape.unknown()),
            Box.cube(2, -2, 2),
            bound);

    Finding finding = indices(new Census(affine, List.of(), Status.CERTIFIED));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.predicted()).containsEntry("degree", 0.0);
    assertThat(finding.hypotheses()).allMatch(each -> each.status() == Status.CERTIFIED);
  }

  @Test
  void aDegeneratePointIsAViolatedHypothesis() {
    Finding finding = indices(census(Functions.monkeySaddle()));
    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(finding.hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::name)
        .containsExactly("critical points nondegenerate");
  }

  @Test
  void aCriticalPointOnTheBoundaryIsAViolatedHypothesis() {
    Problem lee = Functions.lee();
    Problem cut =
        new Problem(
            "lee",
            lee.objective(),
            new Box(new double[] {-2, -2}, new double[] {2, 1}),
            lee.lipschitz());
    Finding finding = indices(census(cut));
    assertThat(finding.verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(finding.hypotheses())
        .filteredOn(Hypothesis::isViolated)
        .extracting(Hypothesis::name)
        .containsExactly("gradient does not vanish on the boundary");
  }

  @Test
  void declaredPointsAreFoundWithTheirKind() {
    Finding finding =
        declared(
            Landscape.unknown()
                .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0, 0)
                .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 0, 1));
    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.detail()).isEqualTo("2 of 2 declared points found");
  }

  @Test
  void aDeclaredPointOfAnotherKindContradicts() {
    Finding finding =
        declared(Landscape.unknown().withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 0, 0));
    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(finding.detail())
        .isEqualTo("0 of 1 declared points found: (0, 0) declared local-minimum is strict-saddle");
  }

  /** Beside -1e10, an eigenvalue of -1e-3 is zero up to rounding, unless its sign is proven. */
  @Test
  void aSignThatRoundingHidesContradictsNothing() {
    assertThat(declaredMaximum(0, Status.ESTIMATED)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(declaredMaximum(1e-3, Status.ESTIMATED)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(declaredMaximum(1e-3, Status.CERTIFIED)).isEqualTo(Verdict.CONTRADICTED);
    assertThat(declaredMaximum(1e3, Status.ESTIMATED)).isEqualTo(Verdict.CONTRADICTED);
  }

  private static Verdict declaredMaximum(double eigenvalue, Status status) {
    return steep(eigenvalue, status).get(1).verdict();
  }

  @Test
  void whatIsProvenNotToBeDegenerateIsNotHoweverThin() {
    assertThat(steep(1e-3, Status.CERTIFIED).get(0).hypotheses())
        .contains(
            new Hypothesis(
                "critical points nondegenerate", Status.CERTIFIED, "1 point in the domain"));
    assertThat(steep(1e-3, Status.ESTIMATED).get(0).hypotheses().get(0).isViolated()).isTrue();
  }

  private static List<Finding> steep(double eigenvalue, Status status) {
    Problem steep =
        Functions.problem(
            "steep",
            Box.cube(2, -1, 1),
            1e10,
            Landscape.unknown().withCriticalPoint(CriticalPointKind.LOCAL_MAXIMUM, 0, 0),
            (x, g) -> {
              g[0] = -1e10 * x[0];
              g[1] = eigenvalue * x[1];
            });
    CriticalPoint found =
        new CriticalPoint(
            "c1",
            new double[2],
            0,
            0,
            new double[] {-1e10, eigenvalue},
            new double[][] {{1, 0}, {0, 1}},
            CriticalPointKind.STRICT_SADDLE,
            status);
    return analyze(new Census(steep, List.of(found), Status.ESTIMATED));
  }

  @Test
  void aDeclaredPointThatIsNoneContradicts() {
    Finding finding =
        declared(Landscape.unknown().withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 0.5, 1));
    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(finding.detail()).endsWith("(0.5, 1) declared local-minimum is not found");
  }

  /** The census holds some points of the line (1/2, w, 1 - w); this one may not be among them. */
  @Test
  void aDeclaredPointOfAContinuumIsFoundByItsGradient() {
    Problem line =
        Functions.problem(
            "line",
            Box.cube(3, -2, 2),
            3,
            Landscape.unknown()
                .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0.5, 0.37, 0.63)
                .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0.5, -0.81, 1.81),
            (x, g) -> {
              g[0] = 2 * x[1] + 2 * x[2] - 2;
              g[1] = 2 * x[0] - 1;
              g[2] = 2 * x[0] - 1;
            });
    Finding finding = analyze(new Census(line, List.of(), Status.VIOLATED)).get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  private static Finding declared(Landscape landscape) {
    Problem lee = Functions.lee();
    Problem problem =
        Functions.problem(
            "lee",
            lee.domain(),
            11,
            landscape,
            (x, g) -> {
              g[0] = x[0];
              g[1] = x[1] * x[1] * x[1] - x[1];
            });
    return analyze(census(problem)).get(1);
  }

  private static Finding indices(Census census) {
    return analyze(census).get(0);
  }

  private static List<Finding> analyze(Census census) {
    return new CriticalPoints()
        .analyze(new StudyResult("study", 1, List.of(census), List.of()), BENCH)
        .findings();
  }

  private static Census census(Problem problem) {
    return BENCH.study(problem, Methods.gradientDescent(1e-3)).censuses().get(0);
  }
}
