package org.separatrix.core.interval;

import java.util.Arrays;
import org.separatrix.core.formula.ElementaryFunction;

/**
 * A function's value with its first and, if wanted, second partial derivatives, each as an interval
 * that contains it at all points in question.
 *
 * <p>Derivatives follow the rules of calculus with interval coefficients, so they belong to exactly
 * the function whose values stand beside them.
 */
final class IntervalJet {
  private final Interval value;
  private final Interval[] first;

  /** The rows of the lower triangle one after the other; empty if not wanted. */
  private final Interval[] second;

  private IntervalJet(Interval value, Interval[] first, Interval[] second) {
    this.value = value;
    this.first = first;
    this.second = second;
  }

  /**
   * Returns a function whose derivatives are all the same interval.
   *
   * @param value the value
   * @param derivative each derivative: 0 for a constant
   * @param dimension number of coordinates
   * @param order 1, or 2 for second derivatives as well
   */
  static IntervalJet uniform(Interval value, Interval derivative, int dimension, int order) {
    Interval[] first = new Interval[dimension];
    Interval[] second = new Interval[order == 1 ? 0 : dimension * (dimension + 1) / 2];
    Arrays.fill(first, derivative);
    Arrays.fill(second, derivative);
    return new IntervalJet(value, first, second);
  }

  /** Returns a coordinate; parameters as above. */
  static IntervalJet variable(Interval value, int index, int dimension, int order) {
    IntervalJet variable = uniform(value, Interval.ZERO, dimension, order);
    variable.first[index] = Interval.ONE;
    return variable;
  }

  Interval value() {
    return value;
  }

  /** Returns the derivative by a coordinate. */
  Interval first(int k) {
    return first[k];
  }

  /** Returns the second derivative by two coordinates, k >= l. */
  Interval second(int k, int l) {
    return second[k * (k + 1) / 2 + l];
  }

  IntervalJet plus(IntervalJet other) {
    Interval[] slopes = new Interval[first.length];
    Interval[] curvatures = new Interval[second.length];
    Arrays.setAll(slopes, k -> first[k].plus(other.first[k]));
    Arrays.setAll(curvatures, n -> second[n].plus(other.second[n]));
    return new IntervalJet(value.plus(other.value), slopes, curvatures);
  }

  IntervalJet times(IntervalJet other) {
    Interval[] slopes = new Interval[first.length];
    Interval[] curvatures = new Interval[second.length];
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = first[k].times(other.value).plus(value.times(other.first[k]));
    }
    for (int k = 0, n = 0; n < curvatures.length; k++) {
      for (int l = 0; l <= k; l++, n++) {
        curvatures[n] =
            second[n]
                .times(other.value)
                .plus(value.times(other.second[n]))
                .plus(first[k].times(other.first[l]))
                .plus(first[l].times(other.first[k]));
      }
    }
    return new IntervalJet(value.times(other.value), slopes, curvatures);
  }

  IntervalJet power(double n) {
    Interval exponent = Interval.point(n);
    Interval less = exponent.minus(Interval.ONE);
    Interval slope = exponent.times(power(less));
    Interval curvature = exponent.times(less).times(power(less.minus(Interval.ONE)));
    return chain(value.power(n), slope, curvature);
  }

  IntervalJet apply(ElementaryFunction function) {
    return switch (function) {
      case SIN -> {
        Interval sine = value.sin();
        yield chain(sine, value.cos(), sine.negated());
      }
      case COS -> {
        Interval cosine = value.cos();
        yield chain(cosine, value.sin().negated(), cosine.negated());
      }
      case TAN -> {
        Interval tangent = value.tan();
        Interval slope = tangent.squared().plus(Interval.ONE);
        yield chain(tangent, slope, tangent.times(slope).times(2));
      }
      case EXP -> {
        Interval power = value.exp();
        yield chain(power, power, power);
      }
      case LOG -> {
        Interval slope = value.reciprocal().intersection(Interval.NON_NEGATIVE);
        yield chain(value.log(), slope, slope.squared().negated());
      }
      case TANH -> {
        Interval tangent = value.tanh();
        Interval slope = Interval.ONE.minus(tangent.squared());
        yield chain(tangent, slope, tangent.times(slope).times(-2));
      }
    };
  }

  /** Returns g of this function, from enclosures of g, g' and g'' at its values. */
  private IntervalJet chain(Interval image, Interval slope, Interval curvature) {
    Interval[] slopes = new Interval[first.length];
    Interval[] curvatures = new Interval[second.length];
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = slope.times(first[k]);
    }
    for (int k = 0, n = 0; n < curvatures.length; k++) {
      for (int l = 0; l <= k; l++, n++) {
        Interval product = k == l ? first[k].squared() : first[k].times(first[l]);
        curvatures[n] = slope.times(second[n]).plus(curvature.times(product));
      }
    }
    return new IntervalJet(image, slopes, curvatures);
  }

  /** The exponent n - 1 need not be a double; the power is monotonic in it. */
  private Interval power(Interval exponent) {
    Interval power = value.power(exponent.low());
    return exponent.isPoint() ? power : power.hull(value.power(exponent.high()));
  }
}
