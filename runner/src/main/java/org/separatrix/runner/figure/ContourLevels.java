package org.separatrix.runner.figure;

import java.util.Arrays;
import org.separatrix.api.figure.Series;

/**
 * Chooses the levels of contour lines so that between neighbouring lines there is the same share of
 * the area. They are dense where the landscape is flat, near minima and saddles, and do not depend
 * on how steep it is elsewhere.
 */
final class ContourLevels {
  private ContourLevels() {}

  /**
   * Returns levels in ascending order, without repetition, strictly between the extremes.
   *
   * @param values on a grid; those that are not finite do not count
   * @param most how many at most
   */
  static double[] of(Series values, int most) {
    double[] sorted = values.stream().filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return sorted;
    }
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    double[] levels = new double[most];
    for (int i = 0; i < most; i++) {
      double place = (i + 0.5) / most * (sorted.length - 1);
      int below = (int) place;
      double next = sorted[Math.min(below + 1, sorted.length - 1)];
      levels[i] = sorted[below] + (place - below) * (next - sorted[below]);
    }
    return Arrays.stream(levels).filter(level -> level > low && level < high).distinct().toArray();
  }
}
