package org.separatrix.analysis.hypothesis;

import java.util.Optional;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
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

  /**
   * Checks the hypothesis at a critical point, where the Jacobian of the step stands in for a
   * linearization that is not declared.
   *
   * @param problem the objective
   * @param optimizer the method
   * @param point a critical point of the objective
   * @param laboratory gives the step as a map
   */
  public static Hypothesis check(
      Problem problem, Optimizer optimizer, CriticalPoint point, Laboratory laboratory) {
    return !optimizer.isDeterministic() || optimizer.linearization().isPresent()
        ? check(optimizer)
        : check(PointSpectrum.at(problem, optimizer, point, laboratory));
  }

  /**
   * Checks the hypothesis of a deterministic method at a critical point.
   *
   * @param known the spectrum of its map there, if it has one
   */
  public static Hypothesis check(Optional<PointSpectrum> known) {
    return known
        .map(spectrum -> new Hypothesis(NAME, spectrum.status(), spectrum.detail()))
        .orElseGet(
            () ->
                new Hypothesis(
                    NAME,
                    Status.VIOLATED,
                    "none is declared, and differences of the step give none"));
  }
}
