package org.separatrix.core.start;

import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.random.NumberedStreams;

/** A distribution that can draw the starts of many runs at once. */
public interface LaneStarts extends StartDistribution {
  /**
   * Draws starting points, the same as {@link #draw} does one by one.
   *
   * @param random the streams of the runs, of which each has just begun
   * @param x receives the points, {@code d x lanes}, that of the first run in the given lane
   * @param lane that lane
   */
  void drawAll(NumberedStreams random, double[][] x, int lane);
}
