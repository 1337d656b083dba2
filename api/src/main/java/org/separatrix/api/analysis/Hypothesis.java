package org.separatrix.api.analysis;

import org.separatrix.api.objective.Status;

/**
 * A condition that a prediction rests on.
 *
 * @param name the condition, such as {@code alpha < 1/L}
 * @param status how it is known to hold, or that it does not
 * @param detail the numbers, such as {@code 0.88 < 1}
 */
public record Hypothesis(String name, Status status, String detail) {
  /** Tells whether the condition does not hold. */
  public boolean isViolated() {
    return status == Status.VIOLATED;
  }
}
