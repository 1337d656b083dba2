package org.separatrix.core.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.engine.StepMaps;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class SinglePrecisionTest {
  private static final ClosedForm CUBIC =
      new SymbolicFormulaCompiler().compile(Formula.of("x^4/4 - 0.3*x^2 + y^2/3 + x*y", "x", "y"));

  private static LinearMethod heavyBall(double alpha, double beta) {
    return new LinearMethod(
        new double[][] {{1 + beta, -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1, 0}) {};
  }

  /** The same method, known only by its steps. */
  private record Hidden(LinearMethod method) implements Optimizer {
    @Override
    public int memory() {
      return method.memory();
    }

    @Override
    public void start(Iterates block, int lane) {
      method.start(block, lane);
    }

    @Override
    public void step(Iterates block, Oracle oracle) {
      method.step(block, oracle);
    }
  }

  private static Runs run(Optimizer method, int steps) {
    StopRule stop = new StopRule(-1, steps, 1e8, Optional.empty());
    return Engine.run(new Experiment(CUBIC, method, new NormalStarts(), stop, 7), 0, 50);
  }

  /** A second program, written in Java's own float, agrees to the last bit. */
  @Test
  void gradientDescentOnAFormulaIsThatOfFloatArithmetic() {
    ClosedForm lee = new SymbolicFormulaCompiler().compile(Formula.of("x^3/3 - x", "x"));
    LinearMethod descent =
        new LinearMethod(new double[][] {{1}}, new double[] {-0.1}, new double[] {1}) {};
    StepMap map = StepMaps.of(lee, Precision.FLOAT32.apply(descent, lee));
    float x = 0.3f;
    double[] state = {x};
    for (int k = 0; k < 100; k++) {
      x = Math.fma(-0.1f, Math.fma(x, x, -1f), x);
      double[] next = new double[1];
      map.apply(state, next);
      state = next;
    }

    assertThat(state[0]).isEqualTo(x);
  }

  @Test
  void allThatARunKeepsAreFloats() {
    for (Optimizer method :
        new Optimizer[] {heavyBall(0.1, 0.9), new Hidden(heavyBall(0.1, 0.9))}) {
      Runs runs = run(new SinglePrecision(method, CUBIC), 40);
      for (int run = 0; run < runs.size(); run++) {
        assertThat(Arrays.stream(runs.endOf(run)).boxed()).allMatch(x -> x == x.floatValue());
        assertThat(runs.memory()[0][0][run]).isEqualTo((float) runs.memory()[0][0][run]);
      }
    }
  }

  @Test
  void roundingIsThatOfSingleAndNotOfDoublePrecision() {
    double[] exact = run(heavyBall(0.1, 0.5), 20).end()[0];
    double[] single = run(new SinglePrecision(heavyBall(0.1, 0.5), CUBIC), 20).end()[0];

    double largest = 0;
    for (int i = 0; i < exact.length; i++) {
      largest = Math.max(largest, Math.abs(exact[i] - single[i]));
    }
    assertThat(largest).isBetween(1e-9, 1e-4);
  }

  @Test
  void doublePrecisionIsTheMethodItself() {
    LinearMethod method = heavyBall(0.1, 0.5);

    assertThat(Precision.FLOAT64.apply(method, CUBIC)).isSameAs(method);
    assertThat(Precision.of(method)).isEqualTo(Precision.FLOAT64);
    assertThat(Precision.of(Precision.FLOAT32.apply(method, CUBIC))).isEqualTo(Precision.FLOAT32);
  }

  /** What has no program is evaluated in double and rounded once. */
  @Test
  void anObjectiveInJavaIsRoundedOnce() {
    PointObjective objective =
        new PointObjective() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          protected double value(double[] x) {
            return x[0] * x[0] / 6;
          }

          @Override
          protected void gradient(double[] x, double[] g) {
            g[0] = x[0] / 3;
          }
        };
    double[][] slope = new double[1][1];
    SingleGradient.of(objective).at(new double[][] {{1}}, slope, 1);

    assertThat(slope[0][0]).isEqualTo(1f / 3f);
  }
}
