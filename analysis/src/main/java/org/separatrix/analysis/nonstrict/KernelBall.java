package org.separatrix.analysis.nonstrict;

import java.util.random.RandomGenerator;
import org.separatrix.analysis.degenerate.Kernel;
import org.separatrix.analysis.degenerate.ReducedGradient;
import org.separatrix.api.analysis.Regions;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.api.start.UniformPoint;

/**
 * Starts uniform in the ball |y| &lt;= R of the kernel, lifted to the graph over it, and the
 * cylinder over that ball, which they leave.
 */
final class KernelBall implements StartDistribution, StopRule.Region {
  private final Objective objective;
  private final Kernel kernel;
  private final double radius;
  private final StopRule.Region cylinder;

  KernelBall(Objective objective, Kernel kernel, double radius) {
    this.objective = objective;
    this.kernel = kernel;
    cylinder = Regions.cylinder(kernel.point().x(), kernel.vectors(), radius);
    this.radius = radius;
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    double[] y = new double[kernel.dimension()];
    UniformPoint.ofBall(random, radius, y);
    // Not shared between threads, since it keeps its intermediate results.
    double[] point = new ReducedGradient(objective, kernel).lift(y);
    System.arraycopy(point, 0, x, 0, x.length);
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return kernel.others().isEmpty();
  }

  @Override
  public boolean contains(double[][] x, int lane) {
    return cylinder.contains(x, lane);
  }

  @Override
  public void markOutside(double[][] x, int lanes, double[] marks) {
    cylinder.markOutside(x, lanes, marks);
  }
}
