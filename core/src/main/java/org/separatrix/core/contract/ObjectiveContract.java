package org.separatrix.core.contract;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.IntervalDifferentiable;
import org.separatrix.api.objective.Objective;

/**
 * Checks that an objective keeps the promises of {@link Objective} and that what it declares is
 * true.
 *
 * <p>At seeded random points of its domain ([-1, 1]^d if it has none) it compares the gradient with
 * central differences of the value, the Hessian with central differences of the gradient and with
 * its own transpose, and results of blocks, orders and threads bit for bit. It looks for writes to
 * the input and beyond the lanes, for exceptions at points that are far away or not numbers, for a
 * Hessian whose norm exceeds the declared Lipschitz constant, and verifies the declared critical
 * points and their kinds. Where an objective encloses its derivatives, those at random points of
 * random boxes have to lie in the enclosures.
 *
 * <p>A gradient that is wrong by less than the error of the differences passes, about 1e-6 of its
 * size for a smooth function.
 */
public final class ObjectiveContract {
  private ObjectiveContract() {}

  /**
   * Returns what an objective violates, nothing if all is well.
   *
   * @param objective the objective
   * @param seed determines the points
   * @return one line for each violation: what is wrong, where, and the numbers
   */
  public static List<String> violations(Objective objective, long seed) {
    int dimension = objective.dimension();
    if (dimension < 1) {
      return List.of("dimension: is " + dimension + ", must be at least 1");
    }
    Box region = objective.landscape().domain().orElseGet(() -> Box.cube(dimension, -1, 1));
    List<String> violations = new ArrayList<>();
    violations.addAll(BlockChecks.violations(objective, region, seed));
    violations.addAll(DerivativeChecks.violations(objective, region, seed));
    violations.addAll(LandscapeChecks.violations(objective, region, seed));
    if (objective instanceof IntervalDifferentiable enclosed) {
      violations.addAll(EnclosureChecks.violations(enclosed, region, seed));
    }
    return List.copyOf(violations);
  }
}
