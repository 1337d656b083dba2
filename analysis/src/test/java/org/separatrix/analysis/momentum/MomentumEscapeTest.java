package org.separatrix.analysis.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Cells;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;

class MomentumEscapeTest {
  private static final Bench BENCH = new Bench();

  private static StudyResult study(Problem problem, Map<String, Optimizer> methods) {
    List<CellResult> cells = new ArrayList<>();
    StudyResult last = BENCH.study(problem, methods.values().iterator().next());
    for (Map.Entry<String, Optimizer> each : methods.entrySet()) {
      last = BENCH.study(problem, each.getValue());
      CellResult cell = last.cells().get(0);
      cells.add(Cells.named(each.getKey(), each.getKey(), cell));
    }
    return new StudyResult("study", last.seed(), last.censuses(), cells);
  }

  private static Analysis analyze(Problem problem, Map<String, Optimizer> methods) {
    return new MomentumEscape(MomentumEscape.Config.DEFAULT)
        .analyze(study(problem, methods), BENCH);
  }

  private static Map<String, Optimizer> three(double alpha, double beta) {
    Map<String, Optimizer> methods = new LinkedHashMap<>();
    methods.put("plain", Methods.gradientDescent(alpha));
    methods.put("ball", Methods.heavyBall(alpha, beta));
    methods.put("nesterov", Methods.nesterov(alpha, beta));
    return methods;
  }

  private static double observed(Finding finding, String key) {
    return Objects.requireNonNull(finding.observed().get(key));
  }

  /** Slopes at alpha gamma = 0.01, published to 7 digits. */
  @ParameterizedTest
  @CsvSource({"0.5, 0.0194323, 0.0196158", "0.9, 0.0626541, 0.0652164"})
  void nesterovIsFasterThanHeavyBallThanGradientDescent(double beta, double ball, double nesterov) {
    Analysis analysis = analyze(Functions.lee(), three(0.01, beta));
    List<Finding> findings = analysis.findings();

    assertThat(findings).hasSize(3);
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.CONSISTENT);
    assertThat(observed(findings.get(0), "slower-slope")).isCloseTo(0.0099503, within(2e-7));
    assertThat(observed(findings.get(0), "slope")).isCloseTo(ball, within(2e-7));
    assertThat(observed(findings.get(1), "slope")).isCloseTo(nesterov, within(2e-7));
    assertThat(observed(findings.get(2), "difference")).isCloseTo(nesterov - ball, within(2e-7));
    assertThat(analysis.figures())
        .extracting(Figure::id)
        .containsExactly(
            "momentum-escape/lee/c2/alpha=0.01",
            "momentum-escape/lee/c1/local-rate",
            "momentum-escape/lee/c3/local-rate");
  }

  /** In a rotated frame, with curvature, with a method of another beta and gamma. */
  @Test
  void itHoldsAtAnySaddleAndForAnyMethodOfTheFamily() {
    Map<String, Optimizer> methods = three(0.002, 0.3);
    methods.put("triple", Methods.tripleMomentum(0.002, 0.6, 0.4));

    List<Finding> findings = analyze(Functions.himmelblau(), methods).findings();

    // Four pairs each at four saddles; the maximum has two unstable directions of its own.
    assertThat(findings.stream().filter(f -> f.verdict() == Verdict.CONSISTENT).count())
        .isGreaterThanOrEqualTo(16);
    assertThat(findings).noneMatch(finding -> finding.verdict() == Verdict.CONTRADICTED);
  }

  /** Gradient descent that claims to be heavy ball does not leave faster. */
  @Test
  void aFalseClaimIsContradicted() {
    Map<String, Optimizer> methods = new LinkedHashMap<>();
    methods.put("plain", Methods.gradientDescent(0.01));
    methods.put(
        "claim", Methods.declaring(0.01, Methods.heavyBall(0.01, 0.5).linearization(), true));

    List<Finding> findings = analyze(Functions.lee(), methods).findings();

    // Its memory is not known, so its slice of starts is not either; without that nothing is said.
    assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.HYPOTHESES_NOT_MET);

    methods.put(
        "claim",
        Methods.declaring(
            0.01, Optional.of(lambda -> new double[][] {{1 - 0.0101 * lambda}}), true));
    methods.put(
        "plain",
        Methods.declaring(
            0.01, Optional.of(lambda -> new double[][] {{1 - 0.0101 * lambda}}), true));
    methods.put("ball", Methods.heavyBall(0.0101, 0.5));

    assertThat(analyze(Functions.lee(), methods).findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.CONTRADICTED, Verdict.CONTRADICTED);
  }

  @Test
  void withoutAPairOrASaddleNothingIsDecided() {
    Map<String, Optimizer> different = new LinkedHashMap<>();
    different.put("plain", Methods.gradientDescent(0.01));
    different.put("ball", Methods.heavyBall(0.02, 0.5));

    assertThat(analyze(Functions.lee(), different).findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
    assertThat(analyze(Functions.quadratic(1, 2), three(0.01, 0.5)).findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  @Test
  void methodsWithoutALinearizationAreNotCompared() {
    Map<String, Optimizer> methods = three(0.01, 0.5);
    methods.put("silent", Methods.declaring(0.01, Optional.empty(), true));

    assertThat(analyze(Functions.lee(), methods).findings())
        .extracting(Finding::verdict)
        .containsExactly(
            Verdict.HYPOTHESES_NOT_MET, Verdict.CONSISTENT, Verdict.CONSISTENT, Verdict.CONSISTENT);
  }

  /** Once for the objective, not for each method: a comparison is of all of them. */
  @Test
  void saddlesThatAreLeftOutAreNamed() {
    List<Finding> findings =
        new MomentumEscape(new MomentumEscape.Config(2))
            .analyze(study(Functions.himmelblau(), three(0.002, 0.3)), BENCH)
            .findings();

    assertThat(findings).hasSize(7);
    assertThat(findings.get(6).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(findings.get(6).cell()).isEmpty();
    assertThat(findings.get(6).detail())
        .isEqualTo("not measured at 3 further strict saddles; raise max-points of momentum-escape");
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0, 0.02", "0.5, 0.5, 2e-14", "0.6, 0.4, 2e10", "0, 0, 2e-14"})
  void parametersAreReadOffTheLinearization(double beta, double gamma, double alpha) {
    MomentumForm form =
        MomentumForm.of(Methods.tripleMomentum(alpha, beta, gamma).linearization().orElseThrow())
            .orElseThrow();

    assertThat(form.alpha() / alpha).isCloseTo(1, within(1e-9));
    assertThat(form.beta()).isCloseTo(beta, within(1e-12));
    assertThat(form.gamma()).isCloseTo(gamma, within(1e-9));
  }

  @Test
  void badValuesAreNamed() {
    assertThatThrownBy(() -> new MomentumEscape.Config(0)).hasMessageStartingWith("max-points is");
  }
}
