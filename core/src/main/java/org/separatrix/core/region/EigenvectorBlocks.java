package org.separatrix.core.region;

/** Coordinates of a state, assembled from those along each eigenvector of the Hessian. */
final class EigenvectorBlocks {
  private EigenvectorBlocks() {}

  /**
   * Writes rows that take the state to F y, where y holds the components of the n state vectors
   * along an eigenvector.
   *
   * @param transform receives the rows, N x N
   * @param first number of the first of them
   * @param factor the matrix F of n columns; not modified
   * @param eigenvector the eigenvector, d numbers; not modified
   */
  static void place(double[][] transform, int first, double[][] factor, double[] eigenvector) {
    int d = eigenvector.length;
    for (int row = 0; row < factor.length; row++) {
      for (int vector = 0; vector < factor[row].length; vector++) {
        for (int k = 0; k < d; k++) {
          transform[first + row][vector * d + k] = factor[row][vector] * eigenvector[k];
        }
      }
    }
  }
}
