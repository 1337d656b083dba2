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
  void allFormsMoveAlikeAndFindTheSameMarks(CompiledFormula f, LinearMethod method) {
    List<StepForm> forms = StepForm.of(f, method);
    Block measured = block(f, method);
    Block watched = block(f, method);
    Watch norms = new Watch(RULE, measured.marks());
    Watch marks = new Watch(RULE, watched.marks());
    forms.get(0).measure(measured, norms, STEPS);
    forms.get(0).watch(watched, marks, STEPS);

    assertThat(forms).hasSizeGreaterThan(1);
    for (StepForm form : forms.subList(1, forms.size())) {
      Block block = block(f, method);
      Watch watch = new Watch(RULE, block.marks());
      form.measure(block, watch, STEPS);
      assertThat(block.vectors()).isDeepEqualTo(measured.vectors());
      assertClose(watch.marks(), norms.marks());

      block = block(f, method);
      watch = new Watch(RULE, block.marks());
      form.watch(block, watch, STEPS);
      assertThat(block.vectors()).isDeepEqualTo(watched.vectors());
      assertThat(overdue(watch)).isEqualTo(overdue(marks));
    }
  }

  /** Forms may use different norms of the position, so only what the marks tell is the same. */
  private static int[] overdue(Watch watch) {
    int[] found = new int[LANES];
    return Arrays.copyOf(found, watch.overdue(LANES, found));
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
      forms.get(0).watch(expected, new Watch(RULE, expected.marks()), STEPS);
      forms.get(1).watch(actual, new Watch(RULE, actual.marks()), STEPS);

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
      form.watch(block, new Watch(RULE, block.marks()), STEPS);
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
