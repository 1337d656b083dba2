package org.separatrix.core.critical;

import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.TwiceDifferentiable;

/**
 * A function that is made of another one, whose Hessian is made of the other one's.
 *
 * @param objective the function
 * @param original the other one
 * @param rule how its Hessian is made
 */
public record WithHessian(Objective objective, TwiceDifferentiable original, Rule rule)
    implements TwiceDifferentiable {

  /** How a Hessian is made of that of another function. */
  @FunctionalInterface
  public interface Rule {
    /**
     * Evaluates the Hessian at one point.
     *
     * @param original the other function
     * @param x the point, length d; not modified
     * @param h receives the symmetric matrix, {@code d x d}, every entry
     */
    void hessian(TwiceDifferentiable original, double[] x, double[][] h);
  }

  /**
   * Returns a function with a Hessian if the one that it is made of has one, and as it is if not.
   *
   * @param objective the function
   * @param original what it is made of
   * @param rule how its Hessian is made
   */
  public static Objective ifAny(Objective objective, Objective original, Rule rule) {
    return original instanceof TwiceDifferentiable twice
        ? new WithHessian(objective, twice, rule)
        : objective;
  }

  @Override
  public int dimension() {
    return objective.dimension();
  }

  @Override
  public int laneGroup() {
    return objective.laneGroup();
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    objective.value(x, f, lanes);
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    objective.gradient(x, g, lanes);
  }

  @Override
  public void hessian(double[] x, double[][] h) {
    rule.hessian(original, x, h);
  }
}
