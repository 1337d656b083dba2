package org.separatrix.core.interval;

import static org.separatrix.core.interval.DirectedRounding.productUp;
import static org.separatrix.core.interval.DirectedRounding.sumUp;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.separatrix.api.objective.Box;

/** A vector of intervals: a box, closed, possibly thin, unbounded or empty. Immutable. */
public final class IntervalVector {
  private final Interval[] components;

  private IntervalVector(Interval[] components) {
    this.components = components;
  }

  /**
   * Returns the vector of some intervals.
   *
   * @param components the intervals, at least one; copied
   */
  public static IntervalVector of(Interval... components) {
    if (components.length == 0) {
      throw new IllegalArgumentException("a vector needs at least one component");
    }
    return new IntervalVector(components.clone());
  }

  /** Returns a user's box as a vector. */
  public static IntervalVector of(Box box) {
    double[] low = box.low();
    double[] high = box.high();
    Interval[] components = new Interval[low.length];
    Arrays.setAll(components, k -> new Interval(low[k], high[k]));
    return new IntervalVector(components);
  }

  /**
   * Returns the box that is a single point.
   *
   * @param x the point, finite; not modified
   */
  public static IntervalVector point(double... x) {
    Interval[] components = new Interval[x.length];
    Arrays.setAll(components, k -> Interval.point(x[k]));
    return of(components);
  }

  /** Returns the number of components d. */
  public int dimension() {
    return components.length;
  }

  /**
   * Returns a component.
   *
   * @param k which one, from 0
   */
  public Interval get(int k) {
    return components[k];
  }

  /**
   * Returns this vector with one component replaced.
   *
   * @param k which one, from 0
   */
  public IntervalVector with(int k, Interval component) {
    Interval[] changed = components.clone();
    changed[k] = component;
    return new IntervalVector(changed);
  }

  /** Tells whether there is no point in this box, since a component is empty. */
  public boolean isEmpty() {
    for (Interval component : components) {
      if (component.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether no component goes to infinity. */
  public boolean isBounded() {
    for (Interval component : components) {
      if (!component.isBounded()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether a point lies in this box.
   *
   * @param x the point, length d; not modified
   */
  public boolean contains(double... x) {
    check(x.length);
    for (int k = 0; k < components.length; k++) {
      if (!components[k].contains(x[k])) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a box is a subset of this one. */
  public boolean contains(IntervalVector other) {
    check(other.dimension());
    if (other.isEmpty()) {
      return true;
    }
    for (int k = 0; k < components.length; k++) {
      if (!components[k].contains(other.components[k])) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether this box lies in the topological interior of another one. */
  public boolean isInteriorTo(IntervalVector other) {
    check(other.dimension());
    if (isEmpty()) {
      return true;
    }
    for (int k = 0; k < components.length; k++) {
      if (!components[k].isInteriorTo(other.components[k])) {
        return false;
      }
    }
    return true;
  }

  /** Returns the points that lie in both boxes. */
  public IntervalVector intersection(IntervalVector other) {
    return combine(other, Interval::intersection);
  }

  /** Returns the smallest box that contains both. */
  public IntervalVector hull(IntervalVector other) {
    return isEmpty() ? other : other.isEmpty() ? this : combine(other, Interval::hull);
  }

  /** Returns {x + y}. */
  public IntervalVector plus(IntervalVector other) {
    return combine(other, Interval::plus);
  }

  /** Returns {x - y}. */
  public IntervalVector minus(IntervalVector other) {
    return combine(other, Interval::minus);
  }

  /** Returns {t x}. */
  public IntervalVector times(Interval factor) {
    return map(component -> component.times(factor));
  }

  /** Returns {x'y}, the products of rows and columns. */
  public Interval dot(IntervalVector other) {
    check(other.dimension());
    Interval sum = Interval.ZERO;
    for (int k = 0; k < components.length; k++) {
      sum = sum.plus(components[k].times(other.components[k]));
    }
    return sum;
  }

  /** Returns the midpoints of the components, fresh, length d; see {@link Interval#midpoint}. */
  public double[] midpoint() {
    double[] center = new double[components.length];
    Arrays.setAll(center, k -> components[k].midpoint());
    return center;
  }

  /** Returns the width of the widest component, rounded up; NaN if the box is empty. */
  public double width() {
    return isEmpty() ? Double.NaN : components[widest()].width();
  }

  /** Returns the number of the widest component, the first of equally wide ones. */
  public int widest() {
    int widest = 0;
    for (int k = 1; k < components.length; k++) {
      if (components[k].width() > components[widest].width()) {
        widest = k;
      }
    }
    return widest;
  }

  /** Returns the product of the widths, rounded up; 0 if the box is empty. */
  public double volume() {
    double volume = isEmpty() ? 0 : 1;
    for (int k = 0; k < components.length && volume > 0; k++) {
      volume = productUp(volume, components[k].width());
    }
    return volume;
  }

  /** Returns the two halves, cut at the midpoint of the widest component. */
  public List<IntervalVector> bisected() {
    return bisected(widest());
  }

  /**
   * Returns the two halves, cut at the midpoint of a component, which belongs to both.
   *
   * @param k which component, from 0; not empty
   */
  public List<IntervalVector> bisected(int k) {
    Interval component = components[k];
    double center = component.midpoint();
    return List.of(
        with(k, new Interval(component.low(), center)),
        with(k, new Interval(center, component.high())));
  }

  /**
   * Returns the box made wider on every side, by a share of the width and a number.
   *
   * @param share share of each component's own width, at least 0
   * @param margin what is added to that, at least 0
   */
  public IntervalVector inflated(double share, double margin) {
    return map(component -> inflated(component, share, margin));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IntervalVector vector && Arrays.equals(components, vector.components);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(components);
  }

  /** Returns the components with crosses between them. */
  @Override
  public String toString() {
    return String.join(" x ", Arrays.stream(components).map(Interval::toString).toList());
  }

  private static Interval inflated(Interval component, double share, double margin) {
    // Not 0 times infinity, which is not a number.
    double proportional = share == 0 ? 0 : productUp(share, component.width());
    return component.inflated(sumUp(proportional, margin));
  }

  private IntervalVector map(UnaryOperator<Interval> operation) {
    Interval[] results = new Interval[components.length];
    for (int k = 0; k < results.length; k++) {
      results[k] = operation.apply(components[k]);
    }
    return new IntervalVector(results);
  }

  private IntervalVector combine(IntervalVector other, BinaryOperator<Interval> operation) {
    check(other.dimension());
    Interval[] results = new Interval[components.length];
    for (int k = 0; k < results.length; k++) {
      results[k] = operation.apply(components[k], other.components[k]);
    }
    return new IntervalVector(results);
  }

  private void check(int length) {
    if (length != components.length) {
      throw new IllegalArgumentException(
          "a vector of %d components meets one of %d".formatted(components.length, length));
    }
  }
}
