package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
  private static final int FEWER_RUNS = 100;

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

  /** Too large for one loop: each in ten variables or more. */
  private static final List<Formula> LARGE_FORMULAS =
      List.of(
          inTen("x[i]^2 - 10*cos(2*pi*x[i])"),
          inTen("(x[i]^4 - 16*x[i]^2 + 5*x[i])/20"),
          inTen("x[i]^3/3"),
          inTen("exp(-x[i]^2) + tanh(x[i])^2 - log(3 + x[i])/10 + x[i]^2/5"),
          inTen("sqrt(1 + x[i]^2)/i + 1/(2 + x[i]^2) + (3 + x[i])^2.3/9 + tan(x[i]/3)^2"),
          inTen("x[i]/i"),
          Formula.indexed("(sum(i, 1, n, x[i]^2) - 1)^2/4", 11, Map.of()),
          Formula.indexed(
              "sum(i, 1, n - 1, 10*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)/9", 12, Map.of()),
          Formula.indexed("sum(i, 1, n - 2, sin(x[i]*x[i+2]) + x[i+1]^2*x[i])", 10, Map.of()),
          Formula.indexed("prod(i, 1, n, 2 - cos(x[i]))/2^n + x[2]^2", 13, Map.of()));

  /** Their arguments are too large for sine and cosine without branches: all, or those of some. */
  private static final List<Formula> FORMULAS_OF_LARGE_ARGUMENTS =
      List.of(
          inTen("cos(1e10*x[i])/1e10 + x[i]^2/2"),
          inTen("cos(3e9*x[i])/1e9 - x[i]^2/2 + x[i]^4/4"),
          inTen("sin(1e9*exp(x[i]))/1e10 + x[i]^2/2"));

  private static Formula inTen(String term) {
    return Formula.indexed("sum(i, 1, n, " + term + ")", 10, Map.of());
  }

  private static final List<LinearMethod> METHODS =
      List.of(
          FixedStep.gradientDescent(0.1),
          FixedStep.gradientDescent(0.4),
          FixedStep.heavyBall(0.05, 0.7),
          FixedStep.nesterov(0.05, 0.7));

  /** Without memory, and with all of A, B and C; their loops take long to compile. */
  private static final List<LinearMethod> METHODS_OF_LARGE_FORMULAS =
      List.of(FixedStep.gradientDescent(0.1), FixedStep.nesterov(0.05, 0.7));

  private static final List<StopRule> RULES =
      List.of(
          new StopRule(1e-10, 1_000, 1e8, Optional.empty()),
          new StopRule(0.3, 1_000, 3, Optional.empty()),
          new StopRule(-1, 37, 1e8, Optional.empty()),
          new StopRule(0, 200, 1e8, Optional.empty()));

  static Stream<Arguments> experiments() {
    return experiments(FORMULAS.stream(), METHODS);
  }

  static Stream<Arguments> largeExperiments() {
    return experiments(
        Stream.concat(LARGE_FORMULAS.stream(), FORMULAS_OF_LARGE_ARGUMENTS.stream()),
        METHODS_OF_LARGE_FORMULAS);
  }

  private static Stream<Arguments> experiments(
      Stream<Formula> formulas, List<LinearMethod> methods) {
    return formulas
        .map(
            formula ->
                new SymbolicFormulaCompiler()
                    .compile(formula, Landscape.on(Box.cube(formula.dimension(), -2, 2))))
        .flatMap(f -> methods.stream().map(method -> Arguments.of(f, method)));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void generatedLoopsGiveTheRunsOfTheStepwiseLoop(CompiledFormula f, LinearMethod method) {
    assertSameRuns(f, method, RUNS, 3, 1, 7, 64, 512);
  }

  @ParameterizedTest
  @MethodSource("largeExperiments")
  void loopsOverAFewCoordinatesGiveTheRunsOfTheStepwiseLoop(
      CompiledFormula f, LinearMethod method) {
    assertSameRuns(f, method, FEWER_RUNS, 2, 7, 64);
  }

  private static Engine stepwise(Experiment experiment) {
    return new Engine(experiment, new TimelyLoops(experiment, Optional.empty()));
  }

  private static Engine engine(Experiment experiment) {
    StepLoops loops = StepLoops.of(experiment).orElseThrow();
    return engine(experiment, loops, Calm.of(experiment));
  }

  private static Engine engine(Experiment experiment, StepLoops loops, Calm calm) {
    TimelyLoops.Prepared prepared = new TimelyLoops.Prepared(loops, calm);
    return new Engine(experiment, new TimelyLoops(experiment, Optional.of(prepared)));
  }

  /** What does not depend on the rule, or on the form, is made once. */
  private static void assertSameRuns(
      CompiledFormula f, LinearMethod method, int runs, int fewestForms, int... blocks) {
    StepLoops loops = StepLoops.of(experiment(f, method, RULES.get(0))).orElseThrow();
    int[] forms = IntStream.range(0, loops.forms()).toArray();
    assertThat(forms).hasSizeBetween(fewestForms, 4);
    for (StopRule rule : RULES) {
      Experiment experiment = experiment(f, method, rule);
      Runs expected = stepwise(experiment).run(50, runs, 64);

      Calm calm = Calm.of(experiment);
      StepLoops undecided = loops.only(forms);
      for (int lanes : blocks) {
        Engine engine = engine(experiment, undecided, calm);
        SameRuns.assertSame(engine.run(50, runs, lanes), expected);
      }
      for (int form : forms) {
        Engine engine = engine(experiment, loops.only(form), calm);
        SameRuns.assertSame(engine.run(50, runs, 128), expected);
      }
    }
  }

  private static Experiment experiment(CompiledFormula f, LinearMethod method, StopRule rule) {
    return new Experiment(f, method, new CubeStart(), rule, 7);
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
    Runs runs = engine(experiment).run(0, 20_000, 512);

    SameRuns.assertSame(runs, stepwise(experiment).run(0, 20_000, 512));
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
        Runs expected = stepwise(experiment).run(0, 6, 4);

        SameRuns.assertSame(engine(experiment).run(0, 6, 4), expected);
      }
    }
  }

  @Test
  void aRuleThatMarksCannotTellIsLeftToTheStepwiseLoop() {
    StopRule plain = RULES.get(0);

    for (LinearMethod method : METHODS) {
      assertThat(Watch.suits(plain, method)).isTrue();
      assertThat(Watch.suits(plain.within((x, lane) -> true), method)).isFalse();
      assertThat(Watch.suits(new StopRule(1e-130, 10, 1e100, Optional.empty()), method)).isFalse();
      assertThat(Watch.suits(new StopRule(0, 10, 1e100, Optional.empty()), method)).isFalse();
    }
    assertThat(Watch.suits(plain, FixedStep.gradientDescent(1e-310))).isFalse();
  }
}
