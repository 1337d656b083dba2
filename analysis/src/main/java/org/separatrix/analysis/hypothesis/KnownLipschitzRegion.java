package org.separatrix.analysis.hypothesis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Regions;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;

/**
 * The hypothesis that the runs stay where the bound on L holds.
 *
 * <p>The theorem of Lee et al. (2016) wants L on all of R^d; Panageas and Piliouras (2016) replace
 * this by an open convex set that the map does not leave. A bound that the author of the objective
 * declares without a domain holds everywhere. Otherwise the bound is known on the domain. If a step
 * is proven to map that into itself, runs that start in it stay; else a sample of runs from the
 * cell's own start shows whether they leave it.
 */
public final class KnownLipschitzRegion {
  /** The name of this hypothesis. */
  public static final String NAME = "runs stay where L is known";

  private static final int SAMPLE = 1000;

  private KnownLipschitzRegion() {}

  /**
   * Checks the hypothesis.
   *
   * @param cell the objective, the method, the start and when runs stop
   * @param laboratory runs the sample
   */
  public static Hypothesis check(CellResult cell, Laboratory laboratory) {
    Problem problem = cell.problem();
    Optional<CellCertificate> certificate = cell.certificate();
    if (certificate.isPresent() && proves(certificate.get(), cell.runs())) {
      return new Hypothesis(NAME, Status.CERTIFIED, certificate.get().invarianceDetail());
    }
    if (holdsEverywhere(problem)) {
      return new Hypothesis(NAME, Status.DECLARED, "L is declared on all of R^d");
    }
    long available = Math.min(cell.runs(), cell.start().count().orElse(Long.MAX_VALUE));
    int count = (int) Math.min(SAMPLE, available);
    StopRule stop = cell.stop().within(Regions.box(problem.domain()));
    Runs runs =
        laboratory.run(
            "stay-in-domain/" + cell.id(), problem, cell.optimizer(), cell.start(), count, stop);
    long left = 0;
    for (Termination termination : runs.termination()) {
      left += leaves(termination) ? 1 : 0;
    }
    return left == 0
        ? new Hypothesis(
            NAME,
            Status.ESTIMATED,
            "0 of %s sampled runs left the domain".formatted(Numbers.count(count)))
        : new Hypothesis(
            NAME,
            Status.VIOLATED,
            "%s of %s sampled runs left the domain"
                .formatted(Numbers.percent((double) left / count), Numbers.count(count)));
  }

  private static boolean proves(CellCertificate certificate, long runs) {
    return certificate.invariance() == Status.CERTIFIED && certificate.startedInside() == runs;
  }

  private static boolean leaves(Termination termination) {
    return switch (termination) {
      case LEFT_DOMAIN, DIVERGED, NON_FINITE -> true;
      case GRADIENT_TOLERANCE, BUDGET, STOPPED_BY_METHOD -> false;
    };
  }

  private static boolean holdsEverywhere(Problem problem) {
    Landscape landscape = problem.objective().landscape();
    OptionalDouble declared = landscape.lipschitz();
    return landscape.domain().isEmpty()
        && declared.isPresent()
        && problem.lipschitz().isPresent()
        && problem.lipschitz().get().value() >= declared.getAsDouble();
  }
}
