package org.separatrix.core.region;

import org.separatrix.api.analysis.Fate;

/**
 * Positions x_k &lt;= low or x_k &gt;= high of one coordinate, from which every run of gradient
 * descent diverges.
 *
 * <p>On the region the k-th derivative of f depends on x_k alone, and |x_k - alpha G(x_k)| &gt;= c
 * |x_k| with c &gt; 1. Where the step overshoots, alpha G(x_k) / x_k &gt;= 1 + c, the run comes to
 * the other half, which then is part of the region, too; where f falls outward, alpha G(x_k) / x_k
 * &lt;= 1 - c, it stays in its half. So |x_k| grows for ever, by c in each step: the exact
 * iteration goes to infinity.
 *
 * @param dimension number d of coordinates
 * @param coordinate k, from 0
 * @param low the lower half-line's end, negative; -infinity if it is not in the region
 * @param high the upper half-line's end, positive; infinity if it is not in the region
 * @param growth c
 */
public record DivergenceRegion(
    int dimension, int coordinate, double low, double high, double growth)
    implements CertifiedRegion {

  @Override
  public boolean contains(double... state) {
    double x = state[coordinate];
    return Double.isFinite(x) && (x <= low || x >= high);
  }

  @Override
  public Fate fate() {
    return Fate.CERTIFIED_DIVERGED;
  }
}
