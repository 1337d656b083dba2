package org.separatrix.bench.work;

import java.util.Locale;
import java.util.Optional;
import org.separatrix.api.analysis.StopRule;

/** Until when runs go. */
public enum Goal {
  /** A fixed number of steps. */
  STEPS,
  /** Until the norm of the gradient is at most 1e-10, starts and stops included. */
  TOLERANCE,
  /** From close to a saddle at the origin until the norm of the position exceeds 0.1. */
  ESCAPE;

  private static final double TOLERANCE_NORM = 1e-10;
  private static final double ESCAPE_RADIUS = 0.1;
  private static final double DIVERGENCE_RADIUS = 1e8;

  /** More steps than any run takes, a multiple of 16. */
  private static final int UNLIMITED = 1_600_000;

  /** Returns its name in requests. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the number of steps at which runs end at the latest.
   *
   * @param fixed the number, if it is fixed
   */
  public int steps(int fixed) {
    return this == STEPS ? fixed : UNLIMITED;
  }

  /**
   * Returns the bound above which runs go on: of the squared norm of the gradient, or of minus that
   * of the position.
   */
  public double bound() {
    return switch (this) {
      case STEPS -> 0;
      case TOLERANCE -> TOLERANCE_NORM * TOLERANCE_NORM;
      case ESCAPE -> -ESCAPE_RADIUS * ESCAPE_RADIUS;
    };
  }

  /**
   * Returns when runs stop.
   *
   * @param steps number of steps, if it is fixed
   */
  public StopRule stop(int steps) {
    return switch (this) {
      case STEPS -> new StopRule(-1, steps, DIVERGENCE_RADIUS, Optional.empty());
      case TOLERANCE ->
          new StopRule(TOLERANCE_NORM, UNLIMITED, DIVERGENCE_RADIUS, Optional.empty());
      case ESCAPE -> new StopRule(-1, UNLIMITED, ESCAPE_RADIUS, Optional.empty());
    };
  }
}
