package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.core.bound.CertifiedBound;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.certificate.Certifier;

/** Completes an objective to a problem: settles its domain and its bound on L. */
public final class Problems {
  /** A declared bound this close to the certified one means the same. */
  private static final double ROUNDING = 1e-9;

  private Problems() {}

  /**
   * Completes an objective.
   *
   * <p>The bound on L is the given one, else the one that the objective declares if it holds on the
   * domain, else the certified one, else an estimate from samples. A given or declared bound that
   * is not below the certified one is certified itself; a declared one that is refuted is replaced.
   *
   * @param name of the objective within its study
   * @param objective the objective
   * @param domain if given, instead of the objective's own
   * @param lipschitz if given, instead of the objective's own
   * @param seed chooses the samples of the estimate
   * @param effort how much work goes into a certified bound, if one is wanted
   * @throws IllegalArgumentException if neither the study nor the objective gives a domain, or if
   *     the dimensions disagree, or if the given L is not positive or is refuted
   */
  public static Problem complete(
      String name,
      Objective objective,
      Optional<Box> domain,
      OptionalDouble lipschitz,
      long seed,
      Optional<Effort> effort) {
    return certified(name, objective, domain, lipschitz, seed, effort).problem();
  }

  /** Likewise, and says what was proven of L. */
  public static BoundedProblem certified(
      String name,
      Objective objective,
      Optional<Box> domain,
      OptionalDouble lipschitz,
      long seed,
      Optional<Effort> effort) {
    Landscape landscape = objective.landscape();
    Box box =
        domain
            .map(given -> given.across(objective.dimension()).orElse(given))
            .or(landscape::domain)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no domain is known for objective '%s'.%n".formatted(name)
                            + "Maybe give the objective a key 'domain', a [low, high] pair"
                            + forCoordinates(objective.dimension())));
    Problem problem = new Problem(name, objective, box, Optional.empty());
    OptionalDouble declared =
        lipschitz.isPresent() ? lipschitz : landscape.withDomain(box).lipschitz();
    long started = System.nanoTime();
    Optional<CertifiedBound> certified =
        effort.flatMap(limits -> certified(objective, box, declared, limits));
    double seconds = (System.nanoTime() - started) * 1e-9;
    Optional<CertifiedBound> finite =
        certified.filter(bound -> bound.upper() < Double.POSITIVE_INFINITY);
    return new BoundedProblem(
        new Problem(name, objective, box, bound(problem, lipschitz, declared, finite, seed)),
        certified,
        seconds);
  }

  /** Comes as close as to decide about a declared bound, if the limits in work allow it. */
  private static Optional<CertifiedBound> certified(
      Objective objective, Box box, OptionalDouble declared, Effort effort) {
    Optional<CertifiedBound> bound = Certifier.of(objective, box, effort).map(Certifier::lipschitz);
    return bound.isPresent() && declared.isPresent() && isOpen(declared.getAsDouble(), bound.get())
        ? Certifier.of(objective, box, effort.withRelativeGap(ROUNDING / 2))
            .map(Certifier::lipschitz)
        : bound;
  }

  private static boolean isOpen(double claim, CertifiedBound bound) {
    return claim >= bound.lower() && claim < bound.upper() * (1 - ROUNDING);
  }

  private static Optional<LipschitzBound> bound(
      Problem problem,
      OptionalDouble given,
      OptionalDouble declared,
      Optional<CertifiedBound> certified,
      long seed) {
    if (certified.isPresent()) {
      if (given.isPresent() && given.getAsDouble() < certified.get().lower()) {
        throw refuted(given.getAsDouble(), certified.get());
      }
      return Optional.of(settled(declared, certified.get()));
    }
    return declared.isPresent()
        ? Optional.of(new LipschitzBound(declared.getAsDouble(), Status.DECLARED))
        : LipschitzEstimate.on(problem.objective(), problem.domain(), seed);
  }

  private static LipschitzBound settled(OptionalDouble declared, CertifiedBound certified) {
    double claim = declared.orElse(certified.upper());
    if (claim >= certified.upper() * (1 - ROUNDING)) {
      return new LipschitzBound(Math.max(claim, certified.upper()), Status.CERTIFIED);
    }
    return claim < certified.lower()
        ? new LipschitzBound(certified.upper(), Status.CERTIFIED)
        : new LipschitzBound(claim, Status.DECLARED);
  }

  private static IllegalArgumentException refuted(double given, CertifiedBound certified) {
    return new IllegalArgumentException(
        "lipschitz is %s, but the Hessian has the norm %s at %s.%n"
                .formatted(given, certified.lower(), Arrays.toString(certified.witness()))
            + "Maybe leave the key out: L is certified to be at most %s."
                .formatted(certified.upper()));
  }

  private static String forCoordinates(int dimension) {
    return dimension == 1
        ? "."
        : " for each of its %d coordinates, or one for all of them.".formatted(dimension);
  }
}
