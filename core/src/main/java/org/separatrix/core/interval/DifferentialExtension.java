package org.separatrix.core.interval;

import org.separatrix.core.formula.ElementaryFunction;

/** Expressions over a box with their partial derivatives, in one sweep. */
final class DifferentialExtension implements Algebra<IntervalJet> {
  private final IntervalVector box;
  private final int order;

  /**
   * Prepares an evaluation.
   *
   * @param box where
   * @param order 1, or 2 for second derivatives as well
   */
  DifferentialExtension(IntervalVector box, int order) {
    this.box = box;
    this.order = order;
  }

  @Override
  public IntervalJet constant(double value) {
    return Double.isFinite(value)
        ? IntervalJet.uniform(Interval.point(value), Interval.ZERO, box.dimension(), order)
        : unknown();
  }

  @Override
  public IntervalJet variable(int index) {
    return IntervalJet.variable(box.get(index), index, box.dimension(), order);
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
    return IntervalJet.uniform(Interval.ENTIRE, Interval.ENTIRE, box.dimension(), order);
  }
}
