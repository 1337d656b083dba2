package org.separatrix.core.formula;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an {@link Instruction} computes from its operands a, b, c and its constant k.
 *
 * <p>Each is one rounding of the exact result (a fused multiply-add rounds once), apart from {@link
 * #POWER} and the elementary functions, which {@link PowerKernel}, {@link ElementaryFunction} and
 * {@link TurnLanes} define to the last bit. Every form in which a tape is executed must follow them
 * exactly.
 */
public enum Operation {
  /** k. */
  CONSTANT,
  /** a. */
  COPY,
  /** a + b. */
  ADD,
  /** a - b. */
  SUBTRACT,
  /** a + k. */
  ADD_CONSTANT,
  /** k - a. */
  SUBTRACT_FROM_CONSTANT,
  /** k a. */
  SCALE,
  /** k a + b, fused. */
  SCALE_ADD,
  /** a b. */
  MULTIPLY,
  /** a b + c, fused. */
  MULTIPLY_ADD,
  /** a b - c, fused. */
  MULTIPLY_SUBTRACT,
  /** c - a b, fused. */
  SUBTRACT_PRODUCT,
  /** a / b. */
  DIVIDE,
  /** k / a. */
  DIVIDE_CONSTANT,
  /** The square root of a. */
  SQUARE_ROOT,
  /** a^k. */
  POWER,
  /** sin 2 pi a, a sine of turns. */
  SIN_TURNS,
  /** cos 2 pi a. */
  COS_TURNS,
  /** sin a. */
  SIN,
  /** cos a. */
  COS,
  /** tan a. */
  TAN,
  /** exp a. */
  EXP,
  /** log a. */
  LOG,
  /** tanh a. */
  TANH;

  private static final Set<Operation> WITH_CONSTANT =
      Collections.unmodifiableSet(
          EnumSet.of(
              CONSTANT,
              ADD_CONSTANT,
              SUBTRACT_FROM_CONSTANT,
              SCALE,
              SCALE_ADD,
              DIVIDE_CONSTANT,
              POWER));

  static Operation of(ElementaryFunction function) {
    return valueOf(function.name());
  }

  /** Tells whether it is neither {@link #POWER} nor an elementary function, which come last. */
  public boolean isArithmetic() {
    return compareTo(POWER) < 0;
  }

  /** Tells whether it uses the constant k. */
  public boolean hasConstant() {
    return WITH_CONSTANT.contains(this);
  }

  /** Computes one lane. Operands that the operation does not have are ignored. */
  double apply(double a, double b, double c, double k) {
    return switch (this) {
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
      case SQUARE_ROOT -> Math.sqrt(a);
      case POWER -> PowerKernel.apply(a, k);
      case SIN_TURNS -> TurnLanes.sin(a);
      case COS_TURNS -> TurnLanes.cos(a);
      case SIN -> ElementaryFunction.SIN.apply(a);
      case COS -> ElementaryFunction.COS.apply(a);
      case TAN -> ElementaryFunction.TAN.apply(a);
      case EXP -> ElementaryFunction.EXP.apply(a);
      case LOG -> ElementaryFunction.LOG.apply(a);
      case TANH -> ElementaryFunction.TANH.apply(a);
    };
  }
}
