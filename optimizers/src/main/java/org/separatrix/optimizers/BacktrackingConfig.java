package org.separatrix.optimizers;

import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;

/**
 * Configuration of {@link BacktrackingGradientDescent}.
 *
 * @param step the first step size
 * @param shrink tau, by which a step size is multiplied that is not accepted
 * @param decrease c, the part of alpha |grad f|^2 by which f has to fall
 * @param restart whether each search begins with the first step size
 */
@Doc(
    value =
        "Gradient descent with Armijo's backtracking line search; the step size of a run never"
            + " grows: Musat and Boumal 2025, Algorithm 1.",
    example = "{type: backtracking-gradient-descent, step: 10}")
public record BacktrackingConfig(
    @Doc(
            value =
                "First step size: a positive number, or a multiple of 1/L or 2/L; may be large.",
            unit = StepDoc.UNIT,
            example = "10")
        StepSize step,
    @Doc(
            value = "What a step size is multiplied by that is not accepted, between 0 and 1.",
            defaultValue = "0.5",
            example = "0.8")
        double shrink,
    @Doc(
            value =
                "The part of alpha |grad f|^2 by which f has to fall in a step, between 0 and 1/2.",
            defaultValue = "1.0e-4",
            example = "0.1")
        double decrease,
    @Doc(
            value =
                "Whether each search begins with the first step size, as is customary; else with"
                    + " that of the last step, for which saddle avoidance is proven.",
            defaultValue = "false",
            example = "true")
        boolean restart) {
  /** Checks the ranges. */
  public BacktrackingConfig {
    if (!(shrink > 0 && shrink < 1)) {
      throw new IllegalArgumentException(
          "shrink is " + shrink + ": it must lie between 0 and 1.\nMaybe choose 0.5.");
    }
    if (!(decrease > 0 && decrease < 0.5)) {
      throw new IllegalArgumentException(
          "decrease is "
              + decrease
              + ": it must lie between 0 and 1/2, since no exact step to the minimum of a"
              + " quadratic function descends by more.\nMaybe choose 1.0e-4.");
    }
  }
}
