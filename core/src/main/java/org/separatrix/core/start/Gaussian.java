package org.separatrix.core.start;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.random.LaneRandom;

/** The normal distribution N(center, sigma^2 I). */
public final class Gaussian implements LaneStarts {
  private final double[] center;
  private final double sigma;

  Gaussian(Config config, Problem problem) {
    center = Coordinates.orOrigin("center", config.center(), problem);
    sigma = config.sigma();
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    for (int k = 0; k < center.length; k++) {
      x[k] = Math.fma(sigma, random.nextGaussian(), center[k]);
    }
  }

  @Override
  public void drawAll(LaneRandom random, double[][] x, int lane) {
    for (int k = 0; k < center.length; k++) {
      random.nextGaussians(x[k], lane);
      LaneStarts.map(x[k], sigma, center[k], lane, random.count());
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return true;
  }

  /**
   * Keys of {@code gaussian}.
   *
   * @param center mean; copied
   * @param sigma standard deviation of each coordinate
   */
  @Doc(
      value = "Starts normally distributed around a point, with the same spread in all directions.",
      example = "{type: gaussian, center: [0, 0], sigma: 0.001}")
  public record Config(
      @Doc(value = "Mean; the origin if left out.", unit = "x", example = "[0, 0]")
          double @Nullable [] center,
      @Doc(value = "Standard deviation of each coordinate.", unit = "x") double sigma) {

    /** Copies the center and checks the numbers. */
    public Config {
      center = center == null ? null : center.clone();
      Coordinates.requireFinite("center", center);
      Coordinates.requirePositive("sigma", sigma);
    }
  }
}
