package org.separatrix.core.rounding;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * Bounds how far the step A xi + B grad f(C xi) that is computed in doubles may lie from the exact
 * one, for all states of a box.
 *
 * <p>A step computes the position C xi and A xi + B grad f by at most 2 n + 2 roundings for each
 * number, in any order, fused or not; the gradient at a position that is wrong by p is wrong by |J|
 * p more. Where a coefficient is an interval, the given one differs from the one that is meant by
 * at most its width. A component that copies another is not wrong.
 *
 * @param function the function that is minimised
 * @param rounding bounds what its computed gradient is wrong by
 * @param a contains the matrix A, n x n
 * @param b contains the column B, n components
 * @param c contains the row C, n components
 */
public record StepRounding(
    IntervalExtension function,
    GradientRounding rounding,
    IntervalMatrix a,
    IntervalVector b,
    IntervalVector c) {
  private static final double UNIT = 0x1p-53;
  private static final double TINY = 0x1p-1000;

  /** Number of parts of the box, on which the gradient's intermediate results vary less. */
  private static final int PARTS = 64;

  /**
   * Returns a bound for each component of the step, infinite where there is none.
   *
   * @param states a box of states, component i d + k being coordinate k of vector i
   * @return n d numbers; fresh
   */
  public double[] over(IntervalVector states) {
    double[] errors = new double[states.dimension()];
    Deque<IntervalVector> parts = new ArrayDeque<>(List.of(states));
    while (parts.size() < PARTS) {
      IntervalVector part = parts.remove();
      parts.addAll(part.bisected(widest(part)));
    }
    for (IntervalVector part : parts) {
      double[] onPart = overPart(part);
      Arrays.setAll(errors, i -> Math.max(errors[i], onPart[i]));
    }
    return errors;
  }

  private double[] overPart(IntervalVector states) {
    int d = function.dimension();
    Interval[] reached = new Interval[d];
    Interval[] slack = new Interval[d];
    for (int k = 0; k < d; k++) {
      double error = isCopy(c) ? 0 : error(c, states, k);
      slack[k] = Interval.ZERO.inflated(error);
      reached[k] = combined(states, k).inflated(error);
    }
    IntervalVector positions = IntervalVector.of(reached);
    double[] evaluation = rounding.over(positions);
    double[] moved = moved(positions, IntervalVector.of(slack));
    IntervalVector gradient = function.gradient(positions).range();
    double[] errors = new double[states.dimension()];
    for (int i = 0; i < errors.length; i++) {
      int k = i % d;
      double wrong = UpperBounds.sum(evaluation[k], moved[k]);
      double seen = UpperBounds.sum(magnitude(gradient.get(k)), wrong);
      errors[i] = error(i / d, states, k, seen, wrong);
    }
    return errors;
  }

  /** Bounds by how much the gradient differs at positions that are wrong. */
  private double[] moved(IntervalVector positions, IntervalVector slack) {
    double[] moved = new double[positions.dimension()];
    if (!isCopy(c)) {
      Enclosure<IntervalMatrix> jacobian = function.jacobian(positions);
      IntervalVector shift = jacobian.range().times(slack);
      Arrays.setAll(
          moved,
          k -> jacobian.isDefinedEverywhere() ? magnitude(shift.get(k)) : Double.POSITIVE_INFINITY);
    }
    return moved;
  }

  private double error(int row, IntervalVector states, int k, double gradient, double wrong) {
    Interval[] entries = new Interval[b.dimension()];
    Arrays.setAll(entries, j -> a.get(row, j));
    IntervalVector coefficients = IntervalVector.of(entries);
    double factor = b.get(row).magnitude();
    if (factor == 0) {
      return isCopy(coefficients) ? 0 : error(coefficients, states, k);
    }
    double term = UpperBounds.product(UpperBounds.product(factor, gradient), relative());
    return UpperBounds.sum(
        error(coefficients, states, k), UpperBounds.sum(term, UpperBounds.product(factor, wrong)));
  }

  /** What sum_j c_j xi_j is computed wrong by, as a part of a sum with one more term. */
  private double error(IntervalVector coefficients, IntervalVector states, int k) {
    double error = TINY;
    for (int j = 0; j < coefficients.dimension(); j++) {
      Interval coefficient = coefficients.get(j);
      double factor =
          UpperBounds.sum(
              UpperBounds.product(coefficient.magnitude(), relative()), coefficient.width());
      double state = states.get(j * function.dimension() + k).magnitude();
      error = UpperBounds.sum(error, UpperBounds.product(factor, state));
    }
    return error;
  }

  /** Exceeds m u / (1 - m u) for the m = 2 n + 2 roundings of a sum of n + 1 products. */
  private double relative() {
    return 2 * (2 * b.dimension() + 2) * UNIT;
  }

  private Interval combined(IntervalVector states, int k) {
    Interval sum = Interval.ZERO;
    for (int j = 0; j < c.dimension(); j++) {
      sum = sum.plus(c.get(j).times(states.get(j * function.dimension() + k)));
    }
    return sum;
  }

  /** Returns the component of the box that is widest among those that move the position. */
  private int widest(IntervalVector states) {
    int widest = 0;
    double most = -1;
    for (int i = 0; i < states.dimension(); i++) {
      double width = states.get(i).width() * c.get(i / function.dimension()).magnitude();
      if (width > most) {
        widest = i;
        most = width;
      }
    }
    return widest;
  }

  private static boolean isCopy(IntervalVector coefficients) {
    int ones = 0;
    for (int j = 0; j < coefficients.dimension(); j++) {
      if (coefficients.get(j).equals(Interval.ONE)) {
        ones++;
      } else if (!coefficients.get(j).equals(Interval.ZERO)) {
        return false;
      }
    }
    return ones == 1;
  }

  private static double magnitude(Interval interval) {
    return interval.isEmpty() ? Double.POSITIVE_INFINITY : interval.magnitude();
  }
}
