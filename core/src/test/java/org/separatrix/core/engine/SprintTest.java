package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/** Generated loops against the stepwise loop, to the last bit. */
class SprintTest {
  private static final int RUNS = 700;

  private static final List<Formula> FORMULAS =
      List.of(
          Formula.of("x^2/2 + y^4/4 - y^2/2", "x", "y"),
          Formula.of("((x^2 + y - 11)^2 + (x + y^2 - 7)^2)/100", "x", "y"),
          Formula.of("x^3 - 3*x*y^2 + (x^2 + y^2)^2/4", "x", "y"),
          Formula.of("x^2 - y^4", "x", "y"),
          Formula.of("x^4/4", "x"),
          Formula.of("x^3/3", "x"),
          Formula.of("(x*y - 1)^2/2", "x", "y"),
          Formula.of("sqrt(1 + x^2) + 1/(1 + y^2)", "x", "y"),
          Formula.of("1 - cos(3*x) + sin(y)^2 + 0.1*y^2", "x", "y"),
          Formula.of("exp(-x^2) + tanh(y)^2 - log(3 + x)/10 + x^2/5", "x", "y"),
          Formula.of("2*x*y + 2*x*z - 2*x - y - z + x^4 + y^4", "x", "y", "z"),
          Formula.indexed("sum(i, 1, n, x[i]^4 - 16*x[i]^2 + 5*x[i])/20", 2, Map.of()));

  private static final List<LinearMethod> METHODS =
      List.of(
          FixedStep.gradientDescent(0.1),
          FixedStep.gradientDescent(0.4),
          FixedStep.heavyBall(0.05, 0.7),
          FixedStep.nesterov(0.05, 0.7));

  private static final List<StopRule> RULES =
      List.of(
          new StopRule(1e-10, 1_000, 1e8, Optional.empty()),
          new StopRule(0.3, 1_000, 3, Optional.empty()),
          new StopRule(-1, 37, 1e8, Optional.empty()),
          new StopRule(0, 200, 1e8, Optional.empty()));

  static Stream<Arguments> experiments() {
    return FORMULAS.stream()
        .map(
            formula ->
                new SymbolicFormulaCompiler()
                    .compile(formula, Landscape.on(Box.cube(formula.dimension(), -2, 2))))
        .flatMap(f -> METHODS.stream().map(method -> Arguments.of(f, method)));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void generatedLoopsGiveTheRunsOfTheStepwiseLoop(CompiledFormula f, LinearMethod method) {
    for (StopRule rule : RULES) {
      Experiment experiment = new Experiment(f, method, new CubeStart(), rule, 7);
      Runs expected = new Engine(experiment, Optional.empty()).run(50, RUNS, 64);
      Optional<StepLoops> loops = StepLoops.of(experiment);

      assertThat(loops).isPresent();
      for (int lanes : new int[] {1, 7, 64, 512}) {
        SameRuns.assertSame(new Engine(experiment, loops).run(50, RUNS, lanes), expected);
      }
      for (int form = 0; form < loops.get().forms(); form++) {
        Engine engine = new Engine(experiment, Optional.of(loops.get().only(form)));
        SameRuns.assertSame(engine.run(50, RUNS, 128), expected);
      }
    }
  }

  /** A loose tolerance is met for a few steps only, near the saddle, between two looks. */
  @Test
  void aGradientThatIsSmallForOneStepEndsTheRun() {
    CompiledFormula saddle =
        new SymbolicFormulaCompiler().compile(Formula.of("x^2 - y^2", "x", "y"));
    Experiment experiment =
        new Experiment(
            saddle,
            FixedStep.gradientDescent(0.45),
            new CubeStart(),
            new StopRule(1e-2, 500, 1e8, Optional.empty()),
            7);
    Runs runs = new Engine(experiment, StepLoops.of(experiment)).run(0, 20_000, 512);

    SameRuns.assertSame(runs, new Engine(experiment, Optional.empty()).run(0, 20_000, 512));
    assertThat(runs.termination()).contains(Termination.GRADIENT_TOLERANCE, Termination.DIVERGED);
  }

  /** Lanes that have halted may lose the sign of a zero, so they are not trusted. */
  @Test
  void zerosKeepTheirSigns() {
    CompiledFormula f =
        new SymbolicFormulaCompiler().compile(FORMULAS.get(0), Landscape.on(Box.cube(2, -2, 2)));
    ListStart starts =
        new ListStart(
            new double[][] {
              {-0.0, 0.5}, {0.0, 0.5}, {0.4, -0.0}, {-0.4, 0.0}, {-0.0, -0.7}, {-0.0, -0.0}
            });
    for (LinearMethod method : METHODS) {
      for (StopRule rule : RULES) {
        Experiment experiment = new Experiment(f, method, starts, rule, 7);
        Runs expected = new Engine(experiment, Optional.empty()).run(0, 6, 4);

        SameRuns.assertSame(
            new Engine(experiment, StepLoops.of(experiment)).run(0, 6, 4), expected);
      }
    }
  }

  @Test
  void aRuleThatMarksCannotTellIsLeftToTheStepwiseLoop() {
    StopRule plain = RULES.get(0);

    assertThat(Watch.suits(plain)).isTrue();
    assertThat(Watch.suits(plain.within((x, lane) -> true))).isFalse();
    assertThat(Watch.suits(new StopRule(1e-10, 10, 1e200, Optional.empty()))).isFalse();
    assertThat(Watch.suits(new StopRule(0, 10, 1e100, Optional.empty()))).isFalse();
  }
}
