package org.separatrix.core.formula;

import java.util.stream.IntStream;

/**
 * One step of a {@link Program}.
 *
 * @param operation what to compute
 * @param target slot that receives the result; may be one of the operands
 * @param a slot of the first operand, or -1
 * @param b slot of the second operand, or -1
 * @param c slot of the third operand, or -1
 * @param constant the number k, or 0
 */
public record Instruction(Operation operation, int target, int a, int b, int c, double constant) {
  /** An operand that the operation does not have. */
  public static final int NONE = -1;

  /** Returns the slots that are read. */
  public IntStream operands() {
    return IntStream.of(a, b, c).filter(slot -> slot != NONE);
  }
}
