package org.separatrix.optimizers;

/**
 * What adaptive methods do with one coordinate on the lanes of a block. Each loop writes one array,
 * so that it vectorises.
 */
final class AdaptiveLanes {
  private AdaptiveLanes() {}

  /** m = beta m + (1 - beta) g. */
  static void average(double beta, double[] g, double[] m, int lanes) {
    for (int i = 0; i < lanes; i++) {
      m[i] = Math.fma(beta, m[i], (1 - beta) * g[i]);
    }
  }

  /** v = beta v + (1 - beta) g^2. */
  static void averageSquares(double beta, double[] g, double[] v, int lanes) {
    for (int i = 0; i < lanes; i++) {
      v[i] = Math.fma(beta, v[i], (1 - beta) * g[i] * g[i]);
    }
  }

  /**
   * x -= rate m / (sqrt(v) + guard). Where v has overflowed x becomes not a number: the quotient
   * would be zero, and the run would stand still for ever.
   */
  static void move(double rate, double[] m, double[] v, double guard, double[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      x[i] = Math.fma(-rate, m[i] / (Math.sqrt(v[i]) + guard), Math.fma(0.0, v[i], x[i]));
    }
  }

  /** As the other, with a rate and a guard for each lane. */
  static void move(double[] rate, double[] m, double[] v, double[] guard, double[] x, int lanes) {
    for (int i = 0; i < lanes; i++) {
      x[i] = Math.fma(-rate[i], m[i] / (Math.sqrt(v[i]) + guard[i]), Math.fma(0.0, v[i], x[i]));
    }
  }
}
