package org.separatrix.core.interval;

import org.separatrix.core.formula.ElementaryFunction;

/**
 * Expressions over a box, each node replaced by its interval operation. Notes on the way whether
 * all operations were defined everywhere.
 */
final class NaturalExtension implements Algebra<Interval> {
  private final IntervalVector box;
  private boolean definedEverywhere = true;

  NaturalExtension(IntervalVector box) {
    this.box = box;
  }

  /** Tells whether everything evaluated so far is defined at all points of the box. */
  boolean isDefinedEverywhere() {
    return definedEverywhere;
  }

  @Override
  public Interval constant(double value) {
    if (Double.isFinite(value)) {
      return Interval.point(value);
    }
    definedEverywhere = false;
    // NaN is what no x gives. An infinity is an overflow or a pole, of which nothing is known.
    return Double.isNaN(value) ? Interval.EMPTY : Interval.ENTIRE;
  }

  @Override
  public Interval variable(int index) {
    return box.get(index);
  }

  @Override
  public Interval sum(Interval a, Interval b) {
    return a.plus(b);
  }

  @Override
  public Interval product(Interval a, Interval b) {
    return a.times(b);
  }

  @Override
  public Interval power(Interval base, double exponent) {
    if (!Double.isFinite(exponent)) {
      definedEverywhere = false;
      return Interval.ENTIRE;
    }
    definedEverywhere &=
        (exponent > 0 || !base.contains(0))
            && (exponent == Math.rint(exponent) || Interval.NON_NEGATIVE.contains(base));
    return base.power(exponent);
  }

  @Override
  public Interval apply(ElementaryFunction function, Interval argument) {
    return switch (function) {
      case SIN -> argument.sin();
      case COS -> argument.cos();
      case TAN -> {
        Interval tangent = argument.tan();
        definedEverywhere &= tangent.isBounded();
        yield tangent;
      }
      case EXP -> argument.exp();
      case LOG -> {
        definedEverywhere &= argument.low() > 0;
        yield argument.log();
      }
      case TANH -> argument.tanh();
    };
  }
}
