package org.separatrix.analysis.nonstrict;

import java.util.random.RandomGenerator;
import org.separatrix.analysis.degenerate.Kernel;
import org.separatrix.analysis.degenerate.ReducedGradient;
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
  private final double[] s;
  private final double radius;

  KernelBall(Objective objective, Kernel kernel, double radius) {
    this.objective = objective;
    this.kernel = kernel;
    s = kernel.point().x();
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
    double squares = 0;
    for (double[] vector : kernel.vectors()) {
      double along = 0;
      for (int k = 0; k < s.length; k++) {
        along = Math.fma(vector[k], x[k][lane] - s[k], along);
      }
      squares += along * along;
    }
    return squares <= radius * radius;
  }
}
