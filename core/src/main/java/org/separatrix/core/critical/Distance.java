package org.separatrix.core.critical;

/** Euclidean distances. */
final class Distance {
  private Distance() {}

  /**
   * Returns the squared distance of two points, or any number above a bound if that is exceeded: of
   * most pairs a few coordinates tell.
   *
   * @param p a point
   * @param q another one, of the same length
   * @param most the bound
   */
  static double square(double[] p, double[] q, double most) {
    double sum = 0;
    for (int k = 0; k < p.length && !(sum > most); k++) {
      sum += (p[k] - q[k]) * (p[k] - q[k]);
    }
    return sum;
  }
}
