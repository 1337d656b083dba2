package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/** Forms of a step against the one through the interfaces, without a stop rule between. */
class StepFormTest {
  private static final int LANES = 37;
  private static final int STEPS = 4;
  private static final Optional<StopRule.Region> NO_REGION = Optional.empty();
  private static final StopRule RULE = new StopRule(0.5, 1_000, 1e8, Optional.empty());

  private static final List<LinearMethod> METHODS =
      List.of(
          FixedStep.gradientDescent(0.1),
          FixedStep.heavyBall(0.05, 0.7),
          FixedStep.nesterov(0.05, 0.7));

  static Stream<Arguments> forms() {
    return Stream.of(
            Formula.of("x^2/2 + y^4/4 - y^2/2", "x", "y"),
            Formula.of("x^2/2 + (3 + x^2*y)^2.3/100", "x", "y"),
            rastrigin(10),
            Formula.indexed("sum(i, 1, n - 1, (x[i+1] - x[i]^2)^2 + exp(x[i]))", 10, Map.of()))
        .map(new SymbolicFormulaCompiler()::compile)
        .flatMap(f -> METHODS.stream().map(method -> Arguments.of(f, method)));
  }

  private static Formula rastrigin(int dimension) {
    return Formula.indexed("sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))", dimension, Map.of());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void allFormsMoveAndMeasureAlike(CompiledFormula f, LinearMethod method) {
    List<StepForm> forms = StepForm.of(f, method);
    Block measured = block(f, method);
    Gauge norms = new Gauge(measured.marks());
    forms.get(0).measure(measured, norms, STEPS);

    assertThat(forms).hasSizeGreaterThan(1);
    for (StepForm form : forms.subList(1, forms.size())) {
      Block block = block(f, method);
      Gauge gauge = new Gauge(block.marks());
      form.measure(block, gauge, STEPS);
      assertThat(block.vectors()).isDeepEqualTo(measured.vectors());
      assertClose(gauge.marks(), norms.marks());
    }
  }

  /** Norms of the position depend on the form, so some forms find a far one earlier than others. */
  @ParameterizedTest
  @MethodSource("forms")
  void allFormsFindSmallGradientsAndFarPositions(CompiledFormula f, LinearMethod method) {
    Block expected = block(f, method);
    double[] smallest = new double[LANES];
    double[] farthest = new double[LANES];
    follow(f, method, expected, smallest, farthest);
    double tolerance = quantile(smallest, 0.4);
    double radius = quantile(farthest, 0.6);

    for (StepForm form : StepForm.of(f, method)) {
      Block block = block(f, method);
      boolean[] small = overdue(form, method, block, new StopRule(tolerance, 9, 1e8, NO_REGION));
      boolean[] far =
          overdue(form, method, block(f, method), new StopRule(-1, 9, radius, NO_REGION));
      assertThat(block.vectors()).isDeepEqualTo(expected.vectors());
      for (int lane = 0; lane < LANES; lane++) {
        assertThat(small[lane] || smallest[lane] > tolerance).isTrue();
        assertThat(small[lane] && smallest[lane] > (1 + 1e-5) * tolerance).isFalse();
        assertThat(far[lane] || farthest[lane] <= radius).isTrue();
      }
      assertThat(overdue(form, method, block, new StopRule(-1, 9, 1e8, NO_REGION)))
          .containsOnly(false);
    }
  }

  private static boolean[] overdue(StepForm form, LinearMethod method, Block block, StopRule rule) {
    Watch watch = new Watch(rule, method, block.marks());
    watch.begin(block);
    form.watch(block, watch, STEPS);
    int[] found = new int[LANES];
    boolean[] overdue = new boolean[LANES];
    for (int n = watch.overdue(block, found); n > 0; n--) {
      overdue[found[n - 1]] = true;
    }
    return overdue;
  }

  /** Takes the steps, and notes norms of gradient and position before each of them. */
  private static void follow(
      CompiledFormula f, LinearMethod method, Block block, double[] smallest, double[] farthest) {
    Arrays.fill(smallest, Double.MAX_VALUE);
    for (int step = 0; step < STEPS; step++) {
      f.gradient(block.position(), block.gradient(), LANES);
      for (int lane = 0; lane < LANES; lane++) {
        smallest[lane] = Math.min(smallest[lane], Norm.of(block.gradient(), lane));
        farthest[lane] = Math.max(farthest[lane], Norm.of(block.position(), lane));
      }
      method.step(block, new CountingOracle(f));
    }
  }

  private static double quantile(double[] numbers, double share) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * sorted.length)];
  }

  private static void assertClose(double[] actual, double[] expected) {
    for (int i = 0; i < LANES; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-12 * Math.abs(expected[i])));
    }
  }

  /** Three sines do not fit into a loop that C2 always vectorises. */
  @Test
  void aSmallFormulaOfManyOperationsIsDividedToo() {
    SymbolicFormulaCompiler compiler = new SymbolicFormulaCompiler();
    assertThat(StepForm.of(compiler.compile(rastrigin(2)), METHODS.get(0))).hasSize(3);
    assertThat(StepForm.of(compiler.compile(rastrigin(3)), METHODS.get(0))).hasSize(4);
  }

  @Test
  void aFormServesBlocksOfDifferentSizes() {
    CompiledFormula f = new SymbolicFormulaCompiler().compile(rastrigin(10));
    List<StepForm> forms = StepForm.of(f, METHODS.get(1));
    for (int lanes : new int[] {3, 200, 70}) {
      Block expected = block(f, METHODS.get(1), lanes);
      Block actual = block(f, METHODS.get(1), lanes);
      forms.get(0).watch(expected, new Watch(RULE, METHODS.get(1), expected.marks()), STEPS);
      forms.get(1).watch(actual, new Watch(RULE, METHODS.get(1), actual.marks()), STEPS);

      assertThat(actual.vectors()).isDeepEqualTo(expected.vectors());
    }
  }

  @Test
  void coordinatesOfWhichAFormulaSaysTheSameShareTheirLoops(@TempDir Path folder) throws Exception {
    CompiledFormula f =
        new SymbolicFormulaCompiler(new SourceCompiler(folder)).compile(rastrigin(1000));
    for (LinearMethod method : METHODS) {
      StepForm form = StepForm.of(f, method).get(1);
      Block block = block(f, method);
      form.watch(block, new Watch(RULE, method, block.marks()), STEPS);
    }

    try (Stream<Path> sources = Files.list(folder)) {
      // The first coordinate has one of its own, since sums begin there.
      assertThat(sources).hasSize(2 * METHODS.size());
    }
  }

  private static Block block(CompiledFormula f, LinearMethod method) {
    return block(f, method, LANES);
  }

  private static Block block(CompiledFormula f, LinearMethod method, int lanes) {
    Block block = new Block(f.dimension(), method, lanes, new LaneNoise(0, lanes));
    Random random = new Random(7);
    block.add(0, lanes);
    for (int i = 0; i < lanes; i++) {
      for (double[] coordinate : block.position()) {
        coordinate[i] = 2 * random.nextDouble() - 1;
      }
      method.start(block, i);
    }
    return block;
  }
}
