package org.separatrix.core.critical;

import java.util.SplittableRandom;
import org.separatrix.api.objective.Box;

/**
 * Evenly spread points of a box: the additive recurrence u_i = frac(s + i a), with a_k = phi^-k and
 * phi the positive root of phi^(d+1) = phi + 1 (Roberts 2018), shifted by a vector s that is a
 * function of a seed.
 */
final class LowDiscrepancy {
  private final double[] low;
  private final double[] width;
  private final double[] shift;
  private final double[] increment;

  LowDiscrepancy(Box box, long seed) {
    int d = box.dimension();
    low = box.low();
    width = box.high();
    shift = new double[d];
    increment = new double[d];
    SplittableRandom random = new SplittableRandom(seed);
    double phi = 2;
    for (int i = 0; i < 64; i++) {
      phi = Math.pow(1 + phi, 1.0 / (d + 1));
    }
    for (int k = 0; k < d; k++) {
      width[k] -= low[k];
      shift[k] = random.nextDouble();
      increment[k] = Math.pow(phi, -(k + 1));
    }
  }

  /** Returns point i, fresh. */
  double[] point(int i) {
    double[] x = new double[low.length];
    for (int k = 0; k < x.length; k++) {
      double u = shift[k] + i * increment[k];
      x[k] = Math.fma(u - Math.floor(u), width[k], low[k]);
    }
    return x;
  }
}
