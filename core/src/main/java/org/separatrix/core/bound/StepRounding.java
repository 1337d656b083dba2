package org.separatrix.core.bound;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.Program;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * Bounds how far the step that the engine computes in doubles may lie from the exact one, for all
 * states of a box. Known for methods whose C reads the first vector alone, so that the gradient is
 * computed at a vector of the state itself.
 *
 * <p>A component is a sum of products by fused multiply-adds, each of which is wrong by at most
 * half a unit in the last place of the sum of moduli, to which the error of the gradient comes.
 */
final class StepRounding {
  /** Number of parts of the box, on which the gradient's intermediate results vary less. */
  private static final int PARTS = 64;

  private final double[][] a;
  private final double[] b;
  private final double[] c;
  private final Program gradient;

  /**
   * Takes a method.
   *
   * @param method the method
   * @param gradient the program that computes the gradient
   */
  StepRounding(LinearMethod method, Program gradient) {
    this.gradient = gradient;
    a = method.a();
    b = method.b();
    c = method.c();
  }

  /**
   * Returns a bound for each component of the step, infinite where there is none.
   *
   * @param states a box of states, n d components
   */
  double[] errors(IntervalVector states) {
    int d = states.dimension() / b.length;
    double[] errors = new double[states.dimension()];
    if (!readsFirst()) {
      Arrays.fill(errors, Double.POSITIVE_INFINITY);
      return errors;
    }
    Deque<IntervalVector> parts = new ArrayDeque<>(List.of(states));
    while (parts.size() < PARTS) {
      IntervalVector part = parts.remove();
      parts.addAll(part.bisected(widest(part, d)));
    }
    for (IntervalVector part : parts) {
      Interval[] position = new Interval[d];
      Arrays.setAll(position, part::get);
      RoundedProgram rounded = RoundedProgram.run(gradient, IntervalVector.of(position));
      for (int component = 0; component < errors.length; component++) {
        double error = error(component / d, component % d, part, rounded);
        errors[component] = Math.max(errors[component], error);
      }
    }
    return errors;
  }

  /** Returns the widest component of the position. */
  private static int widest(IntervalVector states, int d) {
    int widest = 0;
    for (int k = 1; k < d; k++) {
      widest = states.get(k).width() > states.get(widest).width() ? k : widest;
    }
    return widest;
  }

  private double error(int row, int k, IntervalVector states, RoundedProgram rounded) {
    if (b[row] == 0 && isUnit(a[row])) {
      return 0;
    }
    int d = states.dimension() / b.length;
    Interval moduli = Interval.ZERO;
    for (int j = 0; j < b.length; j++) {
      moduli = moduli.plus(states.get(j * d + k).times(a[row][j]).abs());
    }
    Interval error = Interval.ZERO;
    if (b[row] != 0) {
      moduli = moduli.plus(rounded.value(k).times(b[row]).abs());
      error = rounded.error(k).times(b[row]);
    }
    // Twice the half unit, for partial sums that roundings carry beyond a power of 2.
    Interval unit = Interval.point(0).inflated(Math.ulp(moduli.magnitude()));
    return error.plus(unit.times(b.length + 1)).magnitude();
  }

  private boolean readsFirst() {
    return c[0] == 1 && isUnit(c);
  }

  private static boolean isUnit(double[] row) {
    double sum = 0;
    for (double entry : row) {
      if (entry != 0 && entry != 1) {
        return false;
      }
      sum += entry;
    }
    return sum == 1;
  }
}
