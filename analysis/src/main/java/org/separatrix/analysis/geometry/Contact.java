package org.separatrix.analysis.geometry;

import java.util.Optional;
import org.separatrix.api.objective.CriticalPoint;

/**
 * How a stable manifold of codimension one leaves its tangent space: the offset c(r), even part of
 * it, of the starts at rest on it at distances r_j = r_0 / 2^j along a stable eigenvector.
 *
 * @param radii r_j, descending; not modified
 * @param measured c(r_j) by bisection of runs; not modified
 * @param predicted c(r_j) by power series; not modified
 * @param errors of the difference of both: of the bisection's interval, of rounding in every step,
 *     of the terms that the series leave out; not modified
 */
record Contact(double[] radii, double[] measured, double[] predicted, double[] errors) {
  private static final int RADII = 5;

  /** A number that exceeds its error so often is known to two per cent. */
  private static final double RESOLVED = 50;

  /**
   * Measures and predicts.
   *
   * @param trace by power series
   * @param bisection by runs
   * @param point the saddle
   * @param stable unit vector of a stable direction; not modified
   * @param largest r_0
   * @param rounding of one step
   * @return empty if a crossing is not found by the one or the other
   */
  static Optional<Contact> of(
      PredictedTrace trace,
      SideBisection bisection,
      CriticalPoint point,
      double[] stable,
      double largest,
      double rounding) {
    double[] radii = new double[RADII];
    double[] measured = new double[RADII];
    double[] predicted = new double[RADII];
    double[] errors = new double[RADII];
    for (int j = 0; j < RADII; j++) {
      radii[j] = Math.scalb(largest, -j);
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] base = point.x();
        for (int k = 0; k < base.length; k++) {
          base[k] += sign * radii[j] * stable[k];
        }
        Optional<PredictedTrace.Crossing> series = trace.along(base);
        if (series.isEmpty()) {
          return Optional.empty();
        }
        PredictedTrace.Crossing crossing = series.get();
        double perStep = rounding + trace.residual(crossing.reach());
        double error = crossing.error() + crossing.amplification() * perStep;
        Optional<SideBisection.Place> runs =
            bisection.along(base, radii[j], crossing.offset(), error);
        if (runs.isEmpty()) {
          return Optional.empty();
        }
        measured[j] += runs.get().offset() / 2;
        predicted[j] += crossing.offset() / 2;
        errors[j] += (runs.get().width() + error) / 2;
      }
    }
    return Optional.of(new Contact(radii, measured, predicted, errors));
  }

  /** Returns the largest difference of the two in units of its error. */
  double deviation() {
    double largest = 0;
    for (int j = 0; j < radii.length; j++) {
      largest = Math.max(largest, Math.abs(measured[j] - predicted[j]) / errors[j]);
    }
    return largest;
  }

  /**
   * A number with its error.
   *
   * @param value the number
   * @param error bound of its error
   */
  record Estimate(double value, double error) {}

  /**
   * Returns the exponent of r in c(r) at the smallest radii that show it; empty where c is flat.
   */
  Optional<Estimate> exponent() {
    int last = radii.length - 1;
    while (last >= 0 && Math.abs(measured[last]) < RESOLVED * errors[last]) {
      last--;
    }
    if (last < 2) {
      return Optional.empty();
    }
    double first = logarithm(last - 2);
    double second = logarithm(last - 1);
    double noise = 4 * errors[last] / Math.abs(measured[last]);
    return Optional.of(new Estimate(second, Math.abs(first - second) + noise));
  }

  private double logarithm(int j) {
    return Math.log(Math.abs(measured[j] / measured[j + 1])) / Math.log(2);
  }

  /**
   * Returns h in c(r) = h r^2 + O(r^4), from the radii that show it best, by Richardson
   * extrapolation.
   *
   * @param offsets c(r_j)
   */
  Estimate coefficient(double[] offsets) {
    Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
    for (int j = 0; j + 2 < radii.length; j++) {
      double value = extrapolated(offsets, j + 1);
      double truncation = Math.abs(value - extrapolated(offsets, j));
      double noise = 17.0 / 3 * errors[j + 2] / (radii[j + 1] * radii[j + 1]);
      if (truncation + noise < best.error()) {
        best = new Estimate(value, truncation + noise);
      }
    }
    return best;
  }

  private double extrapolated(double[] offsets, int j) {
    double coarse = offsets[j] / (radii[j] * radii[j]);
    double fine = offsets[j + 1] / (radii[j + 1] * radii[j + 1]);
    return (4 * fine - coarse) / 3;
  }
}
