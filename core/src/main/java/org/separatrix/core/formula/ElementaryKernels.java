package org.separatrix.core.formula;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * One loop over the lanes for each {@link ElementaryFunction}: first as {@link ElementaryLanes}
 * computes it, for all lanes; then, for the rare lanes where that is not a number, carefully.
 *
 * <p>The bits are those of {@link ElementaryFunction#apply}.
 */
final class ElementaryKernels {
  private ElementaryKernels() {}

  /**
   * Applies a function to each lane.
   *
   * @param function the function
   * @param in the arguments
   * @param out the values; may be the same array
   * @param lanes how many
   */
  static void apply(ElementaryFunction function, double[] in, double[] out, int lanes) {
    // The arguments are needed twice.
    double[] arguments = in == out ? Arrays.copyOf(in, lanes) : in;
    switch (function) {
      case SIN -> sin(arguments, out, lanes);
      case COS -> cos(arguments, out, lanes);
      case TAN -> tan(arguments, out, lanes);
      case EXP -> exp(arguments, out, lanes);
      case LOG -> {
        logExponent(arguments, out, lanes);
        log(arguments, out, lanes);
      }
      case TANH -> {
        tanhScale(arguments, out, lanes);
        tanh(arguments, out, lanes);
      }
    }
    repair(arguments, out, lanes, function::careful);
  }

  /**
   * Computes values anew that are not a number.
   *
   * @param in the arguments
   * @param out the values
   * @param lanes how many
   * @param careful the function, wherever it is defined
   */
  static void repair(double[] in, double[] out, int lanes, DoubleUnaryOperator careful) {
    if (!mayHoldNotANumber(out, lanes)) {
      return;
    }
    for (int i = 0; i < lanes; i++) {
      if (Double.isNaN(out[i])) {
        out[i] = careful.applyAsDouble(in[i]);
      }
    }
  }

  /**
   * Tells whether any value is not a number, at the cost of an addition each; infinities and sums
   * that overflow may raise a false alarm.
   *
   * @param values the values
   * @param lanes how many
   */
  private static boolean mayHoldNotANumber(double[] values, int lanes) {
    // A sum must be added in order, which takes the latency of an addition: eight sums at a time.
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double sum4 = 0;
    double sum5 = 0;
    double sum6 = 0;
    double sum7 = 0;
    int i = 0;
    for (; i <= lanes - 8; i += 8) {
      sum0 += values[i];
      sum1 += values[i + 1];
      sum2 += values[i + 2];
      sum3 += values[i + 3];
      sum4 += values[i + 4];
      sum5 += values[i + 5];
      sum6 += values[i + 6];
      sum7 += values[i + 7];
    }
    for (; i < lanes; i++) {
      sum0 += values[i];
    }
    return Double.isNaN(sum0 + sum1 + sum2 + sum3 + sum4 + sum5 + sum6 + sum7);
  }

  private static void sin(double[] in, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = ElementaryLanes.sin(in[i]);
    }
  }

  private static void cos(double[] in, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = ElementaryLanes.cos(in[i]);
    }
  }

  private static void tan(double[] in, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = ElementaryLanes.tan(in[i]);
    }
  }

  private static void exp(double[] in, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = ElementaryLanes.exp(in[i]);
    }
  }

  private static void logExponent(double[] in, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = ElementaryLanes.logExponent(in[i]);
    }
  }

  private static void log(double[] in, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = ElementaryLanes.log(in[i], out[i]);
    }
  }

  private static void tanhScale(double[] in, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = HyperbolicLanes.tanhScale(in[i]);
    }
  }

  private static void tanh(double[] in, double[] out, int lanes) {
    for (int i = 0; i < lanes; i++) {
      out[i] = HyperbolicLanes.tanh(in[i], out[i]);
    }
  }
}
