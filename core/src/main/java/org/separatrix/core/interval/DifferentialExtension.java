package org.separatrix.core.interval;

import java.util.stream.IntStream;
import org.separatrix.core.formula.ElementaryFunction;

/** Expressions over a box with their partial derivatives, in one sweep. */
final class DifferentialExtension implements Algebra<IntervalJet> {
  private final IntervalVector box;
  private final int order;
  private final int[] coordinates;

  /**
   * Prepares an evaluation with derivatives by all coordinates.
   *
   * @param box where
   * @param order 1, or 2 for second derivatives as well
   */
  DifferentialExtension(IntervalVector box, int order) {
    this(box, order, IntStream.range(0, box.dimension()).toArray());
  }

  /**
   * Prepares an evaluation.
   *
   * @param box where
   * @param order 1, or 2 for second derivatives as well
   * @param coordinates those by which to differentiate, in the order of the derivatives
   */
  DifferentialExtension(IntervalVector box, int order, int[] coordinates) {
    this.box = box;
    this.order = order;
    this.coordinates = coordinates;
  }

  @Override
  public IntervalJet constant(double value) {
    return Double.isFinite(value)
        ? IntervalJet.uniform(Interval.point(value), Interval.ZERO, coordinates.length, order)
        : unknown();
  }

  @Override
  public IntervalJet variable(int index) {
    for (int k = 0; k < coordinates.length; k++) {
      if (coordinates[k] == index) {
        return IntervalJet.variable(box.get(index), k, coordinates.length, order);
      }
    }
    return IntervalJet.uniform(box.get(index), Interval.ZERO, coordinates.length, order);
  }

  @Override
  public IntervalJet sum(IntervalJet a, IntervalJet b) {
    return a.plus(b);
  }

  @Override
  public IntervalJet product(IntervalJet a, IntervalJet b) {
    return a.times(b);
  }

  @Override
  public IntervalJet power(IntervalJet base, double exponent) {
    return Double.isFinite(exponent) ? base.power(exponent) : unknown();
  }

  @Override
  public IntervalJet apply(ElementaryFunction function, IntervalJet argument) {
    return argument.apply(function);
  }

  private IntervalJet unknown() {
    return IntervalJet.uniform(Interval.ENTIRE, Interval.ENTIRE, coordinates.length, order);
  }
}
