package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.engine.StepMaps;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.precision.Precision;
import org.separatrix.core.start.UniformBox;

class ProximalPointTest {
  /** (I + alpha H) x_{k+1} = x_k. */
  @Test
  void onAQuadraticItIsAResolvent() {
    double alpha = 0.4;
    double[] x = {1.3, -0.4, 0.8};
    double[] next = step(new CoupledQuadratic(), alpha, x);
    for (int i = 0; i < 3; i++) {
      double sum = next[i];
      for (int j = 0; j < 3; j++) {
        sum += alpha * CoupledQuadratic.H[i][j] * next[j];
      }
      assertThat(sum).isCloseTo(x[i], within(1e-14));
    }
  }

  /** Alpha times the Hessian overflows; the step is the minimum nevertheless. */
  @Test
  void theLargestStepsLeadToTheMinimum() {
    double[] next = step(formula("x^2 + x*y + y^2"), Double.MAX_VALUE, new double[] {1.3, -0.4});

    assertThat(next).containsExactly(new double[2], within(1e-15));
  }

  /** u + alpha grad f(u) = x, to rounding, near and far from the minimum. */
  @Test
  void elsewhereItSolvesItsEquation() {
    TwiceDifferentiable rosenbrock = formula("100*(y - x^2)^2 + (1 - x)^2");
    double alpha = 1e-3;
    for (double[] x : new double[][] {{-1.2, 1}, {1, 1}, {0.3, -7}, {1 + 1e-9, 1}}) {
      double[] u = step(rosenbrock, alpha, x);
      double[][] g = new double[2][1];
      rosenbrock.gradient(new double[][] {{u[0]}, {u[1]}}, g, 1);
      for (int k = 0; k < 2; k++) {
        assertThat(u[k] + alpha * g[k][0]).isCloseTo(x[k], within(1e-13));
      }
    }
  }

  /**
   * On y^4/4 - y^2/2 with alpha = 2 there is a minimum on either side of y = 0, and none chosen.
   */
  @Test
  void whereTheMinimumIsNotUniqueThereIsNoStep() {
    TwiceDifferentiable lee = formula("x^2/2 + y^4/4 - y^2/2");
    assertThat(step(lee, 2, new double[] {0.1, 0.01})).containsOnly(Double.NaN);
    assertThat(step(lee, 0.9, new double[] {0.1, 0.01})[1]).isGreaterThan(0.05);
  }

  /** The gradient has the digits of a float, the Hessian those of a double. */
  @Test
  void gradientsInSinglePrecisionAreSolvedForAsFarAsTheyGo() {
    TwiceDifferentiable lee = formula("x^2/2 + y^4/4 - y^2/2");
    RandomGenerator random = new SplittableRandom(1);
    for (double alpha : new double[] {0.05, 0.5, 0.9}) {
      Optimizer method = Precision.FLOAT32.apply(new ProximalPoint(alpha), lee);
      StepMap map = StepMaps.of(lee, method);
      for (int i = 0; i < 2000; i++) {
        double[] x = {(float) random.nextDouble(-2, 2), (float) random.nextDouble(-2, 2)};
        double[] u = new double[2];
        map.apply(x, u);
        double largest = Math.max(Math.abs(x[0]), Math.abs(x[1]));
        assertThat(u[0] * (1 + alpha)).isCloseTo(x[0], within(1e-5 * largest));
        assertThat(u[1] + alpha * (u[1] * u[1] * u[1] - u[1]))
            .isCloseTo(x[1], within(1e-5 * largest));
      }
    }
  }

  /**
   * Among the starts are some without a step and some that need steps in parts; more of them than
   * are solved for at once.
   */
  @Test
  void whatALaneTakesDoesNotDependOnTheOthers() {
    TwiceDifferentiable f = formula("3*sqrt(1 + x^2) + y^4/4 - y^2/2 + exp(-x^2 - y^2)/4");
    double alpha = 1.2;
    int runs = 5000;
    StartDistribution starts = new UniformBox(Box.cube(2, -9, 9));
    StopRule rule = new StopRule(1e-9, 30, 1e8, Optional.empty());
    Experiment experiment = new Experiment(f, new ProximalPoint(alpha), starts, rule, 5);
    Runs together = Engine.run(experiment, 0, runs);
    int undefined = 0;
    for (int run = 0; run < runs; run++) {
      undefined += together.termination()[run] == Termination.NON_FINITE ? 1 : 0;
      if (run % 50 == 0) {
        Runs alone = Engine.run(experiment, run, 1);
        assertThat(alone.steps()[0]).isEqualTo(together.steps()[run]);
        assertThat(alone.endOf(0)).isEqualTo(together.endOf(run));
      }
    }
    assertThat(undefined).isBetween(1, runs - 1);
  }

  @Test
  void linearizationIsTheResolventOfTheEigenvalue() {
    ProximalPoint method = new ProximalPoint(0.5);
    assertThat(method.linearization().orElseThrow().at(-1)[0][0]).isEqualTo(2);
    assertThat(method.linearization().orElseThrow().at(2)[0][0]).isEqualTo(0.5);
  }

  @Test
  void anObjectiveWithoutAHessianIsRefused() {
    assertThatThrownBy(
            () -> new ProximalPoint(new ProximalPoint.Config(StepSize.of(0.1)), Saddle.problem()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "proximal-point needs a Hessian, but objective 'saddle' gives none.%n".formatted()
                + "Maybe write the objective as a formula, or implement TwiceDifferentiable.");
  }

  private static double[] step(TwiceDifferentiable objective, double alpha, double[] x) {
    StepMap map = StepMaps.of(objective, new ProximalPoint(alpha));
    double[] next = new double[x.length];
    map.apply(x, next);
    return next;
  }

  private static TwiceDifferentiable formula(String text) {
    return new SymbolicFormulaCompiler()
        .compile(Formula.of(text, "x", "y"), Landscape.on(Box.cube(2, -10, 10)));
  }
}
