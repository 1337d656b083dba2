package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.laboratory.CellContinuation;
import org.separatrix.core.task.TaskPool;

class ProvenPointsTest {
  private static final Problem LEE = planar("x^2/2 + y^4/4 - y^2/2", 2);

  @Test
  void aCompleteCensusIsCertifiedPointByPoint() {
    Census census = census(LEE);

    assertThat(census.completeness()).isEqualTo(Status.CERTIFIED);
    assertThat(census.points())
        .extracting(CriticalPoint::kind)
        .containsExactly(
            CriticalPointKind.LOCAL_MINIMUM,
            CriticalPointKind.STRICT_SADDLE,
            CriticalPointKind.LOCAL_MINIMUM);
    assertThat(census.points()).extracting(CriticalPoint::status).containsOnly(Status.CERTIFIED);
  }

  @Test
  void withoutProofNothingIsCertified() {
    Census census =
        GrowingCensus.search(LEE, 1, Optional.empty(), TaskPool.sequential(), () -> false).census();

    assertThat(census.completeness()).isEqualTo(Status.ESTIMATED);
    assertThat(census.points())
        .hasSize(3)
        .extracting(CriticalPoint::status)
        .containsOnly(Status.ESTIMATED);
  }

  @Test
  void aCensusThatLacksAPointIsNotComplete() {
    ProvenPoints proven = proven(LEE);
    Census all = census(LEE);
    List<CriticalPoint> some = all.points().subList(0, 2);

    assertThat(proven.applied(of(some)).completeness()).isEqualTo(Status.ESTIMATED);
    assertThat(proven.applied(of(all.points())).completeness()).isEqualTo(Status.CERTIFIED);
  }

  /** A second point beside a proven one is an artefact; it must not pass for a proven one. */
  @Test
  void onlyTheNearestOfTwoPointsStandsForAProvenOne() {
    Census all = census(LEE);
    List<CriticalPoint> points = new ArrayList<>(all.points());
    points.add(at(all.point("c2"), 0, 1e-7));
    points.add(at(all.point("c2"), 0, 0.1));

    Census applied = proven(LEE).applied(of(points));

    assertThat(applied.points().subList(0, 3)).allMatch(p -> p.status() == Status.CERTIFIED);
    assertThat(applied.points().subList(3, 5)).allMatch(p -> p.status() == Status.ESTIMATED);
    assertThat(applied.completeness()).isEqualTo(Status.ESTIMATED);
  }

  @Test
  void aPointThatIsFarFromTheEnclosureIsNotProven() {
    CriticalPoint saddle = census(LEE).point("c2");

    assertThat(proven(LEE).applied(of(List.of(at(saddle, 0, 1e-3)))).points().get(0).status())
        .isEqualTo(Status.ESTIMATED);
    assertThat(proven(LEE).applied(of(List.of(at(saddle, 0, 1e-9)))).points().get(0).status())
        .isEqualTo(Status.CERTIFIED);
  }

  /** Eigenvalues of 1e-9 beside 1 cannot be told from zero numerically, by enclosures they can. */
  @Test
  void anUndecidedKindIsDecidedByTheEnclosure() {
    Problem flat = planar("x^2/2 - y^2*5e-13", 1);
    CriticalPoint estimated =
        GrowingCensus.search(flat, 1, Optional.empty(), TaskPool.sequential(), () -> false)
            .census()
            .points()
            .get(0);
    CriticalPoint certified = census(flat).points().get(0);

    assertThat(estimated.status()).isEqualTo(Status.ESTIMATED);
    assertThat(certified.kind()).isEqualTo(CriticalPointKind.STRICT_SADDLE);
    assertThat(certified.status()).isEqualTo(Status.CERTIFIED);
  }

  /** A bump 0.003 wide has a maximum and a saddle that hardly a sample is near. */
  @Test
  void aPointThatTheSearchMissesIsAdded() {
    Problem needle = planar("(x^2 + y^2)/2 + exp(-1e5*((x - 0.3)^2 + (y - 0.2)^2))", 1);
    Census missed =
        GrowingCensus.search(needle, 1, Optional.empty(), TaskPool.sequential(), () -> false)
            .census();
    Census found = census(needle);

    assertThat(missed.points()).hasSizeLessThan(3);
    assertThat(missed.completeness()).isNotEqualTo(Status.CERTIFIED);
    assertThat(found.points()).hasSize(3);
    assertThat(found.completeness()).isEqualTo(Status.CERTIFIED);
    assertThat(found.points())
        .filteredOn(point -> point.kind() == CriticalPointKind.LOCAL_MAXIMUM)
        .hasSize(1)
        .allMatch(point -> point.status() == Status.CERTIFIED);
  }

