package org.separatrix.core.bound;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How close bounds shall come to each other, and what may be spent on it. Where a limit is reached,
 * results are valid but looser. Results depend on the number of boxes alone, unless the time runs
 * out or somebody cancels.
 *
 * @param relativeGap largest upper - lower, relative to the magnitude of the bounded quantity, at
 *     least 0
 * @param boxes largest number of boxes to examine, at least 1
 * @param time longest time to spend; checked before each box
 * @param isCancelled asked before each box; true ends the work
 */
public record Effort(double relativeGap, long boxes, Duration time, BooleanSupplier isCancelled) {
  /** Relative gap of {@link #standard}. */
  public static final double STANDARD_GAP = 0.01;

  private static final long STANDARD_BOXES = 200_000;
  private static final Duration STANDARD_TIME = Duration.ofSeconds(10);

  /** Checks the ranges. */
  public Effort {
    if (!(relativeGap >= 0)) {
      throw new IllegalArgumentException(
          "the relative gap is %s.%nMaybe choose 0.01.".formatted(relativeGap));
    }
    if (boxes < 1) {
      throw new IllegalArgumentException("at least 1 box must be examined, not " + boxes);
    }
  }

  /** Returns a gap of 1%, at most 200,000 boxes and 10 seconds. */
  public static Effort standard() {
    return new Effort(STANDARD_GAP, STANDARD_BOXES, STANDARD_TIME, () -> false);
  }

  /** Returns this with another relative gap. */
  public Effort withRelativeGap(double gap) {
    return new Effort(gap, boxes, time, isCancelled);
  }

  /** Returns this with another number of boxes. */
  public Effort withBoxes(long number) {
    return new Effort(relativeGap, number, time, isCancelled);
  }
}
