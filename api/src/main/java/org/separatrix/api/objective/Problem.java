package org.separatrix.api.objective;

import java.util.Optional;

/**
 * An objective as a study uses it: with a name, a domain and a bound on its gradient's Lipschitz
 * constant.
 *
 * @param name identifies the objective within the study
 * @param objective the function
 * @param domain region of interest
 * @param lipschitz bound on L over the domain; empty if the objective is nowhere finite there
 */
public record Problem(
    String name, Objective objective, Box domain, Optional<LipschitzBound> lipschitz) {
  /** Checks that the dimensions agree. */
  public Problem {
    if (domain.dimension() != objective.dimension()) {
      throw new IllegalArgumentException(
          "domain has dimension %d, but objective '%s' has dimension %d"
              .formatted(domain.dimension(), name, objective.dimension()));
    }
  }

  /** Returns the number of coordinates d. */
  public int dimension() {
    return objective.dimension();
  }

  /** Returns what to compare second derivatives with: L, or 1 where it is unknown or 0. */
  public double curvatureScale() {
    return lipschitz.map(LipschitzBound::value).filter(bound -> bound > 0).orElse(1.0);
  }

  /**
   * A bound L on the Lipschitz constant of the gradient.
   *
   * @param value L, positive; 0 if the gradient is constant
   * @param status how it is known: an estimate from samples is only a lower bound
   */
  public record LipschitzBound(double value, Status status) {
    /** Checks that L is finite and not negative. */
    public LipschitzBound {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "lipschitz is " + value + ": it must be finite and not negative");
      }
    }
  }
}
