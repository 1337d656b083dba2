package org.separatrix.analysis.escape;

import java.util.List;
import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.Regions;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.start.StartDistribution;

/**
 * Starts s + sigma Z v on the line through a saddle along its unstable eigenvector, Z ~ N(0, 1),
 * and the slab |v'(x - s)| &lt;= R that they leave.
 */
public final class UnstableLine implements StartDistribution, StopRule.Region {
  private final double[] s;
  private final double[] v;
  private final double sigma;
  private final StopRule.Region slab;

  /**
   * Creates the starts.
   *
   * @param s the saddle, length d; copied
   * @param v the unit eigenvector, length d; copied
   * @param radius R, half the width of the slab
   * @param sigma standard deviation of the distance
   */
  public UnstableLine(double[] s, double[] v, double radius, double sigma) {
    this.s = s.clone();
    this.v = v.clone();
    slab = Regions.cylinder(s, List.of(v), radius);
    this.sigma = sigma;
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    double distance = sigma * random.nextGaussian();
    for (int k = 0; k < x.length; k++) {
      x[k] = Math.fma(distance, v[k], s[k]);
    }
  }

  /** The line has measure zero in more than one dimension. */
  @Override
  public boolean isAbsolutelyContinuous() {
    return s.length == 1;
  }

  @Override
  public boolean contains(double[][] x, int lane) {
    return slab.contains(x, lane);
  }

  @Override
  public void markOutside(double[][] x, int lanes, double[] marks) {
    slab.markOutside(x, lanes, marks);
  }
}
