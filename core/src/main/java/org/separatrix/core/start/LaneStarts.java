package org.separatrix.core.start;

import org.separatrix.api.random.LaneRandom;
import org.separatrix.api.start.StartDistribution;

/** A distribution that can draw the starts of many runs at once. */
public interface LaneStarts extends StartDistribution {
  /**
   * Draws starting points, the same as {@link #draw} does one by one.
   *
   * @param random the streams of the runs, of which each has just begun
   * @param x receives the points, {@code d x lanes}, that of the first run in the given lane
   * @param lane that lane
   */
  void drawAll(LaneRandom random, double[][] x, int lane);

  /**
   * Maps the numbers of some lanes to factor times number plus term.
   *
   * @param x the numbers of all lanes
   * @param factor the factor
   * @param term the term
   * @param first the first of the lanes
   * @param count how many
   */
  static void map(double[] x, double factor, double term, int first, int count) {
    for (int i = first; i < first + count; i++) {
      x[i] = Math.fma(factor, x[i], term);
    }
  }
}
