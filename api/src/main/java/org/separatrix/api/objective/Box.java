package org.separatrix.api.objective;

import java.util.Arrays;
import java.util.Optional;

/**
 * A product of closed intervals [low_k, high_k].
 *
 * @param low lower bounds, length d; copied
 * @param high upper bounds, length d, each above the lower one; copied
 */
public record Box(double[] low, double[] high) {
  /** Copies the bounds and checks that they are finite, equally many and in order. */
  public Box {
    low = low.clone();
    high = high.clone();
    if (low.length == 0 || low.length != high.length) {
      throw new IllegalArgumentException(
          "a box needs as many lower as upper bounds, at least one; got %d and %d"
              .formatted(low.length, high.length));
    }
    for (int k = 0; k < low.length; k++) {
      if (!Double.isFinite(low[k]) || !Double.isFinite(high[k]) || low[k] >= high[k]) {
        throw new IllegalArgumentException(
            "interval %d is [%s, %s]: bounds must be finite, the lower below the upper"
                .formatted(k + 1, low[k], high[k]));
      }
    }
  }

  /**
   * Returns [low, high]^d.
   *
   * @param dimension number of coordinates d
   * @param low lower bound of each
   * @param high upper bound of each
   */
  public static Box cube(int dimension, double low, double high) {
    double[] lower = new double[dimension];
    double[] upper = new double[dimension];
    Arrays.fill(lower, low);
    Arrays.fill(upper, high);
    return new Box(lower, upper);
  }

  @Override
  public double[] low() {
    return low.clone();
  }

  @Override
  public double[] high() {
    return high.clone();
  }

  /** Returns the number of coordinates d. */
  public int dimension() {
    return low.length;
  }

  /**
   * Returns the box in d coordinates that this one stands for: itself if it has d intervals, the
   * cube if it has a single one.
   *
   * @param dimension number of coordinates d
   * @return the box; empty if it stands for none
   */
  public Optional<Box> across(int dimension) {
    if (dimension() == dimension) {
      return Optional.of(this);
    }
    return dimension() == 1 ? Optional.of(cube(dimension, low[0], high[0])) : Optional.empty();
  }

  /** Returns the length of the diagonal. */
  public double diameter() {
    double sum = 0;
    for (int k = 0; k < low.length; k++) {
      sum += (high[k] - low[k]) * (high[k] - low[k]);
    }
    return Math.sqrt(sum);
  }

  /**
   * Tells whether a point lies in this box, its boundary included.
   *
   * @param x the point, length d; not modified
   */
  public boolean contains(double[] x) {
    for (int k = 0; k < low.length; k++) {
      if (!(x[k] >= low[k] && x[k] <= high[k])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether another box lies in this one.
   *
   * @param other a box of the same dimension
   */
  public boolean contains(Box other) {
    return contains(other.low) && contains(other.high);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box box && Arrays.equals(low, box.low) && Arrays.equals(high, box.high);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < low.length; k++) {
      text.append(k == 0 ? "" : " x ").append("[" + low[k] + ", " + high[k] + "]");
    }
    return text.toString();
  }
}
