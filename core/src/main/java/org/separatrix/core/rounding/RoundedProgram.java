package org.separatrix.core.rounding;

import java.util.Arrays;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Program;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * A program over a box, run in double arithmetic: what its results are, and how far they may be
 * from the exact ones (running error analysis: Wilkinson; Higham, Accuracy and Stability of
 * Numerical Algorithms, 2nd ed., section 3.3, here with intervals).
 *
 * <p>The program defines the result to the last bit, in whatever form it is executed.
 */
final class RoundedProgram {
  /** A correctly rounded operation, in units in the last place. */
  private static final double ROUNDED = 0.5;

  /** Elementary functions and powers in units in the last place; they promise 2.5. */
  private static final double ELEMENTARY = 4;

  private final int inputs;
  private final int outputs;
  private final RoundedNumber[] slots;

  private RoundedProgram(Program program, IntervalVector box) {
    inputs = program.inputs();
    outputs = program.outputs();
    slots = new RoundedNumber[program.slots()];
    Arrays.fill(slots, RoundedNumber.exact(Interval.ZERO));
    for (int k = 0; k < inputs; k++) {
      slots[k] = RoundedNumber.exact(box.get(k));
    }
    for (Instruction instruction : program.instructions()) {
      slots[instruction.target()] = result(instruction);
    }
  }

  /** Runs a program for all points of a box. */
  static RoundedProgram run(Program program, IntervalVector box) {
    return new RoundedProgram(program, box);
  }

  /** Returns what contains an output, computed or exact. */
  Interval value(int output) {
    return slots[inputs + output].value();
  }

  /** Returns what contains the computed minus the exact output; the real line if unknown. */
  Interval error(int output) {
    return slots[inputs + output].error();
  }

  /** Returns bounds of all errors, infinite if unknown. */
  double[] errorBounds() {
    double[] bounds = new double[outputs];
    Arrays.setAll(bounds, i -> error(i).magnitude());
    return bounds;
  }

  private RoundedNumber result(Instruction instruction) {
    RoundedNumber a = operand(instruction.a());
    RoundedNumber b = operand(instruction.b());
    RoundedNumber c = operand(instruction.c());
    RoundedNumber k = RoundedNumber.constant(instruction.constant());
    return switch (instruction.operation()) {
      case CONSTANT -> k;
      case COPY -> a;
      case ADD -> a.plus(b).rounded(ROUNDED);
      case SUBTRACT -> a.plus(b.negated()).rounded(ROUNDED);
      case ADD_CONSTANT -> a.plus(k).rounded(ROUNDED);
      case SUBTRACT_FROM_CONSTANT -> k.plus(a.negated()).rounded(ROUNDED);
      case SCALE -> k.times(a).rounded(ROUNDED);
      case SCALE_ADD -> k.times(a).plus(b).rounded(ROUNDED);
      case MULTIPLY -> product(a, b, instruction).rounded(ROUNDED);
      case MULTIPLY_ADD -> product(a, b, instruction).plus(c).rounded(ROUNDED);
      case MULTIPLY_SUBTRACT -> product(a, b, instruction).plus(c.negated()).rounded(ROUNDED);
      case SUBTRACT_PRODUCT -> c.plus(product(a, b, instruction).negated()).rounded(ROUNDED);
      case DIVIDE -> a.dividedBy(b).rounded(ROUNDED);
      case DIVIDE_CONSTANT -> k.dividedBy(a).rounded(ROUNDED);
      case SQUARE_ROOT -> a.squareRoot().rounded(ROUNDED);
      case POWER -> a.power(instruction.constant()).rounded(ELEMENTARY);
      case SIN_TURNS -> angle(a).sin().rounded(ELEMENTARY);
      case COS_TURNS -> angle(a).cos().rounded(ELEMENTARY);
      case SIN -> a.sin().rounded(ELEMENTARY);
      case COS -> a.cos().rounded(ELEMENTARY);
      case TAN -> a.tan().rounded(ELEMENTARY);
      case EXP -> a.exp().rounded(ELEMENTARY);
      case LOG -> a.log().rounded(ELEMENTARY);
      case TANH -> a.tanh().rounded(ELEMENTARY);
    };
  }

  /**
   * Returns the angle that formulas mean, a multiple of the double nearest to 2 pi. That of the
   * program, of 2 pi itself, is nearer than half of a unit in the last place.
   */
  private static RoundedNumber angle(RoundedNumber turns) {
    return RoundedNumber.constant(2 * Math.PI).times(turns).rounded(ROUNDED);
  }

  private RoundedNumber operand(int slot) {
    return slot == Instruction.NONE ? RoundedNumber.exact(Interval.ZERO) : slots[slot];
  }

  /** Returns a b, which is not negative if both are the same slot. */
  private static RoundedNumber product(RoundedNumber a, RoundedNumber b, Instruction instruction) {
    return instruction.a() == instruction.b() ? a.squared() : a.times(b);
  }
}
