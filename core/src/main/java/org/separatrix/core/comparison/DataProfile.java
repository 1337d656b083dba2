package org.separatrix.core.comparison;

/**
 * For each method, the share of problems that it solves within a number of simplex gradients, which
 * are d + 1 evaluations in d dimensions.
 *
 * <p>Source: More and Wild, "Benchmarking derivative-free optimization algorithms", SIAM J. Optim.
 * 20 (2009).
 */
public final class DataProfile {
  private final double[][] evaluations;
  private final int[] dimensions;

  /**
   * Makes the profiles.
   *
   * @param evaluations what each method needs, {@code [problem][method]}; infinite if it does not
   *     solve the problem; at least one problem
   * @param dimensions d of each problem; copied
   */
  public DataProfile(double[][] evaluations, int[] dimensions) {
    this.evaluations = new double[evaluations.length][];
    for (int p = 0; p < evaluations.length; p++) {
      this.evaluations[p] = evaluations[p].clone();
    }
    this.dimensions = dimensions.clone();
  }

  /**
   * Returns the share of problems that a method solves within a budget.
   *
   * @param method its index
   * @param simplexGradients the budget, in units of d + 1 evaluations
   */
  public double share(int method, double simplexGradients) {
    int solved = 0;
    for (int p = 0; p < evaluations.length; p++) {
      solved += evaluations[p][method] <= simplexGradients * (dimensions[p] + 1) ? 1 : 0;
    }
    return (double) solved / evaluations.length;
  }
}
