package org.separatrix.analysis.rate;

import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Objective;

/** How far the gradient near a critical point s is from its linear part H (x - s). */
public final class Nonlinearity {
  private Nonlinearity() {}

  /**
   * Returns |grad f(s + t u) - t H u| / |t| for some distances t along a direction.
   *
   * @param objective the function f
   * @param s the critical point, length d; not modified
   * @param u the direction, length d; not modified
   * @param hu the product H u, length d; not modified
   * @param distances the distances t, of either sign, not zero; not modified
   * @return the deviations in the same order; NaN where the gradient is not finite
   */
  public static double[] along(
      Objective objective, double[] s, double[] u, double[] hu, double[] distances) {
    int lanes = distances.length;
    double[][] x = new double[s.length][lanes];
    double[][] g = new double[s.length][lanes];
    for (int k = 0; k < s.length; k++) {
      for (int i = 0; i < lanes; i++) {
        x[k][i] = Math.fma(distances[i], u[k], s[k]);
      }
    }
    objective.gradient(x, g, lanes);
    double[] deviation = new double[lanes];
    for (int i = 0; i < lanes; i++) {
      double sum = 0;
      for (int k = 0; k < s.length; k++) {
        double difference = g[k][i] - distances[i] * hu[k];
        sum += difference * difference;
      }
      deviation[i] = Math.sqrt(sum) / Math.abs(distances[i]);
    }
    return deviation;
  }

  /**
   * Returns the size of a critical point's surroundings: the distance to the nearest other critical
   * point known, and at most the diameter of the domain.
   *
   * @param census the points known
   * @param point one of them
   */
  public static double scale(Census census, CriticalPoint point) {
    double scale = census.problem().domain().diameter();
    for (CriticalPoint other : census.points()) {
      double distance = other.distance(point.x());
      if (distance > 0) {
        scale = Math.min(scale, distance);
      }
    }
    return scale;
  }

  /**
   * Returns the rounding error of the coordinates near a point, |s| times 2^-53.
   *
   * @param s the point; not modified
   */
  public static double rounding(double[] s) {
    double sum = 0;
    for (double coordinate : s) {
      sum += coordinate * coordinate;
    }
    return Math.sqrt(sum) * 0x1p-53;
  }
}
