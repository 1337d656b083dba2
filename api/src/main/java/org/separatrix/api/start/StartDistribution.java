package org.separatrix.api.start;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** How starting points are drawn. One instance serves all threads and has no state. */
public interface StartDistribution {
  /**
   * Draws the starting point of a run.
   *
   * @param random random numbers of this run, a function of the study's seed, the objective, this
   *     start and the run number
   * @param run the run number, from 0
   * @param x receives the point, length d
   */
  void draw(RandomGenerator random, long run, double[] x);

  /** Returns how many starts there are, if they are a finite list. */
  default OptionalLong count() {
    return OptionalLong.empty();
  }

  /**
   * Tells whether the distribution has a density on R^d, so that it misses every set of measure
   * zero. The avoidance theorems suppose it.
   */
  boolean isAbsolutelyContinuous();
}
