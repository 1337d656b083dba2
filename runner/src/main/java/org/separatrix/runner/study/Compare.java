package org.separatrix.runner.study;

import java.util.List;
import org.separatrix.api.plugin.Doc;

/**
 * How the optimizers of a study are compared.
 *
 * @param runs how many runs of each cell are followed
 * @param targets what they are to reach
 * @param minima which minima count for the targets of distance
 */
@Doc("How the optimizers of a study are compared, if there are two or more.")
public record Compare(
    @Doc(
            value =
                "How many runs of each cell are followed, the first ones, from the same starts under"
                    + " every optimizer; 0 for no comparison.",
            unit = "runs",
            defaultValue = "200",
            example = "1000")
        int runs,
    @Doc(
            value = "What the runs are to reach.",
            defaultValue = "{}",
            example = "{gradient-norm: [1.0e-4], value: [], distance: []}")
        Targets targets,
    @Doc(
            value =
                "Which minima count for the targets of distance: those of the least value, or any.",
            defaultValue = "least",
            example = "any")
        Minima minima) {

  /** Checks the number. */
  public Compare {
    if (runs < 0) {
      throw new IllegalArgumentException("runs is " + runs + ": it must be at least 0");
    }
  }

  /** Which minima count. */
  public enum Minima {
    /** Those whose value is the least of all. */
    LEAST,
    /** All of them. */
    ANY
  }

  /**
   * What runs are to reach.
   *
   * @param gradientNorm norms of the gradient
   * @param value heights above the least value of a known minimum
   * @param distance distances to the nearest minimum
   */
  @Doc("What the runs are to reach.")
  public record Targets(
      @Doc(
              value =
                  "Euclidean norms of the gradient, absolute as that of the stop rule; those below"
                      + " its gradient-tolerance are left out.",
              unit = "unit of f per unit of x",
              defaultValue = "[1.0e-2, 1.0e-6]",
              example = "[1.0e-4]")
          List<Double> gradientNorm,
      @Doc(
              value =
                  "Heights above the least value of a known minimum, f*: a run is to come to"
                      + " f <= f* + height.",
              unit = "unit of f",
              defaultValue = "[1.0e-2, 1.0e-6]",
              example = "[1.0e-3]")
          List<Double> value,
      @Doc(
              value = "Euclidean distances to the nearest minimum that counts.",
              unit = "unit of x",
              defaultValue = "[1.0e-3]",
              example = "[0.1]")
          List<Double> distance) {

    /** Copies the lists and checks the numbers. */
    public Targets {
      gradientNorm = checked("gradient-norm", gradientNorm);
      value = checked("value", value);
      distance = checked("distance", distance);
    }

    private static List<Double> checked(String key, List<Double> levels) {
      for (double level : levels) {
        if (!(level > 0)) {
          throw new IllegalArgumentException(
              "%s has the target %s: it must be positive".formatted(key, level));
        }
      }
      if (levels.stream().distinct().count() < levels.size()) {
        throw new IllegalArgumentException(key + " names a target twice");
      }
      return List.copyOf(levels);
    }
  }
}
