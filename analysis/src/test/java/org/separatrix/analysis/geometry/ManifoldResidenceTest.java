package org.separatrix.analysis.geometry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.analysis.hypothesis.ClosedFormMap;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.ParameterizationMethod;

class ManifoldResidenceTest {
  private static final Bench BENCH = new Bench();
  private static final String BENT = "x^2 - y^2/2 + %s*x^2*y";
  private static final String TWO_DOWN =
      "x^2 - y^2/2 - z^2/3 + 0.7*x^2*y - 0.4*x^2*z + x*y*z + (x^4 + y^4 + z^4)/4";

  private static Problem bent(double b) {
    return Formulas.problem(BENT.formatted(b), Box.cube(2, -1, 1), 6, "x", "y");
  }

  /** What the analyzer does at each strict saddle, without its other predictions. */
  private static List<ResidenceTest> tests(Problem problem, LinearMethod method, int order) {
    StudyResult study = BENCH.study(problem, method);
    CellResult cell = study.cells().get(0);
    Census census = study.censuses().get(0);
    ClosedFormMap closedForm = ClosedFormMap.of(problem.objective(), method);
    LocalManifolds local = new LocalManifolds(closedForm.map().orElseThrow(), order);
    return census.points().stream()
        .filter(point -> point.kind().isStrict())
        .map(point -> SaddleManifolds.of(cell, census, point, local, BENCH))
        .flatMap(each -> ResidenceTest.run(each, closedForm.hypothesis()).stream())
        .toList();
  }

