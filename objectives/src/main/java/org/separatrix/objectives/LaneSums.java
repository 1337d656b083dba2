package org.separatrix.objectives;

/**
 * Sums of products over the lanes of a block, several terms in each loop, as the sum is then loaded
 * and stored less often. More than eight terms, or two sums in a loop, are not vectorised. Terms
 * are added in their order with one rounding each, however many there are in a loop.
 */
final class LaneSums {
  private LaneSums() {}

  /**
   * Adds multiples of vectors, {@code sum += sum_j factors[j] x[first + j]}.
   *
   * @param factors of the vectors
   * @param x vectors over the lanes
   * @param first the first one
   * @param sum is added to
   * @param lanes number of lanes
   */
  static void addMultiples(double[] factors, double[][] x, int first, double[] sum, int lanes) {
    int n = factors.length;
    int j = 0;
    for (; j + 7 < n; j += 8) {
      addEight(factors, j, x, first + j, sum, lanes);
    }
    if (j + 3 < n) {
      addFour(factors, j, x, first + j, sum, lanes);
      j += 4;
    }
    for (; j < n; j++) {
      addOne(factors[j], x[first + j], sum, lanes);
    }
  }

  /**
   * Adds products of vectors, {@code sum += sum_j p_j q_j}.
   *
   * @param p vectors over the lanes
   * @param q others
   * @param n number of products
   * @param sum is added to
   * @param lanes number of lanes
   */
  static void addProducts(Vectors p, Vectors q, int n, double[] sum, int lanes) {
    int j = 0;
    for (; j + 3 < n; j += 4) {
      addFour(
          p.at(j),
          q.at(j),
          p.at(j + 1),
          q.at(j + 1),
          p.at(j + 2),
          q.at(j + 2),
          p.at(j + 3),
          q.at(j + 3),
          sum,
          lanes);
    }
    if (j + 1 < n) {
      addTwo(p.at(j), q.at(j), p.at(j + 1), q.at(j + 1), sum, lanes);
      j += 2;
    }
    if (j < n) {
      addProduct(1, p.at(j), q.at(j), sum, lanes);
    }
  }

  /**
   * Every so many of some vectors.
   *
   * @param rows the vectors
   * @param first the first that counts
   * @param stride how many farther the next one is
   */
  record Vectors(double[][] rows, int first, int stride) {
    private double[] at(int j) {
      return rows[first + j * stride];
    }
  }

  /**
   * Adds a multiple of a product, {@code sum += factor p q}.
   *
   * @param factor of the product
   * @param p a vector over the lanes
   * @param q another one
   * @param sum is added to
   * @param lanes number of lanes
   */
  static void addProduct(double factor, double[] p, double[] q, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(factor * p[i], q[i], sum[i]);
    }
  }

  private static void addEight(
      double[] factors, int j, double[][] x, int k, double[] sum, int lanes) {
    double f0 = factors[j];
    double f1 = factors[j + 1];
    double f2 = factors[j + 2];
    double f3 = factors[j + 3];
    double f4 = factors[j + 4];
    double f5 = factors[j + 5];
    double f6 = factors[j + 6];
    double f7 = factors[j + 7];
    double[] x0 = x[k];
    double[] x1 = x[k + 1];
    double[] x2 = x[k + 2];
    double[] x3 = x[k + 3];
    double[] x4 = x[k + 4];
    double[] x5 = x[k + 5];
    double[] x6 = x[k + 6];
    double[] x7 = x[k + 7];
    for (int i = 0; i < lanes; i++) {
      double s = Math.fma(f1, x1[i], Math.fma(f0, x0[i], sum[i]));
      s = Math.fma(f3, x3[i], Math.fma(f2, x2[i], s));
      s = Math.fma(f5, x5[i], Math.fma(f4, x4[i], s));
      sum[i] = Math.fma(f7, x7[i], Math.fma(f6, x6[i], s));
    }
  }

  private static void addFour(
      double[] factors, int j, double[][] x, int k, double[] sum, int lanes) {
    double f0 = factors[j];
    double f1 = factors[j + 1];
    double f2 = factors[j + 2];
    double f3 = factors[j + 3];
    double[] x0 = x[k];
    double[] x1 = x[k + 1];
    double[] x2 = x[k + 2];
    double[] x3 = x[k + 3];
    for (int i = 0; i < lanes; i++) {
      double s = Math.fma(f1, x1[i], Math.fma(f0, x0[i], sum[i]));
      sum[i] = Math.fma(f3, x3[i], Math.fma(f2, x2[i], s));
    }
  }

  private static void addOne(double factor, double[] x, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(factor, x[i], sum[i]);
    }
  }

  private static void addFour(
      double[] p0,
      double[] q0,
      double[] p1,
      double[] q1,
      double[] p2,
      double[] q2,
      double[] p3,
      double[] q3,
      double[] sum,
      int lanes) {
    for (int i = 0; i < lanes; i++) {
      double s = Math.fma(p1[i], q1[i], Math.fma(p0[i], q0[i], sum[i]));
      sum[i] = Math.fma(p3[i], q3[i], Math.fma(p2[i], q2[i], s));
    }
  }

  private static void addTwo(
      double[] p0, double[] q0, double[] p1, double[] q1, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      sum[i] = Math.fma(p1[i], q1[i], Math.fma(p0[i], q0[i], sum[i]));
    }
  }
}
