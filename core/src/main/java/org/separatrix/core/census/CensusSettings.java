package org.separatrix.core.census;

import java.time.Duration;

/**
 * How much work a census may take.
 *
 * @param threads number of threads, at least 1; the result does not depend on it
 * @param boxes number of boxes that are examined at most. Past it, what is left is reported as
 *     unfinished, the same with any number of threads
 * @param time what the search may take; what it reaches within it depends on the machine
 * @param finest smallest width to which boxes are cut, relative to the box that is searched
 * @param coarse relative width from which on a large cluster is given up
 * @param clusterBoxes how many boxes that touch one another, narrower than {@code coarse} and with
 *     a small share of the volume, are taken for a continuum of critical points, of which finer
 *     boxes would tell nothing new
 */
public record CensusSettings(
    int threads, long boxes, Duration time, double finest, double coarse, int clusterBoxes) {
  /** Checks the numbers. */
  public CensusSettings {
    if (threads < 1 || boxes < 1 || clusterBoxes < 1) {
      throw new IllegalArgumentException(
          "threads, boxes and clusterBoxes must be at least 1; got %d, %d and %d"
              .formatted(threads, boxes, clusterBoxes));
    }
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("the time must be positive; got " + time);
    }
    if (!(finest > 0 && finest <= coarse && coarse <= 1)) {
      throw new IllegalArgumentException(
          "0 < finest <= coarse <= 1 must hold; got %s and %s".formatted(finest, coarse));
    }
  }

  /** Returns the settings that suit most: one thread, 2 million boxes, 10 minutes. */
  public static CensusSettings standard() {
    return new CensusSettings(1, 2_000_000, Duration.ofMinutes(10), 0x1p-24, 0x1p-7, 4096);
  }

  /** Returns these settings with a number of threads. */
  public CensusSettings withThreads(int number) {
    return new CensusSettings(number, boxes, time, finest, coarse, clusterBoxes);
  }

  /** Returns these settings with a limit in boxes. */
  public CensusSettings withBoxes(long limit) {
    return new CensusSettings(threads, limit, time, finest, coarse, clusterBoxes);
  }

  /** Returns these settings with a limit in time. */
  public CensusSettings withTime(Duration limit) {
    return new CensusSettings(threads, boxes, limit, finest, coarse, clusterBoxes);
  }

  /** Returns these settings with a smallest relative width, at most 1. */
  public CensusSettings withFinest(double width) {
    return new CensusSettings(threads, boxes, time, width, Math.max(width, coarse), clusterBoxes);
  }
}
