package org.separatrix.core.start;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.start.StartDistribution;

/**
 * A regular grid on a box, its corners included. Run r starts at the point whose indices are the
 * digits of r to the base of the number of points on an axis, the last coordinate's being the last.
 */
public final class Grid implements StartDistribution {
  private final double[] low;
  private final double[] high;
  private final int pointsPerAxis;
  private final long count;

  Grid(Config config, Problem problem) {
    Box box = Coordinates.orDomain(config.box(), problem);
    low = box.low();
    high = box.high();
    pointsPerAxis = config.pointsPerAxis();
    count = count(pointsPerAxis, low.length);
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    if (run < 0 || run >= count) {
      throw new IllegalArgumentException("run %d: the grid has %d points".formatted(run, count));
    }
    long rest = run;
    for (int k = x.length - 1; k >= 0; k--) {
      x[k] = coordinate(k, (int) (rest % pointsPerAxis));
      rest /= pointsPerAxis;
    }
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(count);
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }

  /** Exact at both ends, and symmetric where the interval is. */
  private double coordinate(int k, int index) {
    int last = pointsPerAxis - 1;
    double share = (double) index / last;
    double otherShare = (double) (last - index) / last;
    return otherShare * low[k] + share * high[k];
  }

  private static long count(int pointsPerAxis, int dimension) {
    try {
      long count = 1;
      for (int k = 0; k < dimension; k++) {
        count = Math.multiplyExact(count, pointsPerAxis);
      }
      return count;
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "points-per-axis is %d: in dimension %d the grid has %d^%d points, more than 2^63.%n"
                  .formatted(pointsPerAxis, dimension, pointsPerAxis, dimension)
              + "Maybe use uniform-box.",
          overflow);
    }
  }

  /**
   * Keys of {@code grid}.
   *
   * @param pointsPerAxis number of points on each axis
   * @param box an interval for each coordinate
   */
  @Doc(
      value =
          "Starts at the points of a regular grid, each once; its corners are those of the box.",
      example = "{type: grid, points-per-axis: 101}")
  public record Config(
      @Doc("Number of points on each axis, at least 2.") int pointsPerAxis,
      @Doc(
              value = "An interval for each coordinate, or one for all; the domain if left out.",
              example = "[[-2, 2], [0, 1]]")
          @Nullable Box box) {

    /** Checks the number of points. */
    public Config {
      if (pointsPerAxis < 2) {
        throw new IllegalArgumentException(
            "points-per-axis is %d: it must be at least 2".formatted(pointsPerAxis));
      }
    }
  }
}
