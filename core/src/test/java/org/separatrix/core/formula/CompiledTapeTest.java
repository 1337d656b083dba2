package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.code.SourceCompiler;

class CompiledTapeTest {
  private static final int LANES = 300;

  static Stream<Formula> formulas() {
    return Stream.of(
        Formula.of("x^2/2 + y^4/4 - y^2/2", "x", "y"),
        Formula.of("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "x", "y"),
        Formula.of("exp(-x^2)*sin(3*y)/(1 + x^2) - tanh(x*y)^3 + sqrt(1 + y^2)", "x", "y"),
        Formula.of("log(x) + x^0.3 + tan(y)/x + 1/0", "x", "y"),
        Formula.indexed("prod(i, 1, n, 2 - cos(x[i]))", 20, Map.of()),
        Formula.indexed("10*n + sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))", 10, Map.of()),
        Formula.indexed("sum(i, 1, n - 1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", 60, Map.of()));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void compiledLoopsGiveTheBitsOfTheInstructions(Formula formula) {
    CompiledFormula f = new SymbolicFormulaCompiler().compile(formula);
    int d = formula.dimension();
    double[][] x = points(d);
    Program program = ProgramCompiler.compile(d, f.gradientExpressions());
    double[][] expected = new double[d][LANES];
    new Tape(program, new SourceCompiler()).evaluate(x, expected, LANES);

    for (int longest : new int[] {1, 2, 7, 24, 1000}) {
      double[][] slots = new double[program.slots()][LANES];
      for (int k = 0; k < d; k++) {
        slots[k] = x[k].clone();
      }
      SegmentedProgram.compile(program, new SourceCompiler(), longest).run(slots, LANES);
      for (int k = 0; k < d; k++) {
        assertThat(Arrays.equals(slots[d + k], expected[k])).isTrue();
        assertThat(Arrays.equals(slots[k], x[k])).isTrue();
      }
    }
  }

  @Test
  void aTapeIsTheSameAfterItIsCompiled() {
    CompiledFormula f =
        new SymbolicFormulaCompiler().compile(Formula.of("sin(x*y) + x^4", "x", "y"));
    Tape tape = new Tape(ProgramCompiler.compile(2, f.gradientExpressions()), new SourceCompiler());
    double[][] x = points(2);
    double[][] before = new double[2][LANES];
    double[][] after = new double[2][LANES];

    tape.evaluate(x, before, LANES);
    tape.compile();
    tape.evaluate(x, after, LANES);

    assertThat(after).isDeepEqualTo(before);
  }

  @Test
  void theTermsOfALongSumShareTheirSource(@TempDir Path folder) throws Exception {
    CompiledFormula f =
        new SymbolicFormulaCompiler()
            .compile(
                Formula.indexed(
                    "sum(i, 1, n - 1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", 1000, Map.of()));
    Program program = ProgramCompiler.compile(1000, f.gradientExpressions());
    SegmentedProgram.compile(program, new SourceCompiler(folder), SegmentedProgram.LONGEST);

    try (Stream<Path> sources = Files.list(folder)) {
      assertThat(program.instructions()).hasSizeGreaterThan(5000);
      assertThat(sources.count()).isBetween(1L, 40L);
    }
  }

  private static double[][] points(int dimension) {
    Random random = new Random(5);
    double[][] x = new double[dimension][LANES];
    for (double[] coordinate : x) {
      for (int i = 0; i < LANES; i++) {
        coordinate[i] = 4 * random.nextDouble() - 2;
      }
    }
    return x;
  }
}
