package org.separatrix.runner.study;

import org.separatrix.api.plugin.Doc;

/**
 * When the runs of a study stop.
 *
 * @param gradientTolerance norm of the gradient to stop at
 * @param maxSteps largest number of steps
 * @param divergenceRadius norm of the position beyond which a run has diverged
 * @param stayInDomain whether a run stops outside of the objective's domain
 */
@Doc("When a run stops.")
public record Stop(
    @Doc(
            value =
                "Stop where the Euclidean norm of the gradient is at most this; 0 stops only where"
                    + " it vanishes exactly, a negative number never.",
            unit = "unit of f per unit of x",
            defaultValue = "1.0e-10",
            example = "1.0e-8")
        double gradientTolerance,
    @Doc(
            value = "Stop after this many steps.",
            unit = "steps",
            defaultValue = "100000",
            example = "20000")
        long maxSteps,
    @Doc(
            value = "Stop where the Euclidean norm of the position exceeds this: diverged.",
            unit = "unit of x",
            defaultValue = "1.0e+8",
            example = "1000")
        double divergenceRadius,
    @Doc(
            value = "Whether a run stops when it leaves the objective's domain.",
            defaultValue = "false",
            example = "true")
        boolean stayInDomain) {

  /** Checks the ranges. */
  public Stop {
    if (maxSteps < 0) {
      throw new IllegalArgumentException("max-steps is " + maxSteps + ": it must be at least 0");
    }
    if (!(divergenceRadius > 0)) {
      throw new IllegalArgumentException(
          "divergence-radius is " + divergenceRadius + ": it must be positive");
    }
  }
}
