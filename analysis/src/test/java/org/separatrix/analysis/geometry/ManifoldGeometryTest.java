package org.separatrix.analysis.geometry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.statistics.FamilyWise;

class ManifoldGeometryTest {
  private static final Bench BENCH = new Bench();
  private static final String BENT = "%s*x^2/2 - %s*y^2/2 + %s*x^2*y";

  private static List<Finding> all(Problem problem, Optimizer optimizer, int maxPoints) {
    return FamilyWise.decide(
        new ManifoldGeometry(new ManifoldGeometry.Config(10, maxPoints, 20_000))
            .analyze(BENCH.study(problem, optimizer), BENCH)
            .findings());
  }

  private static List<Finding> run(Problem problem, Optimizer optimizer, int maxPoints) {
    return all(problem, optimizer, maxPoints).stream()
        .filter(finding -> !finding.prediction().equals("tube-hit-rate"))
        .toList();
  }

  private static Finding tube(Problem problem, Optimizer optimizer) {
    return only(all(problem, optimizer, 20), "tube-hit-rate");
  }

  private static List<Finding> run(Problem problem, Optimizer optimizer) {
    return run(problem, optimizer, 20);
  }

  private static Problem bent(double lambda, double gamma, double b) {
    return Formulas.problem(
        BENT.formatted(lambda, gamma, b),
        Box.cube(2, -1, 1),
        lambda + gamma + 4 * Math.abs(b),
        "x",
        "y");
  }

  private static double observed(Finding finding, String name) {
    return requireNonNull(finding.observed().get(name));
  }

  private static Finding only(List<Finding> findings, String prediction) {
    List<Finding> of =
        findings.stream().filter(each -> each.prediction().equals(prediction)).toList();
    assertThat(of).hasSize(1);
    return of.get(0);
  }

