package org.separatrix.core.extended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.engine.StepMaps;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class ExtendedRunTest {
  private static final LinearMethod NESTEROV =
      new LinearMethod(
          new double[][] {{1.5, -0.5}, {1, 0}},
          new double[] {-0.1, 0},
          new double[] {1.5, -0.5}) {};

  private static CompiledFormula formula(String text) {
    return new SymbolicFormulaCompiler().compile(Formula.of(text, "x", "y"));
  }

  /** A method with memory takes the steps of its map. */
  @Test
  void stepsAreThoseOfTheMethod() {
    CompiledFormula formula = formula("x^2/2 + y^4/4 - y^2/2");
    double[] start = {0.7, 1e-3};
    StepMap map = StepMaps.of(formula, NESTEROV);
    double[] state = map.lift(start);
    ExtendedRun run = new ExtendedRun(ExtendedGradient.of(formula).orElseThrow(), NESTEROV, start);
    for (int k = 0; k < 200; k++) {
      double[] next = new double[state.length];
      map.apply(state, next);
      state = next;
      run.step();
    }
    assertThat(run.steps()).isEqualTo(200);
    assertThat(run.point()).containsExactly(map.position(state), within(1e-13));
  }

  /** 0.9^20000 has no double; ln is known to 15 digits. */
  @Test
  void contractionIsFollowedBelowDoubles() {
    CompiledFormula formula = formula("x^2/2 - y^2/2");
    LinearMethod descent =
        new LinearMethod(new double[][] {{1}}, new double[] {-0.1}, new double[] {1}) {};
    ExtendedRun run =
        new ExtendedRun(
            ExtendedGradient.of(formula).orElseThrow(), descent, new double[] {1, 1e-300});
    for (int k = 0; k < 20_000; k++) {
      run.step();
    }
    assertThat(run.point()[0]).isZero();
    assertThat(run.position()[0].logarithm()).isCloseTo(20_000 * Math.log(0.9), within(1e-9));
    assertThat(run.position()[1].logarithm())
        .isCloseTo(Math.log(1e-300) + 20_000 * Math.log(1.1), within(1e-9));
  }

  @Test
  void anObjectiveOfNeitherKindHasNone() {
    PointObjective plain =
        new PointObjective() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          protected double value(double[] x) {
            return x[0];
          }

          @Override
          protected void gradient(double[] x, double[] g) {
            g[0] = 1;
          }
        };
    assertThat(ExtendedGradient.of(plain)).isEmpty();
  }
}
