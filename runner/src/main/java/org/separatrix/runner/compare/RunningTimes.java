package org.separatrix.runner.compare;

import org.separatrix.core.comparison.Trials;

/**
 * What the runs 0 ... n - 1 of an optimizer needed to reach a target. The arrays belong to this
 * object and are read only.
 *
 * @param problem objective, start and target
 * @param optimizer name of the optimizer
 * @param gradients gradients evaluated until the target was reached or the run given up, n
 * @param values values that the optimizer asked for until then, n
 * @param reached whether it was reached, n
 */
public record RunningTimes(
    ComparedProblem problem, String optimizer, long[] gradients, long[] values, boolean[] reached) {

  /** Returns the number of runs. */
  public int runs() {
    return reached.length;
  }

  /** Returns the runs as trials whose cost are gradient evaluations. */
  public Trials trials() {
    double[] costs = new double[gradients.length];
    for (int run = 0; run < costs.length; run++) {
      costs[run] = (double) gradients[run];
    }
    return new Trials(costs, reached);
  }

  /**
   * Returns the gradient evaluations of a run; infinite if it did not reach the target.
   *
   * @param run its number
   */
  public double cost(int run) {
    return reached[run] ? (double) gradients[run] : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns these under another name of the optimizer and of the problem.
   *
   * @param other the problem
   * @param name the optimizer
   */
  public RunningTimes named(ComparedProblem other, String name) {
    return new RunningTimes(other, name, gradients, values, reached);
  }
}
