package org.separatrix.core.extended;

import org.separatrix.api.optimizer.LinearMethod;

/**
 * A run of a method of fixed coefficients, xi -> A xi + B grad f(C xi), in extended numbers, so
 * that no coordinate underflows. Mutable, for one thread.
 */
public final class ExtendedRun {
  private final ExtendedGradient gradient;
  private final ExtendedNumber[][] a;
  private final ExtendedNumber[] b;
  private final ExtendedNumber[] c;
  private ExtendedNumber[][] state;
  private long steps;

  /**
   * Starts a run.
   *
   * @param gradient of the objective
   * @param method the method
   * @param start the starting point, length d; not modified
   */
  public ExtendedRun(ExtendedGradient gradient, LinearMethod method, double[] start) {
    this.gradient = gradient;
    b = numbers(method.b());
    c = numbers(method.c());
    a = new ExtendedNumber[b.length][];
    state = new ExtendedNumber[b.length][];
    ExtendedNumber[] rest = numbers(method.rest());
    ExtendedNumber[] x = numbers(start);
    for (int i = 0; i < b.length; i++) {
      a[i] = numbers(method.a()[i]);
      state[i] = new ExtendedNumber[start.length];
      for (int k = 0; k < start.length; k++) {
        state[i][k] = rest[i].times(x[k]);
      }
    }
  }

  /** Returns how many steps were taken. */
  public long steps() {
    return steps;
  }

  /** Returns the position C xi, length d, fresh. */
  public ExtendedNumber[] position() {
    return combination(c);
  }

  /** Returns the nearest doubles of the position, length d, fresh. */
  public double[] point() {
    ExtendedNumber[] position = position();
    double[] point = new double[position.length];
    for (int k = 0; k < point.length; k++) {
      point[k] = position[k].toDouble();
    }
    return point;
  }

  /** Takes one step. */
  public void step() {
    ExtendedNumber[] slope = gradient.at(position());
    ExtendedNumber[][] next = new ExtendedNumber[b.length][];
    for (int i = 0; i < b.length; i++) {
      next[i] = combination(a[i]);
      for (int k = 0; k < slope.length && !b[i].isZero(); k++) {
        next[i][k] = b[i].timesPlus(slope[k], next[i][k]);
      }
    }
    state = next;
    steps++;
  }

  /** Returns the sum of factor j times state vector j; a factor 0 adds nothing. */
  private ExtendedNumber[] combination(ExtendedNumber[] factors) {
    ExtendedNumber[] sum = new ExtendedNumber[state[0].length];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = ExtendedNumber.ZERO;
      for (int j = 0; j < factors.length; j++) {
        if (!factors[j].isZero()) {
          sum[k] = factors[j].timesPlus(state[j][k], sum[k]);
        }
      }
    }
    return sum;
  }

  private static ExtendedNumber[] numbers(double[] values) {
    ExtendedNumber[] numbers = new ExtendedNumber[values.length];
    for (int k = 0; k < values.length; k++) {
      numbers[k] = ExtendedNumber.of(values[k]);
    }
    return numbers;
  }
}
