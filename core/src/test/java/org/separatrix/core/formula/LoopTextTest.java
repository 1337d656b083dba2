package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.core.code.SourceCompiler;

class LoopTextTest {
  private static final Instruction SUM = new Instruction(Operation.ADD, 2, 0, 1, -1, 0);
  private static final Instruction COSINE = new Instruction(Operation.COS, 3, 2, -1, -1, 0);

  @Test
  void aNumberIsFirstAndSecondFactorInTurns() {
    LoopText text = new LoopText(List.of());

    assertThat(text.of(Operation.SCALE_ADD, "x", "y", "", "3.0")).isEqualTo("Math.fma(3.0, x, y)");
    assertThat(text.of(Operation.SCALE_ADD, "x", "z", "", "5.0")).isEqualTo("Math.fma(x, 5.0, z)");
    assertThat(text.of(Operation.SCALE, "x", "", "", "7.0")).isEqualTo("Math.fma(7.0, x, -0.0)");
    assertThat(text.of(Operation.MULTIPLY_ADD, "a", "b", "c", "")).isEqualTo("Math.fma(a, b, c)");
    assertThat(text.of(Operation.MULTIPLY_ADD, "a", "b", "c", "")).isEqualTo("Math.fma(b, a, c)");
  }

  @Test
  void aPlainProductIsFusedIfAFactorIsMultipliedAgain() {
    LoopText text = new LoopText(List.of());

    assertThat(text.of(Operation.MULTIPLY, "x", "x", "", "")).isEqualTo("x * x");
    assertThat(text.of(Operation.MULTIPLY, "y", "z", "", "")).isEqualTo("y * z");
    assertThat(text.of(Operation.MULTIPLY, "w", "x", "", "")).isEqualTo("Math.fma(w, x, -0.0)");
    assertThat(text.of(Operation.MULTIPLY, "w", "v", "", "")).isEqualTo("Math.fma(v, w, -0.0)");
  }

  @Test
  void sumsBesideElementaryFunctionsAreFused() {
    assertThat(sum(new LoopText(List.of(SUM, COSINE)))).isEqualTo("Math.fma(1.0, x, y)");
    assertThat(sum(new LoopText(List.of(SUM)))).isEqualTo("x + y");
  }

  private static String sum(LoopText text) {
    return text.of(Operation.ADD, "x", "y", "", "");
  }

  @Test
  void compiledSegmentsHaveTheBitsOfTheInstructions() {
    double[] special = {0.0, -0.0, 1.5, -2.5, 1e300, -1e300, 1e-320, Double.NaN, 1.0 / 0};
    double[][] slots = new double[9][special.length * special.length];
    for (int i = 0; i < slots[0].length; i++) {
      slots[0][i] = special[i % special.length];
      slots[1][i] = special[i / special.length];
    }
    List<Instruction> instructions =
        List.of(
            SUM,
            new Instruction(Operation.COS_TURNS, 3, 2, -1, -1, 0),
            new Instruction(Operation.SCALE_ADD, 4, 0, 3, -1, 0.3),
            new Instruction(Operation.SCALE_ADD, 5, 0, 4, -1, -0.7),
            new Instruction(Operation.MULTIPLY_SUBTRACT, 6, 0, 5, 1, 0),
            new Instruction(Operation.MULTIPLY, 7, 0, 1, -1, 0),
            new Instruction(Operation.SCALE, 8, 7, -1, -1, -3.0));
    BitSet results = new BitSet();
    results.set(2, 9);
    SegmentedProgram.compile(List.of(instructions), results, new SourceCompiler())
        .run(slots, slots[0].length);

    for (int i = 0; i < slots[0].length; i++) {
      double[] alone = {slots[0][i], slots[1][i], 0, 0, 0, 0, 0, 0, 0};
      for (Instruction each : instructions) {
        double c = each.c() < 0 ? 0 : alone[each.c()];
        double b = each.b() < 0 ? 0 : alone[each.b()];
        alone[each.target()] = each.operation().apply(alone[each.a()], b, c, each.constant());
        assertThat(Double.doubleToLongBits(slots[each.target()][i]))
            .isEqualTo(Double.doubleToLongBits(alone[each.target()]));
      }
    }
  }
}
