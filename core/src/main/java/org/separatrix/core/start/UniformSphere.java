package org.separatrix.core.start;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.start.StartDistribution;

/** The uniform distribution on a sphere, the points at one distance from the center. */
public final class UniformSphere implements StartDistribution {
  private final double[] center;
  private final double radius;

  UniformSphere(Config config, Problem problem) {
    center = Coordinates.orOrigin("center", config.center(), problem);
    radius = config.radius();
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    Direction.draw(random, x);
    for (int k = 0; k < center.length; k++) {
      x[k] = Math.fma(radius, x[k], center[k]);
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return false;
  }

  /**
   * Keys of {@code uniform-sphere}.
   *
   * @param center center of the sphere; copied
   * @param radius radius of the sphere
   */
  @Doc(
      value = "Starts uniform on a sphere, the surface of a ball.",
      example = "{type: uniform-sphere, center: [0, 0], radius: 0.01}")
  public record Config(
      @Doc(value = "Center of the sphere; the origin if left out.", unit = "x", example = "[0, 0]")
          double @Nullable [] center,
      @Doc(value = "Radius of the sphere.", unit = "x") double radius) {

    /** Copies the center and checks the numbers. */
    public Config {
      center = center == null ? null : center.clone();
      Coordinates.requireFinite("center", center);
      Coordinates.requirePositive("radius", radius);
    }
  }
}
