package org.separatrix.core.formula;

/**
 * Runs a program in IEEE single precision: each instruction is rounded once to float, fused ones
 * and the square root included; powers and elementary functions are computed in double first, which
 * makes their result that of float to within a rounding in about 10^-7 of all cases.
 *
 * <p>Slow, since it goes from instruction to instruction; made to see what rounding does.
 */
public final class SinglePrecisionProgram {
  private final Program program;

  /**
   * Creates an interpreter.
   *
   * @param program what to compute
   */
  public SinglePrecisionProgram(Program program) {
    this.program = program;
  }

  /**
   * Computes the outputs at a point.
   *
   * @param x the point, rounded to float first; not modified
   * @param results receives the outputs, each a float
   */
  public void run(double[] x, double[] results) {
    float[] slots = new float[program.slots()];
    for (int k = 0; k < program.inputs(); k++) {
      slots[k] = (float) x[k];
    }
    for (Instruction instruction : program.instructions()) {
      float a = operand(slots, instruction.a());
      float b = operand(slots, instruction.b());
      float c = operand(slots, instruction.c());
      slots[instruction.target()] = apply(instruction, a, b, c);
    }
    for (int k = 0; k < program.outputs(); k++) {
      results[k] = slots[program.inputs() + k];
    }
  }

  private static float operand(float[] slots, int slot) {
    return slot == Instruction.NONE ? 0 : slots[slot];
  }

  private static float apply(Instruction instruction, float a, float b, float c) {
    float k = (float) instruction.constant();
    Operation operation = instruction.operation();
    return switch (operation) {
      case CONSTANT -> k;
      case COPY -> a;
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case ADD_CONSTANT -> a + k;
      case SUBTRACT_FROM_CONSTANT -> k - a;
      case SCALE -> k * a;
      case SCALE_ADD -> Math.fma(k, a, b);
      case MULTIPLY -> a * b;
      case MULTIPLY_ADD -> Math.fma(a, b, c);
      case MULTIPLY_SUBTRACT -> Math.fma(a, b, -c);
      case SUBTRACT_PRODUCT -> Math.fma(-a, b, c);
      case DIVIDE -> a / b;
      case DIVIDE_CONSTANT -> k / a;
      case SQUARE_ROOT, POWER, SIN_TURNS, COS_TURNS, SIN, COS, TAN, EXP, LOG, TANH ->
          (float) operation.apply(a, b, c, instruction.constant());
    };
  }
}
