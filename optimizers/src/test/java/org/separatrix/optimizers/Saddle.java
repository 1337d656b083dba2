package org.separatrix.optimizers;

import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;

/** f(x, y) = x^2/2 + y^4/4 - y^2/2, with a saddle at the origin and minima at (0, +-1). */
final class Saddle extends PointObjective {
  private final double lift;

  Saddle() {
    this(0);
  }

  /** Adds a constant, which rounds values and not gradients. */
  Saddle(double lift) {
    this.lift = lift;
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  protected double value(double[] x) {
    return x[0] * x[0] / 2 + Math.pow(x[1], 4) / 4 - x[1] * x[1] / 2 + lift;
  }

  @Override
  protected void gradient(double[] x, double[] g) {
    g[0] = x[0];
    g[1] = x[1] * x[1] * x[1] - x[1];
  }

  /** The problem on [-2, 2]^2, where L = 11. */
  static Problem problem() {
    return new Problem(
        "saddle",
        new Saddle(),
        Box.cube(2, -2, 2),
        Optional.of(new LipschitzBound(11, Status.CERTIFIED)));
  }
}
