package org.separatrix.core.start;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.random.LaneRandom;
import org.separatrix.api.start.UniformPoint;

/** The uniform distribution on a ball, as a perturbation leaves runs (Jin et al. 2017). */
public final class UniformBall implements LaneStarts {
  private final double[] center;
  private final double radius;

  UniformBall(Config config, Problem problem) {
    this(Coordinates.orOrigin("center", config.center(), problem), config.radius());
  }

  /**
   * Creates the distribution.
   *
   * @param center center of the ball, length d; copied
   * @param radius radius of the ball
   */
  public UniformBall(double[] center, double radius) {
    this.center = center.clone();
    this.radius = radius;
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    UniformPoint.ofBall(random, radius, x);
    for (int k = 0; k < center.length; k++) {
      x[k] += center[k];
    }
  }

  @Override
  public void drawAll(LaneRandom random, double[][] x, int lane) {
    UniformPoint.ofBall(random, radius, x, lane);
    for (int k = 0; k < center.length; k++) {
      LaneStarts.map(x[k], 1, center[k], lane, random.count());
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return true;
  }

  /**
   * Keys of {@code uniform-ball}.
   *
   * @param center center of the ball; copied
   * @param radius radius of the ball
   */
  @Doc(
      value = "Starts uniform on a ball.",
      example = "{type: uniform-ball, center: [0, 0], radius: 0.01}")
  public record Config(
      @Doc(value = "Center of the ball; the origin if left out.", unit = "x", example = "[0, 0]")
          double @Nullable [] center,
      @Doc(value = "Radius of the ball.", unit = "x") double radius) {

    /** Copies the center and checks the numbers. */
    public Config {
      center = center == null ? null : center.clone();
      Coordinates.requireFinite("center", center);
      Coordinates.requirePositive("radius", radius);
    }
  }
}
