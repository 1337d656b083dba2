package org.separatrix.runner.study;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.separatrix.api.plugin.Doc;
import org.separatrix.core.bound.Effort;

/**
 * How much work goes into proofs.
 *
 * @param gap how close certified bounds shall be
 * @param boxes largest number of boxes for each fact
 * @param seconds longest time for each fact
 */
@Doc("How much work goes into proofs by interval arithmetic, for objectives given by a formula.")
public record Certify(
    @Doc(
            value = "How close the bounds of L shall come to each other, relative to L.",
            defaultValue = "0.01",
            example = "0.001")
        double gap,
    @Doc(
            value =
                "How many boxes are examined for each fact at most; 0 leaves everything estimated.",
            unit = "boxes",
            defaultValue = "50000",
            example = "0")
        long boxes,
    @Doc(
            value =
                "How long each fact may take. What is reached within a time, unlike within a number"
                    + " of boxes, depends on the machine.",
            unit = "s",
            defaultValue = "20",
            example = "60")
        double seconds) {
  private static final double LONGEST = 1e9;

  /** Checks the ranges. */
  public Certify {
    if (!(gap >= 0 && gap < 1)) {
      throw new IllegalArgumentException(
          "gap is " + gap + ": it must be at least 0 and less than 1");
    }
    if (boxes < 0) {
      throw new IllegalArgumentException("boxes is " + boxes + ": it must be at least 0");
    }
    if (!(seconds > 0 && seconds <= LONGEST)) {
      throw new IllegalArgumentException(
          "seconds is " + seconds + ": it must be positive, at most 1e9");
    }
  }

  /** Tells whether anything is to be proven. */
  public boolean isWanted() {
    return boxes > 0;
  }

  /** Returns the same with nothing to be proven. */
  public Certify withoutProofs() {
    return new Certify(gap, 0, seconds);
  }

  /**
   * Returns these limits.
   *
   * @param cancelled is asked again and again whether to stop
   */
  public Effort effort(BooleanSupplier cancelled) {
    return new Effort(
        gap, Math.max(1, boxes), Duration.ofMillis((long) (1e3 * seconds)), cancelled);
  }
}
