package org.separatrix.core.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class StagnationSearchTest {
  private static final int RUNS = 50;

  /** Its minima are no floating-point numbers. */
  private static final ClosedForm BUMPY = formula("x^4/4 - 0.3*x^2 + y^2/3 + x*y/7 + x/9");

  private static ClosedForm formula(String text) {
    return new SymbolicFormulaCompiler().compile(Formula.of(text, "x", "y"));
  }

  private static LinearMethod descent(double alpha) {
    return new LinearMethod(new double[][] {{1}}, new double[] {-alpha}, new double[] {1}) {};
  }

  private static LinearMethod heavyBall(double alpha, double beta) {
    return new LinearMethod(
        new double[][] {{1 + beta, -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1, 0}) {};
  }

  private static LinearMethod nesterov(double alpha, double beta) {
    return new LinearMethod(
        new double[][] {{1 + beta, -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1 + beta, -beta}) {};
  }

  private static Runs run(ClosedForm objective, Optimizer method, double tolerance, int steps) {
    StopRule stop = new StopRule(tolerance, steps, 1e8, Optional.empty());
    return Engine.run(new Experiment(objective, method, new NormalStarts(), stop, 7), 0, RUNS);
  }

  private static Stagnation search(
      ClosedForm objective, Optimizer method, double tolerance, int steps) {
    return new StagnationSearch(objective, method).among(run(objective, method, tolerance, steps));
  }

  @Test
  void findsRunsThatSinglePrecisionKeepsFromATolerance() {
    for (LinearMethod method :
        new LinearMethod[] {descent(0.1), heavyBall(0.1, 0.5), nesterov(0.1, 0.5)}) {
      Optimizer single = new SinglePrecision(method, BUMPY);

      Stagnation found = search(BUMPY, single, 1e-10, 3000);

      assertThat(found.runs()).isEqualTo(RUNS);
      assertThat(found.gradientNorm()).isBetween(1e-8, 1e-5);
      assertThat(search(BUMPY, single, found.gradientNorm(), 3000)).isEqualTo(Stagnation.NONE);
    }
  }

  /** What it says can be seen: ten times the budget leaves all runs where they were. */
  @Test
  void runsThatStagnateStayWhereTheyAre() {
    Optimizer single = new SinglePrecision(heavyBall(0.1, 0.5), BUMPY);

    Runs runs = run(BUMPY, single, 1e-10, 3000);
    Runs later = run(BUMPY, single, 1e-10, 30_000);

    assertThat(later.gradientNorm()).containsExactly(runs.gradientNorm());
    assertThat(later.end()[0]).containsExactly(runs.end()[0]);
  }

  @Test
  void findsRunsThatDoublePrecisionKeepsFromATolerance() {
    for (LinearMethod method :
        new LinearMethod[] {descent(0.1), heavyBall(0.1, 0.5), nesterov(0.1, 0.5)}) {
      Stagnation found = search(BUMPY, method, 1e-20, 3000);

      assertThat(found.runs()).isPositive();
      assertThat(found.gradientNorm()).isBetween(1e-18, 1e-14);
    }
  }

  @Test
  void runsThatAreOnTheirWayAreNotAmongThem() {
    assertThat(search(BUMPY, descent(1e-12), 1e-10, 100)).isEqualTo(Stagnation.NONE);
    assertThat(search(BUMPY, new SinglePrecision(descent(0.1), BUMPY), 1e-10, 20))
        .isEqualTo(Stagnation.NONE);
  }

  /** Beyond 2 / lambda runs come back after two steps in real numbers, too. */
  @Test
  void cyclesOfTheMethodItselfAreNotAmongThem() {
    ClosedForm wells = formula("x^4/4 - x^2/2 + y^2/2");
    Runs runs = run(wells, descent(1.1), 1e-10, 2000);

    assertThat(Arrays.stream(runs.gradientNorm()).min().orElseThrow()).isGreaterThan(0.1);
    assertThat(new StagnationSearch(wells, descent(1.1)).among(runs)).isEqualTo(Stagnation.NONE);
  }

  @Test
  void methodsOfWhichTheStateIsNotKnownAreLeftOut() {
    LinearMethod descent = descent(0);
    Runs runs = run(BUMPY, descent, 1e-10, 10);
    Optimizer random =
        new Optimizer() {
          @Override
          public int memory() {
            return 0;
          }

          @Override
          public void step(Iterates block, Oracle oracle) {
            descent.step(block, oracle);
          }

          @Override
          public boolean isDeterministic() {
            return false;
          }
        };

    assertThat(new StagnationSearch(BUMPY, descent).among(runs).runs()).isEqualTo(RUNS);
    assertThat(new StagnationSearch(BUMPY, random).among(runs)).isEqualTo(Stagnation.NONE);
  }
}
