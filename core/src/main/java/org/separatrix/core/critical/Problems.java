package org.separatrix.core.critical;

import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;

/** Completes an objective to a problem: settles its domain and its bound on L. */
public final class Problems {
  private Problems() {}

  /**
   * Completes an objective.
   *
   * <p>The bound on L is the given one, else the one that the objective declares if it holds on the
   * domain, else an estimate from samples.
   *
   * @param name of the objective within its study
   * @param objective the objective
   * @param domain if given, instead of the objective's own
   * @param lipschitz if given, instead of the objective's own
   * @param seed chooses the samples of the estimate
   * @throws IllegalArgumentException if neither the study nor the objective gives a domain, or if
   *     the dimensions disagree, or if the given L is not positive
   */
  public static Problem complete(
      String name, Objective objective, Optional<Box> domain, OptionalDouble lipschitz, long seed) {
    Landscape landscape = objective.landscape();
    Box box =
        domain
            .or(landscape::domain)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no domain is known for objective '%s'.%n".formatted(name)
                            + "Maybe give the objective a key 'domain', a [low, high] pair for"
                            + " each of its %d coordinates.".formatted(objective.dimension())));
    Problem problem = new Problem(name, objective, box, Optional.empty());
    return new Problem(name, objective, box, bound(problem, lipschitz, seed));
  }

  private static Optional<LipschitzBound> bound(Problem problem, OptionalDouble given, long seed) {
    OptionalDouble declared =
        given.isPresent()
            ? given
            : problem.objective().landscape().withDomain(problem.domain()).lipschitz();
    return declared.isPresent()
        ? Optional.of(new LipschitzBound(declared.getAsDouble(), Status.DECLARED))
        : LipschitzEstimate.on(problem.objective(), problem.domain(), seed);
  }
}
