package org.separatrix.core.formula;

import java.util.Arrays;

/**
 * One loop over the lanes for each {@link Operation}, simple enough for the virtual machine to
 * vectorise. Targets may be operands.
 */
final class BlockKernels {
  private BlockKernels() {}

  static void run(Instruction instruction, double[][] slots, int lanes) {
    double[] out = slots[instruction.target()];
    double k = instruction.constant();
    if (instruction.a() == Instruction.NONE) {
      Arrays.fill(out, 0, lanes, k);
      return;
    }
    double[] a = slots[instruction.a()];
    double[] b = instruction.b() == Instruction.NONE ? a : slots[instruction.b()];
    double[] c = instruction.c() == Instruction.NONE ? a : slots[instruction.c()];
    switch (instruction.operation()) {
      case CONSTANT -> Arrays.fill(out, 0, lanes, k);
      case COPY -> System.arraycopy(a, 0, out, 0, lanes);
      case ADD -> add(a, b, out, lanes);
      case SUBTRACT -> subtract(a, b, out, lanes);
      case ADD_CONSTANT -> addConstant(a, k, out, lanes);
      case SUBTRACT_FROM_CONSTANT -> subtractFromConstant(k, a, out, lanes);
      case SCALE -> scale(k, a, out, lanes);
      case SCALE_ADD -> scaleAdd(k, a, b, out, lanes);
      case MULTIPLY -> multiply(a, b, out, lanes);
      case MULTIPLY_ADD -> multiplyAdd(a, b, c, out, lanes);
      case MULTIPLY_SUBTRACT -> multiplySubtract(a, b, c, out, lanes);
      case SUBTRACT_PRODUCT -> subtractProduct(a, b, c, out, lanes);
      case DIVIDE -> divide(a, b, out, lanes);
      case DIVIDE_CONSTANT -> divideConstant(k, a, out, lanes);
      case SQUARE_ROOT -> squareRoot(a, out, lanes);
      case POWER -> PowerKernel.apply(a, k, out, lanes);
      case SIN_TURNS -> sinTurns(a, out, lanes);
      case COS_TURNS -> cosTurns(a, out, lanes);
      case SIN -> ElementaryKernels.apply(ElementaryFunction.SIN, a, out, lanes);
      case COS -> ElementaryKernels.apply(ElementaryFunction.COS, a, out, lanes);
      case TAN -> ElementaryKernels.apply(ElementaryFunction.TAN, a, out, lanes);
      case EXP -> ElementaryKernels.apply(ElementaryFunction.EXP, a, out, lanes);
      case LOG -> ElementaryKernels.apply(ElementaryFunction.LOG, a, out, lanes);
      case TANH -> ElementaryKernels.apply(ElementaryFunction.TANH, a, out, lanes);
    }
  }

  private static void add(double[] a, double[] b, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = a[i] + b[i];
    }
  }

  private static void subtract(double[] a, double[] b, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = a[i] - b[i];
    }
  }

  private static void addConstant(double[] a, double k, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = a[i] + k;
    }
  }

  private static void subtractFromConstant(double k, double[] a, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = k - a[i];
    }
  }

  private static void scale(double k, double[] a, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = k * a[i];
    }
  }

  private static void scaleAdd(double k, double[] a, double[] b, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(k, a[i], b[i]);
    }
  }

  private static void multiply(double[] a, double[] b, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = a[i] * b[i];
    }
  }

  private static void multiplyAdd(double[] a, double[] b, double[] c, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(a[i], b[i], c[i]);
    }
  }

  private static void multiplySubtract(
      double[] a, double[] b, double[] c, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(a[i], b[i], -c[i]);
    }
  }

  private static void subtractProduct(double[] a, double[] b, double[] c, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.fma(-a[i], b[i], c[i]);
    }
  }

  private static void divide(double[] a, double[] b, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = a[i] / b[i];
    }
  }

  private static void divideConstant(double k, double[] a, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = k / a[i];
    }
  }

  private static void squareRoot(double[] a, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = Math.sqrt(a[i]);
    }
  }

  private static void sinTurns(double[] a, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = TurnLanes.sin(a[i]);
    }
  }

  private static void cosTurns(double[] a, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = TurnLanes.cos(a[i]);
    }
  }
}