  private static List<Finding> run(Problem problem, LinearMethod method, int order) {
    return tests(problem, method, order).stream().map(ResidenceTest::finding).toList();
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static double observed(Finding finding, String name) {
    return requireNonNull(finding.observed().get(name), () -> name + " in " + finding.observed());
  }

  private static double predicted(Finding finding, String name) {
    return requireNonNull(finding.predicted().get(name), () -> name + " in " + finding.predicted());
  }

  /** ln(R/e)/ln z, whatever the order, for methods with and without memory. */
  @ParameterizedTest
  @MethodSource("methods")
  void startsStayAsLongAsTheResidualsSay(LinearMethod method) {
    for (int order : new int[] {2, 5, 10}) {
      Finding finding = only(run(bent(0.7), method, order));

      assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
      assertThat(observed(finding, "steps")).isCloseTo(predicted(finding, "steps"), within(1.0));
      assertThat(observed(finding, "decided-by-residuals")).isGreaterThanOrEqualTo(6);
      double law =
          Math.log(observed(finding, "exit") / observed(finding, "offset"))
              / Math.log(predicted(finding, "growth"));
      assertThat(observed(finding, "steps")).isCloseTo(law, within(1.5));
      assertThat(observed(finding, "offset")).isGreaterThan(observed(finding, "rounding-floor"));
    }
  }

  static Stream<LinearMethod> methods() {
    return Stream.of(
        Methods.gradientDescent(0.1),
        Methods.gradientDescent(0.4),
        Methods.heavyBall(0.1, 0.5),
        Methods.nesterov(0.1, 0.5),
        Methods.tripleMomentum(0.05, 0.5, 0.3));
  }

  /** The offset that the residuals add up to is that between the series and the bisected W^s. */
  @Test
  void theOffsetIsTheDistanceFromTheManifoldFoundByBisection() {
    LocalManifold manifold = stable(bent(0.7), Methods.gradientDescent(0.1), 4);
    ResidenceSetting setting = ResidenceSetting.of(manifold, 0.1, 1e-15);
    StepMap step = BENCH.map(bent(0.7), Methods.gradientDescent(0.1));
    for (double r : new double[] {-0.3, -0.1, 0.05, 0.2}) {
      ResidenceForecast forecast =
          ResidenceForecast.of(setting, new double[] {r}, 20_000).orElseThrow();
      double bisected =
          new SideBisection(step, new double[2], new double[] {0, 1}, 0.5)
              .along(manifold.evaluate(r), 0.1, 0, 1e-18)
              .orElseThrow()
              .offset();
      assertThat(forecast.offset()).isCloseTo(Math.abs(bisected), within(1e-3 * forecast.offset()));
    }
  }

  /** Each order more is a power of r more, and so ln(1/r)/ln z steps more. */
  @Test
  void theOffsetShrinksAsThePowerThatTheSeriesLeavesOut() {
    for (int order : new int[] {3, 5, 7}) {
      LocalManifold manifold = stable(bent(0.7), Methods.gradientDescent(0.1), order);
      ResidenceSetting setting = ResidenceSetting.of(manifold, 0.1, 1e-15);
      double[] offsets = new double[2];
      for (int j = 0; j < 2; j++) {
        double[] s = {Math.scalb(0.1, -j)};
        offsets[j] = ResidenceForecast.of(setting, s, 20_000).orElseThrow().offset();
      }
      assertThat(Math.log(offsets[0] / offsets[1]) / Math.log(2)).isCloseTo(order + 1, within(0.1));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void withSeveralDirectionsEachWayTheLawHolds(LinearMethod method) {
    Problem twoDown = Formulas.problem(TWO_DOWN, Box.cube(3, -1, 1), 8, "x", "y", "z");
    for (Finding finding : run(twoDown, method, 6)) {
      assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    }
    Problem fourVariables =
        Formulas.problem(
            "x^2/2 + y^2 - z^2/2 + z^4/4 + 0.3*x^2*z + 0.2*y^2*z + w^2 + 0.1*w*x*z",
            Box.cube(4, -1.5, 1.5),
            9,
            "x",
            "y",
            "z",
            "w");
    Finding finding = only(run(fourVariables, method, 4));
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(finding, "decided-by-residuals")).isGreaterThan(10);
  }

  /** Far from the origin rounding is larger, and the saddles have no symmetry. */
  @Test
  void himmelblausSaddlesKeepTheirStarts() {
    List<ResidenceTest> tests = tests(Formulas.himmelblau(), Methods.heavyBall(0.004, 0.5), 10);

    assertThat(tests).hasSize(5);
    for (ResidenceTest test : tests) {
      assertThat(test.finding().verdict())
          .as(test.finding().toString())
          .isEqualTo(Verdict.CONSISTENT);
      Figure figure = test.figure().orElseThrow();
      assertThat(figure.id())
          .isEqualTo("manifold-residence/cell/" + test.finding().point().orElseThrow());
      assertThat(figure.layers()).hasAtLeastOneElementOfType(Layer.Markers.class);
    }
  }

  /** Lee's function: the series is the axis, and the run never leaves. */
  @Test
  void whereTheSeriesIsExactRoundingRules() {
    Problem lee = Formulas.problem("x^2/2 + y^4/4 - y^2/2", Box.cube(2, -2, 2), 11, "x", "y");
    Finding aligned = only(run(lee, Methods.gradientDescent(0.08), 10));

    assertThat(aligned.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(aligned.detail()).contains("rounding rules everywhere");
    assertThat(observed(aligned, "decided-by-residuals")).isZero();
  }

  /** The series of a false formula promises more than the method's steps keep. */
  @ParameterizedTest
  @MethodSource("methods")
  void aFalseFormulaLeavesEarlier(LinearMethod method) {
    Problem problem =
        Formulas.declaring(
            BENT.formatted(0.7), BENT.formatted(0.69), Box.cube(2, -1, 1), 6, "x", "y");

    Finding finding = only(run(problem, method, 10));

    assertThat(finding.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(observed(finding, "steps")).isLessThan(predicted(finding, "steps") - 5);
  }

  /**
   * Straight where the true one is bent, so exact by its own account: rounding alone is allowed.
   */
  @Test
  void aFalseExactSeriesIsContradictedToo() {
    Problem problem =
        Formulas.declaring(
            "x^2 - y^2/2", "x^2 - y^2/2 + 1e-6*x^2*y", Box.cube(2, -1, 1), 3, "x", "y");

    assertThat(only(run(problem, Methods.gradientDescent(0.1), 10)).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
  }

  /** W^s of another step size, in the limit that of the gradient flow, is not this map's. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.09", "0.1, 0.11", "0.1, 0.005", "0.3, 0.299"})
  void theManifoldOfAnotherStepSizeLeavesEarlier(double alpha, double other) {
    Problem problem = bent(0.7);
    StepMap step = BENCH.map(problem, Methods.gradientDescent(alpha));
    LocalManifold own = stable(problem, Methods.gradientDescent(alpha), 10);
    LocalManifold foreign = stable(problem, Methods.gradientDescent(other), 10);

    Residence right = Residence.of(own, step, problem.domain(), 0.2, 1e-14);
    Residence wrong = Residence.of(foreign, step, problem.domain(), 0.2, 1e-14);

    assertThat(right.deviating()).isZero();
    assertThat(right.decidedByResiduals()).hasSizeGreaterThan(4);
    assertThat(wrong.deviating()).isPositive();
    assertThat(wrong.decidedByResiduals())
        .allMatch(
            stay ->
                stay.left().orElse(Integer.MAX_VALUE) < stay.forecast().steps().orElseThrow() - 3);
  }

  @Test
  void itAppliesOnlyWhereThereIsAStableManifoldInClosedForm() {
    List<Finding> withoutFormula =
        new ManifoldGeometry(new ManifoldGeometry.Config(10, 20, 20_000))
            .analyze(BENCH.study(Functions.bent(2, 1, 0.7), Methods.gradientDescent(0.1)), BENCH)
            .findings();
    assertThat(withoutFormula)
        .filteredOn(finding -> finding.prediction().equals("manifold-residence"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.HYPOTHESES_NOT_MET);
    Problem maximum = Formulas.problem("-x^2 - y^2 + x^3", Box.cube(2, -0.3, 0.3), 4, "x", "y");
    assertThat(run(maximum, Methods.gradientDescent(0.1), 10)).isEmpty();
    Problem center = Formulas.problem("x^2 - y^2 + z^4", Box.cube(3, -1, 1), 12, "x", "y", "z");
    assertThat(run(center, Methods.gradientDescent(0.1), 10))
        .extracting(Finding::verdict)
        .doesNotContain(Verdict.CONSISTENT, Verdict.CONTRADICTED);
    Problem line = Formulas.problem("x^2/2 - x^4/4", Box.cube(1, -2, 2), 11, "x");
    assertThat(run(line, Methods.heavyBall(0.1, 0.5), 10))
        .extracting(Finding::verdict)
        .doesNotContain(Verdict.CONTRADICTED);
  }

  @Test
  void aSaddleThatIsTooSlowToLeaveIsInconclusive() {
    Problem slow = Formulas.problem("x^2 - 1e-4*y^2 + 0.1*x^2*y", Box.cube(2, -1, 1), 3, "x", "y");

    Finding finding = only(run(slow, Methods.gradientDescent(0.1), 10));

    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(finding.detail()).isEqualTo("runs stay longer than could be looked at");
  }

  private static LocalManifold stable(Problem problem, LinearMethod method, int order) {
    MethodMap map = new MethodMap((CompiledFormula) problem.objective(), method);
    return new ParameterizationMethod(map, order).stable(0, 0);
  }
}
