package org.separatrix.analysis.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.analysis.testing.PlainSteps;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;

/** Alignment under methods that declare no linearization. */
class UndeclaredPowerIterationTest {
  private static final Bench BENCH = new Bench();

  private static List<Finding> analyze(Problem problem, Optimizer optimizer) {
    return new PowerIteration(PowerIteration.Config.DEFAULT)
        .analyze(BENCH.study(problem, optimizer), BENCH)
        .findings();
  }

  private static Finding consistent(Problem problem, Optimizer optimizer) {
    Finding finding = analyze(problem, optimizer).get(0);
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.CONSISTENT);
    return finding;
  }

  private static double ratio(Finding finding) {
    return Objects.requireNonNull(finding.predicted().get("ratio"));
  }

  private static String violated(Finding finding) {
    assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HYPOTHESES_NOT_MET);
    return finding.hypotheses().stream()
        .filter(Hypothesis::isViolated)
        .map(Hypothesis::name)
        .findFirst()
        .orElseThrow();
  }

  /** x y + (a x^2 - y^2)/2: the sweep I - alpha e_i e_i' H is not symmetric. */
  private static Problem coupled(double a) {
    return Functions.problem(
        "coupled",
        Box.cube(2, -1, 1),
        3,
        (x, g) -> {
          g[0] = a * x[0] + x[1];
          g[1] = x[0] - x[1];
        });
  }

  @Test
  void aMethodThatKeepsSilentIsPredictedAsOneThatDeclares() {
    for (LinearMethod method :
        List.of(
            Methods.gradientDescent(0.1),
            Methods.heavyBall(0.1, 0.3),
            Methods.nesterov(0.05, 0.5))) {
      for (Problem problem : List.of(Functions.lee(), Functions.bent(1, 0.5, 0.3))) {
        Finding silent = consistent(problem, Methods.silent(method));

        assertThat(ratio(silent)).isCloseTo(ratio(consistent(problem, method)), within(1e-7));
        assertThat(silent.hypotheses().get(0).status()).isEqualTo(Status.ESTIMATED);
      }
    }
  }

  /**
   * det J = (1 - alpha a)(1 + alpha) and tr J = 2 - alpha (a - 1) + alpha^2: the roots of z^2 - tr
   * z + det.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.4})
  void coordinateDescentAlignsByTheProductOfItsFactors(double alpha) {
    Finding finding = consistent(coupled(2), Methods.coordinateDescent(alpha));

    double trace = 2 - alpha + alpha * alpha;
    double determinant = (1 - 2 * alpha) * (1 + alpha);
    double root = Math.sqrt(trace * trace - 4 * determinant);
    assertThat(ratio(finding)).isCloseTo((trace - root) / (trace + root), within(1e-8));
    assertThat(finding.observed().get("ratio")).isCloseTo(ratio(finding), within(1e-3));
  }

  @Test
  void theProximalPointMethodAlignsByItsInverses() {
    Finding finding = consistent(Functions.lee(), PlainSteps.implicit(0.05));

    assertThat(ratio(finding)).isCloseTo(0.95 / 1.05, within(1e-8));
    assertThat(analyze(Functions.himmelblau(), Methods.coordinateDescent(0.002)))
        .hasSize(5)
        .extracting(Finding::verdict)
        .containsOnly(Verdict.CONSISTENT);
  }

  @Test
  void aStepOfSeveralScalesIsContradicted() {
    assertThat(analyze(Functions.lee(), Methods.fickle(0.1, 1e-6, 0.101)).get(0).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
    consistent(Functions.lee(), Methods.fickle(0.1, 1e-6, 0.1));
  }

  @Test
  void whatDoesNotAlignIsSaid() {
    assertThat(violated(analyze(Functions.lee(), Methods.squareRoots(0.1)).get(0)))
        .isEqualTo("deterministic map with a linearization");
    Optimizer sweep = Methods.coordinateDescent(0.1);
    assertThat(violated(analyze(Functions.quadratic(-1, -1), sweep).get(0))).startsWith("z_1 > 1");
    assertThat(violated(analyze(Functions.quadratic(-1), sweep).get(0))).startsWith("z_1 > 1");
    assertThat(violated(analyze(Functions.quadratic(-1, -1), PlainSteps.turned(0.1, 0.5)).get(0)))
        .startsWith("z_1 > 1");
  }
}
