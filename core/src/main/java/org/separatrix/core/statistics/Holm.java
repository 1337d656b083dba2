package org.separatrix.core.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction for testing several predictions at once (Scand. J. Statist. 6, 1979): rejecting
 * those whose adjusted p-value is below q rejects a true one with probability at most q, however
 * the tests depend on each other.
 */
public final class Holm {
  private Holm() {}

  /**
   * Returns the adjusted p-values, max over the p_j not above p_i of min(1, (n - rank_j) p_j) with
   * ranks from 0.
   *
   * @param p the p-values; not modified
   */
  public static double[] adjust(double[] p) {
    List<Integer> ascending =
        IntStream.range(0, p.length).boxed().sorted(Comparator.comparing(i -> p[i])).toList();
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < p.length; rank++) {
      int i = ascending.get(rank);
      largest = Math.max(largest, Math.min(1, (p.length - rank) * p[i]));
      adjusted[i] = largest;
    }
    return adjusted;
  }
}
