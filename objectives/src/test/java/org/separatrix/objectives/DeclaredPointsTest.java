package org.separatrix.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.FormulaException;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.linalg.SymmetricEigen;

/** What objectives declare, against closed forms and published values. */
class DeclaredPointsTest {
  private static final SymbolicFormulaCompiler FORMULAS = new SymbolicFormulaCompiler();

  @Test
  void himmelblauHasItsPublishedPoints() {
    assertCounts(new Himmelblau(), 4, 4, 1);
    double root = 20 * Math.sqrt(2);
    assertSpectrum(new Himmelblau(), new double[] {3, 2}, 1e-12, 54 - root, 54 + root);
    assertSpectrum(new Himmelblau(), new double[] {3.385154, 0.073852}, 1e-3, -14.1352, 97.5479);
    assertSpectrum(
        new Himmelblau(),
        new double[] {5, 5},
        1e-10,
        286 - 8 * Math.sqrt(26),
        286 + 8 * Math.sqrt(26));
  }

  /** On the plane, minima - saddles + maxima = 1 for a coercive Morse function. */
  @Test
  void camelsHaveTheirHumps() {
    assertCounts(new ThreeHumpCamel(), 3, 2, 0);
    assertCounts(new SixHumpCamel(), 6, 7, 2);
    assertCounts(new MuellerBrown(), 3, 2, 0);
    double[] f = new double[1];
    new SixHumpCamel()
        .compile(FORMULAS)
        .value(new double[][] {{0.08984201310031806}, {-0.7126564030207396}}, f, 1);
    assertThat(f[0]).isCloseTo(-1.031628453489877, within(1e-14));
  }

  /** C(d, k) 10^k 11^(d - k) points of index k, and 2^d minima of 3^d points. */
  @Test
  void separableFunctionsHaveProductsOfPoints() {
    assertCounts(new Rastrigin(1), 11, 0, 10);
    assertCounts(new Rastrigin(2), 121, 220, 100);
    assertCounts(new StyblinskiTang(1), 2, 0, 1);
    assertCounts(new StyblinskiTang(4), 16, 64, 1);
    assertThat(new StyblinskiTang(6).landscape().criticalPoints()).isEmpty();
  }

  @Test
  void phaseRetrievalHasItsSpectra() {
    PhaseRetrieval phases = new PhaseRetrieval(4);
    assertSpectrum(phases, new double[4], 1e-14, -3, -1, -1, -1);
    assertSpectrum(phases, new double[] {1, 0, 0, 0}, 1e-14, 2, 2, 2, 6);
    assertSpectrum(phases, new double[] {0, Math.sqrt(1.0 / 3), 0, 0}, 1e-14, -2, 0, 0, 2);
    assertSpectrum(new SaddleLine(), new double[3], 1e-14, -Math.sqrt(8), 0, Math.sqrt(8));
  }

  /** cos(2 pi q / n) (2 - 2 cos(2 pi k / n)). */
  @ParameterizedTest
  @CsvSource({"5, 0", "5, 1", "5, 2", "7, 1", "7, 3", "8, 3"})
  void twistedStatesHaveTheirSpectra(int n, int q) {
    double[] expected = new double[n];
    double[] x = new double[n];
    for (int k = 0; k < n; k++) {
      expected[k] = Math.cos(2 * Math.PI * q / n) * (2 - 2 * Math.cos(2 * Math.PI * k / n));
      x[k] = 2 * Math.PI * q * k / n;
    }
    Arrays.sort(expected);
    assertSpectrum(new PhaseSynchronisation(n), x, 1e-13, expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void deepChainReachesItsLipschitzConstant(int depth) {
    DeepLinearChain chain = new DeepLinearChain(depth);
    double[] x = new double[depth];
    Arrays.fill(x, 2.0);
    x[0] = -2;
    double[] spectrum = spectrum(chain, x);
    double largest = Math.max(-spectrum[0], spectrum[depth - 1]);
    assertThat(chain.landscape().lipschitz().orElseThrow())
        .isCloseTo(largest, within(1e-12 * largest));
  }

  @Test
  void oneIntervalOfAFormulaIsForEveryCoordinate() {
    ExplicitFormula f =
        new ExplicitFormula("sum(i, 1, n, x[i]^2)", null, 3, Map.of(), Box.cube(1, -1, 2));

    assertThat(f.landscape().domain()).contains(Box.cube(3, -1, 2));
  }

  @Test
  void aFormulaNamesItsCoordinatesInOneWay() {
    Map<String, Double> none = Map.of();
    assertThatThrownBy(() -> new ExplicitFormula("x^2", null, null, none, null))
        .hasMessage(
            "variables is missing.%n".formatted()
                + "Maybe name the coordinates, as in variables: [x, y], or give the dimension n for"
                + " coordinates x[1], ..., x[n].");
    assertThatThrownBy(() -> new ExplicitFormula("x^2", List.of("x"), 1, none, null))
        .hasMessage(
            "variables and dimension are both given: variables is for named coordinates, dimension"
                + " for x[1], ..., x[n]");
    assertThatThrownBy(
            () -> new ExplicitFormula("x^2", List.of("x"), null, none, Box.cube(2, 0, 1)))
        .hasMessage("domain has 2 intervals, but the formula has 1 coordinate");
    assertThatThrownBy(
            () -> new ExplicitFormula("x^", List.of("x"), null, none, null).compile(FORMULAS))
        .isInstanceOf(FormulaException.class);
    assertThat(
            new ExplicitFormula("sum(i, 1, n, b*x[i]^2)", null, 3, Map.of("b", 2.0), null)
                .compile(FORMULAS)
                .dimension())
        .isEqualTo(3);
  }

  @Test
  void aDimensionBelowTheLeastIsRefused() {
    assertThatThrownBy(() -> new Rosenbrock(1)).hasMessage("dimension is 1: it must be at least 2");
  }

  private static void assertCounts(NamedFormula formula, int minima, int saddles, int maxima) {
    assertThat(count(formula, CriticalPointKind.LOCAL_MINIMUM)).isEqualTo(minima);
    assertThat(count(formula, CriticalPointKind.STRICT_SADDLE)).isEqualTo(saddles);
    assertThat(count(formula, CriticalPointKind.LOCAL_MAXIMUM)).isEqualTo(maxima);
  }

  private static long count(NamedFormula formula, CriticalPointKind kind) {
    return formula.landscape().criticalPoints().stream()
        .filter(point -> point.kind() == kind)
        .count();
  }

  private static void assertSpectrum(
      NamedFormula formula, double[] x, double tolerance, double... expected) {
    assertThat(spectrum(formula, x)).containsExactly(expected, within(tolerance));
  }

  private static double[] spectrum(NamedFormula formula, double[] x) {
    ClosedForm objective = formula.compile(FORMULAS);
    double[][] hessian = new double[x.length][x.length];
    objective.hessian(x, hessian);
    return SymmetricEigen.of(hessian).values();
  }
}