  /** On a long and narrow domain the gradient is below its rounding errors along whole lines. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(x*1e6)^2/2 + (y*1e-6)^4/4 - (y*1e-6)^2/2",
        "(x*1e6)^2/2*(1 + (y*1e-6)^2) + (y*1e-6)^4/4 - (y*1e-6)^2/2 + 0.1*x*y"
      })
  void whereRoundingHidesThePointsTheProofTells(String formula) {
    Problem thin =
        new Problem(
            "thin", planar(formula, 1).objective(), box(-2e-6, 2e-6, -2e6, 2e6), Optional.empty());
    GrowingCensus growing =
        GrowingCensus.search(thin, 1, certified(thin), TaskPool.sequential(), () -> false);

    assertThat(growing.census().completeness()).isEqualTo(Status.CERTIFIED);
    assertThat(growing.census().continuum()).isFalse();
    assertThat(growing.census().points())
        .extracting(CriticalPoint::morseIndex)
        .containsExactly(0, 1, 0);
    assertThat(growing.census().points()).allMatch(point -> point.status() == Status.CERTIFIED);

    StopRule stop = new StopRule(1e-5, 10, 1e8, Optional.empty());
    double[][] end = {{0}, {5e5}};
    Runs stopped =
        new Runs(
            0,
            end,
            end,
            new double[1],
            new double[1],
            new long[1],
            new Termination[] {Termination.GRADIENT_TOLERANCE},
            1,
            0);
    LinearMethod descent =
        new LinearMethod(new double[][] {{1}}, new double[] {-1e-13}, new double[] {1}) {};
    RunLimits limits =
        growing
            .limits(descent, stop, new CellContinuation(thin.objective(), descent, 7, "thin"))
            .decide(stopped);
    assertThat(limits.found()).isEmpty();
    assertThat(limits.limits()).containsExactly(RunLimits.UNRESOLVED);
  }

  @Test
  void aPointOutsideOfTheDomainStaysEstimated() {
    Problem half = new Problem("half", LEE.objective(), box(-2, 2, -0.5, 2), Optional.empty());
    GrowingCensus growing =
        GrowingCensus.search(half, 1, certified(half), TaskPool.sequential(), () -> false);
    assertThat(growing.census().points()).hasSize(2);

    growing.add(
        List.of(
            census(LEE).point("c1").withKind(CriticalPointKind.LOCAL_MINIMUM, Status.ESTIMATED)));

    assertThat(growing.census().points())
        .extracting(CriticalPoint::status)
        .containsExactly(Status.ESTIMATED, Status.CERTIFIED, Status.CERTIFIED);
    assertThat(growing.census().completeness()).isEqualTo(Status.CERTIFIED);
  }

  @Test
  void degeneratePointsStayEstimated() {
    for (String formula : new String[] {"x^3 - 3*x*y^2", "x^2 - y^4", "x^2 + y^3"}) {
      Problem problem = planar(formula, 1);
      Census census = census(problem);

      assertThat(census.completeness()).as(formula).isNotEqualTo(Status.CERTIFIED);
      assertThat(census.points())
          .as(formula)
          .isNotEmpty()
          .noneMatch(point -> point.status() == Status.CERTIFIED)
          .noneMatch(point -> point.kind() == CriticalPointKind.STRICT_SADDLE);
      assertThat(certified(problem).orElseThrow().undecided()).isNotEmpty();
    }
  }

  private static Census census(Problem problem) {
    return GrowingCensus.search(problem, 1, certified(problem), TaskPool.sequential(), () -> false)
        .census();
  }

  private static ProvenPoints proven(Problem problem) {
    return new ProvenPoints(certified(problem).orElseThrow(), new PointFunction(problem));
  }

  private static Optional<SeparableCensus> certified(Problem problem) {
    Effort effort = new Effort(0.01, 50_000, Duration.ofSeconds(20), () -> false);
    return Certifier.of(problem.objective(), problem.domain(), effort).orElseThrow().census(1);
  }

  private static Census of(List<CriticalPoint> points) {
    return new Census(
        LEE,
        points.stream().map(point -> point.withKind(point.kind(), Status.ESTIMATED)).toList(),
        Status.ESTIMATED);
  }

  private static CriticalPoint at(CriticalPoint point, double... x) {
    return new CriticalPoint(
        point.id() + "'",
        x,
        point.value(),
        point.gradientNorm(),
        point.eigenvalues(),
        point.eigenvectors(),
        point.kind(),
        Status.ESTIMATED);
  }

  private static Problem planar(String text, double half) {
    return new Problem(
        text,
        new SymbolicFormulaCompiler().compile(new Formula(text, List.of("x", "y"), Map.of())),
        Box.cube(2, -half, half),
        Optional.empty());
  }

  private static Box box(double... bounds) {
    return new Box(new double[] {bounds[0], bounds[2]}, new double[] {bounds[1], bounds[3]});
  }
}
