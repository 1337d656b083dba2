package org.separatrix.api.optimizer;

import org.separatrix.api.objective.Problem;

/**
 * A step size alpha as written in a study: a number, or a multiple of 1/L or 2/L.
 *
 * @param factor the number, positive and finite
 * @param unit what it multiplies
 */
public record StepSize(double factor, Unit unit) {
  /** What the number multiplies. */
  public enum Unit {
    /** The step size itself, in squared units of x per unit of f. */
    ONE("alpha"),
    /** 1/L. */
    ONE_OVER_L("times-1-over-L"),
    /** 2/L. */
    TWO_OVER_L("times-2-over-L");

    private final String key;

    Unit(String key) {
      this.key = key;
    }

    /** Returns the key used in YAML. */
    public String key() {
      return key;
    }
  }

  /** Checks that the number is positive and finite. */
  public StepSize {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "step is " + factor + ": it must be a positive, finite number");
    }
  }

  /**
   * Returns a step size given as a number.
   *
   * @param alpha the step size
   */
  public static StepSize of(double alpha) {
    return new StepSize(alpha, Unit.ONE);
  }

  /**
   * Returns alpha for a problem.
   *
   * @param problem the problem, whose bound on L is used if the unit needs it
   * @throws IllegalArgumentException if the unit needs L and the problem has no bound on it, or one
   *     of which it is no finite multiple
   */
  public double resolve(Problem problem) {
    if (unit == Unit.ONE) {
      return factor;
    }
    double bound =
        problem
            .lipschitz()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "step is given as %s, but no L is known for objective '%s'.%n"
                                .formatted(unit.key(), problem.name())
                            + "Maybe give the objective a key 'lipschitz', or the step as a"
                            + " number."))
            .value();
    double alpha = (unit == Unit.ONE_OVER_L ? 1 : 2) * factor / bound;
    if (Double.isInfinite(alpha)) {
      throw new IllegalArgumentException(
          "step is given as %s, but for objective '%s' %s.%nMaybe give the step as a number."
              .formatted(
                  unit.key(),
                  problem.name(),
                  bound == 0
                      ? "L is 0: its gradient is constant, and every step is below 1/L"
                      : "L is " + bound + ", and the multiple of its reciprocal overflows"));
    }
    return alpha;
  }
}
