package org.separatrix.runner.figure;

import org.separatrix.api.figure.Axis;

/**
 * The values from one to another, spread over an axis of length 1.
 *
 * @param kind how values are spaced
 * @param low value at 0, positive on a logarithmic axis
 * @param high value at 1, above it
 */
record Scale(Axis.Scale kind, double low, double high) {
  Scale {
    if (!(low < high) || !Double.isFinite(transform(kind, high) - transform(kind, low))) {
      throw new IllegalArgumentException("a %s axis from %s to %s".formatted(kind, low, high));
    }
  }

  /**
   * Returns the place of a value: NaN if it has none, infinite if it lies infinitely far off.
   *
   * @param value the value
   */
  double position(double value) {
    double start = transform(kind, low);
    return (transform(kind, value) - start) / (transform(kind, high) - start);
  }

  /**
   * Returns the value at a place.
   *
   * @param position the place, 0 at the low end, 1 at the high end
   */
  double value(double position) {
    double start = transform(kind, low);
    double transformed = start + position * (transform(kind, high) - start);
    return kind == Axis.Scale.LOGARITHMIC ? Math.exp(transformed) : transformed;
  }

  private static double transform(Axis.Scale kind, double value) {
    return kind == Axis.Scale.LOGARITHMIC ? Math.log(value) : value;
  }
}
