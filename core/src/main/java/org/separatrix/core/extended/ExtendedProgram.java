package org.separatrix.core.extended;

import java.util.Arrays;
import org.separatrix.core.formula.ElementaryFunction;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Program;

/**
 * A program carried out in extended numbers. Where no double would overflow or underflow, its
 * results are those of the program in doubles, bit for bit.
 */
public final class ExtendedProgram {
  private final Program program;
  private final ExtendedNumber[] constants;

  /**
   * Prepares a program.
   *
   * @param program what to compute
   */
  public ExtendedProgram(Program program) {
    this.program = program;
    constants =
        program.instructions().stream()
            .map(instruction -> ExtendedNumber.of(instruction.constant()))
            .toArray(ExtendedNumber[]::new);
  }

  /**
   * Computes the outputs at a point.
   *
   * @param x the coordinates, length d; not modified
   * @return the outputs, length m, fresh
   */
  public ExtendedNumber[] evaluate(ExtendedNumber[] x) {
    ExtendedNumber[] slots = new ExtendedNumber[program.slots()];
    Arrays.fill(slots, ExtendedNumber.ZERO);
    System.arraycopy(x, 0, slots, 0, program.inputs());
    for (int n = 0; n < constants.length; n++) {
      Instruction instruction = program.instructions().get(n);
      slots[instruction.target()] =
          result(
              instruction,
              operand(slots, instruction.a()),
              operand(slots, instruction.b()),
              operand(slots, instruction.c()),
              constants[n]);
    }
    return Arrays.copyOfRange(slots, program.inputs(), program.inputs() + program.outputs());
  }

  private static ExtendedNumber operand(ExtendedNumber[] slots, int slot) {
    return slot == Instruction.NONE ? ExtendedNumber.ZERO : slots[slot];
  }

  private static ExtendedNumber result(
      Instruction instruction,
      ExtendedNumber a,
      ExtendedNumber b,
      ExtendedNumber c,
      ExtendedNumber k) {
    return switch (instruction.operation()) {
      case CONSTANT -> k;
      case COPY -> a;
      case ADD -> a.plus(b);
      case SUBTRACT -> a.minus(b);
      case ADD_CONSTANT -> a.plus(k);
      case SUBTRACT_FROM_CONSTANT -> k.minus(a);
      case SCALE -> k.times(a);
      case SCALE_ADD -> k.timesPlus(a, b);
      case MULTIPLY -> a.times(b);
      case MULTIPLY_ADD -> a.timesPlus(b, c);
      case MULTIPLY_SUBTRACT -> a.timesPlus(b, c.negated());
      case SUBTRACT_PRODUCT -> a.negated().timesPlus(b, c);
      case DIVIDE -> a.dividedBy(b);
      case DIVIDE_CONSTANT -> k.dividedBy(a);
      case SQUARE_ROOT -> a.squareRoot();
      case POWER -> ExtendedFunctions.power(a, instruction.constant());
      case SIN_TURNS -> ExtendedFunctions.sinOfTurns(a);
      case COS_TURNS -> ExtendedFunctions.cosOfTurns(a);
      case SIN, COS, TAN, EXP, LOG, TANH ->
          ExtendedFunctions.apply(ElementaryFunction.valueOf(instruction.operation().name()), a);
    };
  }
}
