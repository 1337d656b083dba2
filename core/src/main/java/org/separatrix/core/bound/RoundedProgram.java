package org.separatrix.core.bound;

import java.util.Arrays;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Program;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * A program over a box, run in double arithmetic: what its results are, and how far they may be
 * from the exact ones.
 *
 * <p>Each slot has a value, which contains the exact and the computed number, and an error, which
 * contains the computed minus the exact one (running error analysis: Wilkinson; Higham, Accuracy
 * and Stability of Numerical Algorithms, 3.3, here with intervals). Errors of operands are carried
 * on by the mean value theorem; each operation adds its rounding.
 */
final class RoundedProgram {
  /** Error of elementary functions and powers in units in the last place; they promise 2.5. */
  private static final double ELEMENTARY_ULPS = 4;

  private final int inputs;
  private final Interval[] values;
  private final Interval[] errors;

  private RoundedProgram(Program program, IntervalVector box) {
    inputs = program.inputs();
    values = new Interval[program.slots()];
    errors = new Interval[program.slots()];
    Arrays.fill(values, Interval.ZERO);
    Arrays.fill(errors, Interval.ZERO);
    for (int k = 0; k < inputs; k++) {
      values[k] = box.get(k);
    }
    program.instructions().forEach(this::execute);
  }

  /** Runs a program for all points of a box. */
  static RoundedProgram run(Program program, IntervalVector box) {
    return new RoundedProgram(program, box);
  }

  /** Returns what contains an output, computed or exact. */
  Interval value(int output) {
    return values[inputs + output];
  }

  /** Returns what contains the computed minus the exact output; the real line if unknown. */
  Interval error(int output) {
    return errors[inputs + output];
  }

  private void execute(Instruction instruction) {
    Operand a = operand(instruction.a());
    Operand b = operand(instruction.b());
    Operand c = operand(instruction.c());
    Operand k = new Operand(constant(instruction.constant()), Interval.ZERO);
    Operand result =
        switch (instruction.operation()) {
          case CONSTANT -> k;
          case COPY -> a;
          case ADD -> a.plus(b).rounded(1);
          case SUBTRACT -> a.plus(b.negated()).rounded(1);
          case ADD_CONSTANT -> a.plus(k).rounded(1);
          case SUBTRACT_FROM_CONSTANT -> k.plus(a.negated()).rounded(1);
          case SCALE -> k.times(a).rounded(1);
          case SCALE_ADD -> k.times(a).plus(b).rounded(1);
          case MULTIPLY -> product(a, b, instruction).rounded(1);
          case MULTIPLY_ADD -> product(a, b, instruction).plus(c).rounded(1);
          case MULTIPLY_SUBTRACT -> product(a, b, instruction).plus(c.negated()).rounded(1);
          case SUBTRACT_PRODUCT -> c.plus(product(a, b, instruction).negated()).rounded(1);
          case DIVIDE -> a.dividedBy(b).rounded(1);
          case DIVIDE_CONSTANT -> k.dividedBy(a).rounded(1);
          case SQUARE_ROOT -> {
            Interval root = a.value.sqrt();
            yield a.image(root, root.times(2).reciprocal()).rounded(1);
          }
          case POWER -> power(a, instruction.constant()).rounded(ELEMENTARY_ULPS);
          case SIN -> a.image(a.value.sin(), a.value.cos()).rounded(ELEMENTARY_ULPS);
          case COS -> a.image(a.value.cos(), a.value.sin().negated()).rounded(ELEMENTARY_ULPS);
          case TAN -> {
            Interval tangent = a.value.tan();
            yield a.image(tangent, tangent.squared().plus(Interval.ONE)).rounded(ELEMENTARY_ULPS);
          }
          case EXP -> a.image(a.value.exp(), a.value.exp()).rounded(ELEMENTARY_ULPS);
          case LOG -> a.image(a.value.log(), a.value.reciprocal()).rounded(ELEMENTARY_ULPS);
          case TANH -> {
            Interval tangent = a.value.tanh();
            Interval slope = Interval.ONE.minus(tangent.squared());
            yield a.image(tangent, slope).rounded(ELEMENTARY_ULPS);
          }
        };
    values[instruction.target()] = result.value;
    errors[instruction.target()] = result.error;
  }

  private Operand operand(int slot) {
    return slot == Instruction.NONE
        ? new Operand(Interval.ZERO, Interval.ZERO)
        : new Operand(values[slot], errors[slot]);
  }

  /** Returns a b, which is not negative if both are the same slot. */
  private static Operand product(Operand a, Operand b, Instruction instruction) {
    return instruction.a() == instruction.b()
        ? a.image(a.value.squared(), a.value.times(2))
        : a.times(b);
  }

  private static Interval constant(double number) {
    return Double.isFinite(number) ? Interval.point(number) : Interval.ENTIRE;
  }

  private static Operand power(Operand a, double exponent) {
    // The exponent of the slope may have no double; the power is monotonic in it.
    Interval less = Interval.point(exponent).minus(Interval.ONE);
    Interval slope = a.value.power(less.low()).hull(a.value.power(less.high()));
    return a.image(a.value.power(exponent), slope.times(exponent));
  }

  /**
   * A slot.
   *
   * @param value contains the exact and the computed number
   * @param error contains the computed minus the exact one
   */
  private record Operand(Interval value, Interval error) {
    Operand negated() {
      return new Operand(value.negated(), error.negated());
    }

    Operand plus(Operand other) {
      return new Operand(value.plus(other.value), error.plus(other.error));
    }

    /** x'y' - x y = x'(y' - y) + y (x' - x). */
    Operand times(Operand other) {
      return new Operand(
          value.times(other.value), value.times(other.error).plus(other.value.times(error)));
    }

    /** x'/y' - x/y = ((x' - x) - (x/y)(y' - y)) / y'. */
    Operand dividedBy(Operand divisor) {
      Interval quotient = value.dividedBy(divisor.value);
      return new Operand(
          quotient, error.minus(quotient.times(divisor.error)).dividedBy(divisor.value));
    }

    Operand image(Interval image, Interval slope) {
      return new Operand(image, slope.times(error));
    }

    /** Adds the error of the result: one rounding is at most half a unit in the last place. */
    Operand rounded(double units) {
      if (value.isEmpty() || error.isEmpty() || !value.isBounded()) {
        return new Operand(Interval.ENTIRE, Interval.ENTIRE);
      }
      double unit = units * Math.ulp(value.magnitude());
      return new Operand(value.inflated(unit), error.inflated(unit));
    }
  }
}
