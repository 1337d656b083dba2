package org.separatrix.core.region;

import java.util.Arrays;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Program;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * A running error analysis (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed.,
 * section 3.3) of a program, over a box: each slot holds the range of an exact intermediate result
 * and a bound of the computed one's error.
 *
 * <p>The program defines the result to the last bit, in whatever form it is executed: one rounding
 * for each arithmetic operation, 1 unit in the last place for powers, 2.5 for elementary functions.
 */
final class ProgramRounding {
  private final Program program;

  ProgramRounding(Program program) {
    this.program = program;
  }

  /** Returns a bound of the error of each output; infinite if an operation may be undefined. */
  double[] over(IntervalVector box) {
    Approximation[] slots = new Approximation[program.slots()];
    for (int k = 0; k < program.inputs(); k++) {
      slots[k] = Approximation.exact(box.get(k));
    }
    for (Instruction instruction : program.instructions()) {
      slots[instruction.target()] = apply(instruction, slots);
    }
    double[] errors = new double[program.outputs()];
    Arrays.setAll(errors, i -> slots[program.inputs() + i].error());
    return errors;
  }

  private static Approximation apply(Instruction instruction, Approximation[] slots) {
    Approximation a = operand(slots, instruction.a());
    Approximation b = operand(slots, instruction.b());
    Approximation c = operand(slots, instruction.c());
    Approximation k = Approximation.exact(Interval.point(instruction.constant()));
    return switch (instruction.operation()) {
      case CONSTANT -> k;
      case COPY -> a;
      case ADD -> a.plus(b).rounded();
      case SUBTRACT -> a.plus(b.negated()).rounded();
      case ADD_CONSTANT -> a.plus(k).rounded();
      case SUBTRACT_FROM_CONSTANT -> k.plus(a.negated()).rounded();
      case SCALE -> k.times(a).rounded();
      case SCALE_ADD -> k.times(a).plus(b).rounded();
      case MULTIPLY -> a.times(b).rounded();
      case MULTIPLY_ADD -> a.times(b).plus(c).rounded();
      case MULTIPLY_SUBTRACT -> a.times(b).plus(c.negated()).rounded();
      case SUBTRACT_PRODUCT -> c.plus(a.times(b).negated()).rounded();
      case DIVIDE -> a.dividedBy(b).rounded();
      case DIVIDE_CONSTANT -> k.dividedBy(a).rounded();
      case SQUARE_ROOT -> a.squareRoot().rounded();
      case POWER -> a.power(instruction.constant()).computedWithin(1);
      case SIN -> a.sin().computedWithin(2.5);
      case COS -> a.cos().computedWithin(2.5);
      case TAN -> a.tan().computedWithin(2.5);
      case EXP -> a.exp().computedWithin(2.5);
      case LOG -> a.log().computedWithin(2.5);
      case TANH -> a.tanh().computedWithin(2.5);
    };
  }

  private static Approximation operand(Approximation[] slots, int slot) {
    return slot == Instruction.NONE ? Approximation.exact(Interval.ZERO) : slots[slot];
  }
}
