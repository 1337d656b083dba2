package org.separatrix.analysis.geometry;

import java.util.SplittableRandom;

/** Fixed directions in the parameters of a manifold. */
final class Directions {
  private Directions() {}

  /**
   * Returns unit vectors: both ways on a curve, pseudo-random ones otherwise.
   *
   * @param m dimension of the manifold
   * @param count how many, if it is no curve
   */
  static double[][] of(int m, int count) {
    if (m == 1) {
      return new double[][] {{1}, {-1}};
    }
    SplittableRandom random = new SplittableRandom(m);
    double[][] directions = new double[count][m];
    for (double[] direction : directions) {
      double norm = 0;
      for (int k = 0; k < m; k++) {
        direction[k] = random.nextGaussian();
        norm = Math.hypot(norm, direction[k]);
      }
      for (int k = 0; k < m; k++) {
        direction[k] /= norm;
      }
    }
    return directions;
  }
}
