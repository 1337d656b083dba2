package org.separatrix.core.start;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;

/** Checks the points and boxes of a configuration against the problem that they are for. */
final class Coordinates {
  private Coordinates() {}

  /**
   * Returns a copy of a configured point, or the origin if there is none.
   *
   * @param key the point's key in YAML
   * @param point the coordinates
   * @param problem the problem, which must have as many
   */
  static double[] orOrigin(String key, double @Nullable [] point, Problem problem) {
    return point == null ? new double[problem.dimension()] : checked(key, point, problem).clone();
  }

  /** Returns a point that has as many coordinates as the problem. */
  static double[] checked(String key, double[] point, Problem problem) {
    if (point.length != problem.dimension()) {
      throw new IllegalArgumentException(
          "%s is %s: it has %s, but objective '%s' has dimension %d"
              .formatted(
                  key,
                  Arrays.toString(point),
                  point.length == 1 ? "1 coordinate" : point.length + " coordinates",
                  problem.name(),
                  problem.dimension()));
    }
    return point;
  }

  /** Returns the configured box, or the problem's domain if there is none. */
  static Box orDomain(@Nullable Box box, Problem problem) {
    if (box == null) {
      return problem.domain();
    }
    return box.across(problem.dimension())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "box is %s: it has %d intervals, but objective '%s' has dimension %d"
                        .formatted(box, box.dimension(), problem.name(), problem.dimension())));
  }

  /** Checks that every coordinate is a finite number. */
  static void requireFinite(String key, double @Nullable [] point) {
    if (point != null && !Arrays.stream(point).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "%s is %s: coordinates must be finite numbers".formatted(key, Arrays.toString(point)));
    }
  }

  /** Checks that a number is positive and finite. */
  static void requirePositive(String key, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s is %s: it must be a positive, finite number".formatted(key, value));
    }
  }
}
