package org.separatrix.analysis.control;

import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.separatrix.api.start.StartDistribution;

/** Starts at given points, run i at point i. */
public final class GivenStarts implements StartDistribution {
  private final List<double[]> points;

  /**
   * Creates the distribution.
   *
   * @param points the points; copied
   */
  public GivenStarts(List<double[]> points) {
    this.points = points.stream().map(double[]::clone).toList();
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    System.arraycopy(points.get(Math.toIntExact(run)), 0, x, 0, x.length);
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(points.size());
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }
}
