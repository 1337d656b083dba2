package org.separatrix.api.analysis;

/**
 * Runs that used up their budget since rounding keeps them from going on: further steps bring them
 * back to the very state in which they are.
 *
 * @param runs number of such runs
 * @param gradientNorm largest Euclidean norm of the gradient at their ends; 0 without such runs
 */
public record Stagnation(long runs, double gradientNorm) {
  /** No such runs. */
  public static final Stagnation NONE = new Stagnation(0, 0);

  /**
   * Returns these runs and others together.
   *
   * @param other the others
   */
  public Stagnation plus(Stagnation other) {
    return new Stagnation(runs + other.runs, Math.max(gradientNorm, other.gradientNorm));
  }
}
