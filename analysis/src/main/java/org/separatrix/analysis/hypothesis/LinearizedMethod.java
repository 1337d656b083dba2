package org.separatrix.analysis.hypothesis;

import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;

/**
 * The hypothesis that a method iterates one map with a known linearization, or such a map between
 * kicks.
 *
 * <p>The stable manifold theorem is about iterates of one map. A method that adds noise iterates
 * its map between the kicks; a kick that does not depend on the position is a translation, which
 * takes null sets to null sets, so a countable union over kicks still is null. That the noise is of
 * this kind is what a method declares by giving a linearization without being deterministic.
 */
public final class LinearizedMethod {
  /** The name of this hypothesis. */
  public static final String NAME = "deterministic map with a linearization";

  /** The name of this hypothesis for a method with noise. */
  public static final String WITH_NOISE = "noise added to a map with a linearization";

  private LinearizedMethod() {}

  /**
   * Checks the hypothesis by what the method declares.
   *
   * @param optimizer the method
   */
  public static Hypothesis check(Optimizer optimizer) {
    String name = optimizer.isDeterministic() ? NAME : WITH_NOISE;
    if (optimizer instanceof LinearMethod) {
      return new Hypothesis(name, Status.CERTIFIED, "A + lambda B C by construction");
    }
    return optimizer.linearization().isPresent()
        ? new Hypothesis(name, Status.DECLARED, "declared by the method")
        : new Hypothesis(name, Status.VIOLATED, "no linearization is known");
  }
}