  /** The manifold is the map's: the closed form holds, the gradient flow's value does not. */
  @ParameterizedTest
  @CsvSource({"2, 1, 0.7, 0.1", "1, 0.5, -0.4, 0.3", "3, 0.2, 0.5, 0.05", "0.5, 2, 1, 0.2"})
  void contactHasTheCurvatureOfTheMapAndNotOfTheFlow(
      double lambda, double gamma, double b, double alpha) {
    Finding contact =
        only(run(bent(lambda, gamma, b), Methods.gradientDescent(alpha)), "manifold-contact");

    double mu = 1 - alpha * lambda;
    double h2 = alpha * b / (1 + alpha * gamma - mu * mu);
    double error = observed(contact, "quadratic-coefficient-error");
    assertThat(contact.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(error).isLessThan(1e-6);
    assertThat(observed(contact, "quadratic-coefficient")).isCloseTo(h2, within(error));
    assertThat(contact.predicted().get("quadratic-coefficient")).isCloseTo(h2, within(error));
    double flow = b / (gamma + 2 * lambda);
    assertThat(Math.abs(observed(contact, "quadratic-coefficient") - flow))
        .isGreaterThan(1000 * error);
    assertThat(observed(contact, "exponent")).isCloseTo(2, within(1e-3));
  }

  static Stream<LinearMethod> methods() {
    return Stream.of(
        Methods.gradientDescent(0.1),
        Methods.heavyBall(0.1, 0.5),
        Methods.nesterov(0.1, 0.5),
        Methods.tripleMomentum(0.05, 0.5, 0.3));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void bothHoldForMethodsWithMemory(LinearMethod method) {
    Problem problem =
        Formulas.problem(
            BENT.formatted(2, 1, 0.7) + " + 0.3*x*y^2 + y^4/4",
            Box.cube(2, -0.6, 0.6),
            8,
            "x",
            "y");
    List<Finding> findings = run(problem, method);

    assertThat(findings).hasSize(3).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    Finding invariance = only(findings, "manifold-invariance");
    assertThat(observed(invariance, "stable-exponent")).isCloseTo(11, within(0.4));
    assertThat(observed(invariance, "unstable-exponent")).isCloseTo(11, within(0.4));
    assertThat(observed(invariance, "stable-radius")).isGreaterThan(0.05);
    assertThat(observed(only(findings, "manifold-contact"), "exponent")).isCloseTo(2, within(0.01));
  }

  /** Steps that are not those of the declared formula leave the curves of the latter. */
  @ParameterizedTest
  @MethodSource("methods")
  void aFalseFormulaIsContradicted(LinearMethod method) {
    Problem problem =
        Formulas.declaring(
            BENT.formatted(2, 1, 0.7), BENT.formatted(2, 1, 0.6), Box.cube(2, -1, 1), 6, "x", "y");

    List<Finding> findings = run(problem, method);

    assertThat(findings).hasSize(3).extracting(Finding::verdict).containsOnly(Verdict.CONTRADICTED);
    assertThat(observed(only(findings, "manifold-invariance"), "stable-exponent"))
        .isCloseTo(2, within(0.2));
    assertThat(observed(only(findings, "manifold-contact"), "largest-deviation-in-errors"))
        .isGreaterThan(1000);
  }

  /** Lee's function: the axis, without any curvature. */
  @Test
  void aFlatManifoldIsFlat() {
    Problem lee = Formulas.problem("x^2/2 + y^4/4 - y^2/2", Box.cube(2, -2, 2), 11, "x", "y");

    List<Finding> findings = run(lee, Methods.gradientDescent(0.08));

    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    assertThat(only(findings, "manifold-contact").detail()).contains("flat to rounding");
    assertThat(only(findings, "manifold-invariance").detail()).contains("invariant to rounding");
  }

  @Test
  void contactIsHigherWhereTheQuadraticTermVanishes() {
    Problem quartic = Formulas.problem("x^2/2 - y^2/2 + x^4*y", Box.cube(2, -1, 1), 17, "x", "y");

    Finding contact = only(run(quartic, Methods.gradientDescent(0.1)), "manifold-contact");

    assertThat(contact.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(observed(contact, "exponent")).isCloseTo(4, within(0.05));
  }

  @Test
  void inMoreDimensionsEverySaddleIsExamined() {
    Problem product =
        Formulas.problem(
            "x^2/2 + y^2 - z^2/2 + z^4/4 + 0.3*x^2*z + 0.2*y^2*z + w^2",
            Box.cube(4, -1.5, 1.5),
            9,
            "x",
            "y",
            "z",
            "w");

    List<Finding> findings = run(product, Methods.gradientDescent(0.1));

    assertThat(findings).hasSize(3).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
  }

  /** Of codimension two there are no sides; the series hold all the same. */
  @Test
  void withTwoUnstableDirectionsThereAreNoSides() {
    Problem twoDown =
        Formulas.problem(
            "x^2 - y^2/2 - z^2/3 + 0.7*x^2*y - 0.4*x^2*z + x*y*z",
            Box.cube(3, -0.3, 0.3),
            5,
            "x",
            "y",
            "z");

    List<Finding> findings = run(twoDown, Methods.heavyBall(0.1, 0.5));

    assertThat(only(findings, "manifold-contact").verdict()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    assertThat(only(findings, "manifold-invariance").verdict()).isEqualTo(Verdict.CONSISTENT);
  }

  @Test
  void withoutAFormulaThereAreNoSeries() {
    List<Finding> findings = run(Functions.bent(2, 1, 0.7), Methods.gradientDescent(0.1));

    assertThat(findings)
        .hasSize(3)
        .allMatch(finding -> finding.verdict() == Verdict.HYPOTHESES_NOT_MET)
        .allMatch(finding -> finding.hypotheses().get(0).isViolated());
  }

  @Test
  void saddlesThatAreLeftOutAreInconclusive() {
    List<Finding> findings = run(Formulas.himmelblau(), Methods.gradientDescent(0.002), 1);

    assertThat(findings)
        .extracting(Finding::verdict)
        .contains(Verdict.CONSISTENT, Verdict.INCONCLUSIVE)
        .doesNotContain(Verdict.CONTRADICTED);
    assertThat(findings.get(findings.size() - 1).detail())
        .isEqualTo(
            "not measured at 4 further strict saddles; raise max-points of manifold-geometry");
  }

  @Test
  void withoutASaddleThereIsNothingToSay() {
    Problem bowl = Formulas.problem("x^2 + y^2", Box.cube(2, -1, 1), 2, "x", "y");

    assertThat(run(bowl, Methods.gradientDescent(0.1))).isEmpty();
  }

  /** The slope is the number of unstable directions, whatever their rates. */
  @Test
  void tubesOfCodimensionOneTwoAndThreeAreHitAsTheirWidthsPower() {
    double[][] spectra = {{2, -1}, {2, -1, -0.4}, {2, 1, -1, -1}, {-1, -1, -0.5}};
    int[] codimensions = {1, 2, 2, 3};
    for (int i = 0; i < spectra.length; i++) {
      for (Optimizer method : List.of(Methods.gradientDescent(0.1), Methods.heavyBall(0.1, 0.5))) {
        Finding finding = tube(Functions.quadratic(spectra[i]), method);
        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
        assertThat(finding.predicted()).containsEntry("slope", (double) codimensions[i]);
        assertThat(observed(finding, "slope")).isCloseTo(codimensions[i], within(0.15));
      }
    }
  }

  @Test
  void tubesOfBentManifoldsAreHitTheSame() {
    Finding finding = tube(bent(2, 1, 0.7), Methods.nesterov(0.1, 0.5));

    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    assertThat(finding.significance().orElseThrow().pValue()).isGreaterThan(1e-3);
  }

  /** Declared to leave twice as fast along one direction: the tubes are wider than predicted. */
  @Test
  void aFalseLinearizationIsContradicted() {
    Optimizer method =
        Methods.declaring(
            0.1,
            Optional.of(lambda -> new double[][] {{1 - 0.1 * (lambda < 0 ? 2 : 1) * lambda}}),
            true);

    assertThat(tube(Functions.quadratic(2, -1, -0.4), method).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void noiseOrNoLinearizationLeavesTheTubeUndefined() {
    for (Optimizer method :
        List.of(
            Methods.declaring(0.1, Optional.empty(), true),
            Methods.declaring(
                0.1, Optional.of(lambda -> new double[][] {{1 - 0.1 * lambda}}), false))) {
      assertThat(tube(Functions.quadratic(2, -1), method).verdict())
          .isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    }
  }

  @Test
  void refusesOrdersThatShowNoCurvature() {
    assertThatThrownBy(() -> new ManifoldGeometry.Config(1, 20, 20_000))
        .hasMessage("order is 1: it must lie between 2 and 40");
    assertThatThrownBy(() -> new ManifoldGeometry.Config(10, 0, 20_000))
        .hasMessage("max-points is 0: it must be at least 1");
    assertThatThrownBy(() -> new ManifoldGeometry.Config(10, 20, 100))
        .hasMessage("runs is 100: it must be at least 20000");
  }
}
