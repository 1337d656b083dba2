package org.separatrix.core.start;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.random.LaneRandom;

/** The uniform distribution on a box, each coordinate in [low_k, high_k). */
public final class UniformBox implements LaneStarts {
  private final double[] low;
  private final double[] width;

  /**
   * Creates the distribution.
   *
   * @param box the box
   * @throws IllegalArgumentException if an interval is too wide for its length to be a number
   */
  public UniformBox(Box box) {
    low = box.low();
    double[] high = box.high();
    width = new double[low.length];
    for (int k = 0; k < low.length; k++) {
      width[k] = high[k] - low[k];
      if (Double.isInfinite(width[k])) {
        throw new IllegalArgumentException(
            "interval %d is [%s, %s]: it is too wide".formatted(k + 1, low[k], high[k]));
      }
    }
  }

  UniformBox(Config config, Problem problem) {
    this(config.boxFor(problem));
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    for (int k = 0; k < low.length; k++) {
      x[k] = Math.fma(random.nextDouble(), width[k], low[k]);
    }
  }

  @Override
  public void drawAll(LaneRandom random, double[][] x, int lane) {
    for (int k = 0; k < low.length; k++) {
      random.nextDoubles(x[k], lane);
      LaneStarts.map(x[k], width[k], low[k], lane, random.count());
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return true;
  }

  /**
   * Keys of {@code uniform-box}.
   *
   * @param low lower bound of every coordinate
   * @param high upper bound of every coordinate
   * @param box an interval for each coordinate
   */
  @Doc(
      value = "Starts uniform on a box: by default the objective's domain.",
      example = "{type: uniform-box, low: -2, high: 2}")
  public record Config(
      @Doc("Lower bound of every coordinate; the domain's own if left out.") @Nullable Double low,
      @Doc("Upper bound of every coordinate; the domain's own if left out.") @Nullable Double high,
      @Doc(
              value = "An interval for each coordinate, or one for all, instead of low and high.",
              example = "[[-2, 2], [0, 1]]")
          @Nullable Box box) {

    /** Checks that the bounds are in order and given in one way only. */
    public Config {
      if (box != null && (low != null || high != null)) {
        throw new IllegalArgumentException(
            "box is given together with %s.%nMaybe give the intervals in box alone."
                .formatted(low != null ? "low" : "high"));
      }
      requireFinite("low", low);
      requireFinite("high", high);
      if (low != null && high != null && low >= high) {
        throw new IllegalArgumentException(
            "low is %s, high is %s: low must be below high".formatted(low, high));
      }
    }

    Box boxFor(Problem problem) {
      if (box != null || (low == null && high == null)) {
        return Coordinates.orDomain(box, problem);
      }
      double[] lower = problem.domain().low();
      double[] upper = problem.domain().high();
      if (low != null) {
        Arrays.fill(lower, low);
      }
      if (high != null) {
        Arrays.fill(upper, high);
      }
      for (int k = 0; k < lower.length; k++) {
        if (lower[k] >= upper[k]) {
          throw new IllegalArgumentException(
              "%s leaves nothing of interval %d of the domain of objective '%s': [%s, %s].%n"
                      .formatted(
                          low != null ? "low" : "high", k + 1, problem.name(), lower[k], upper[k])
                  + "Maybe give both low and high.");
        }
      }
      return new Box(lower, upper);
    }

    private static void requireFinite(String key, @Nullable Double value) {
      if (value != null && !Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "%s is %s: it must be a finite number".formatted(key, value));
      }
    }
  }
}
