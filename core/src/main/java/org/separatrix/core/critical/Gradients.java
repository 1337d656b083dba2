package org.separatrix.core.critical;

import org.separatrix.api.objective.Objective;

/** Gradients at single points; where many are needed, a block of lanes is far faster. */
public final class Gradients {
  private Gradients() {}

  /**
   * Returns the gradient at a point, fresh, of length d.
   *
   * @param objective the objective
   * @param x the point, length d; not modified
   */
  public static double[] at(Objective objective, double[] x) {
    double[][] point = new double[x.length][1];
    double[][] slope = new double[x.length][1];
    for (int k = 0; k < x.length; k++) {
      point[k][0] = x[k];
    }
    objective.gradient(point, slope, 1);
    double[] gradient = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      gradient[k] = slope[k][0];
    }
    return gradient;
  }
}
