package org.separatrix.core.certificate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.IntervalDifferentiable;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.CertifiedBound;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.bound.ForwardInvariance;
import org.separatrix.core.bound.HessianBounds;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.bound.InvariantSteps;
import org.separatrix.core.census.BlockCensus;
import org.separatrix.core.census.CensusMonitor;
import org.separatrix.core.census.CensusSearch;
import org.separatrix.core.census.CensusSettings;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.EnclosedObjective;
import org.separatrix.core.interval.FormulaBlock;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.interval.ThirdDerivatives;

/**
 * Certifies facts about an objective on its domain, by its interval extension.
 *
 * <p>What is out of reach is not tried: bounds in more than 64 dimensions or of a Hessian with more
 * than 512 entries that do not vanish, and a census of a function that mixes more than 6 variables.
 * Since a box costs more the more variables are mixed, fewer are examined then, so that the limit
 * in boxes, not the one in time, decides what is reached.
 */
public final class Certifier {
  private static final int MOST_DIMENSIONS = 64;
  private static final int MOST_ENTRIES = 512;
  private static final int MOST_MIXED = 6;

  /** Up to so many products of variables and entries of the Hessian all boxes are examined. */
  private static final long CHEAP = 8;

  private final Objective objective;
  private final IntervalExtension extension;
  private final IntervalVector domain;
  private final Effort effort;

  private Certifier(
      Objective objective, IntervalExtension extension, IntervalVector domain, Effort effort) {
    this.objective = objective;
    this.extension = extension;
    this.domain = domain;
    this.effort = effort;
  }

  /**
   * Returns a certifier.
   *
   * @param objective the objective
   * @param domain where
   * @param effort how close bounds shall be, and what may be spent on each fact
   * @return empty if the objective has no interval extension, or is too large
   */
  public static Optional<Certifier> of(Objective objective, Box domain, Effort effort) {
    if (objective.dimension() > MOST_DIMENSIONS) {
      return Optional.empty();
    }
    IntervalVector box = IntervalVector.of(domain);
    return extension(objective)
        .map(each -> new Certifier(objective, each, box, effort))
        .filter(each -> each.entries() <= MOST_ENTRIES);
  }

  private static Optional<IntervalExtension> extension(Objective objective) {
    if (objective instanceof CompiledFormula formula) {
      return Optional.of(new IntervalFormula(formula));
    }
    return objective instanceof IntervalDifferentiable enclosed
        ? Optional.of(new EnclosedObjective(enclosed))
        : Optional.empty();
  }

  /** Returns the objective. */
  public Objective objective() {
    return objective;
  }

  /** Returns the interval extension of the objective. */
  public IntervalExtension extension() {
    return extension;
  }

  /** Returns the domain. */
  public IntervalVector domain() {
    return domain;
  }

  /**
   * Returns what certifies facts on another domain.
   *
   * @param place a part of space, perhaps a single point, bounded and not empty
   */
  public Certifier at(IntervalVector place) {
    return new Certifier(objective, extension, place, effort);
  }

  int dimension() {
    return domain.dimension();
  }

  Effort effort() {
    return effort;
  }

  /** Bounds the Lipschitz constant L of the gradient on the domain. */
  public CertifiedBound lipschitz() {
    return bounds().gradientLipschitz();
  }

  /** Bounds the smallest eigenvalue of the Hessian on the domain. */
  public CertifiedBound smallestEigenvalue() {
    return bounds().smallestEigenvalue();
  }

  /** Bounds the largest eigenvalue of the Hessian on the domain. */
  public CertifiedBound largestEigenvalue() {
    return bounds().largestEigenvalue();
  }

  /** Bounds the Lipschitz constant of the Hessian, if third derivatives are known. */
  public Optional<CertifiedBound> hessianLipschitz() {
    return extension instanceof ThirdDerivatives
        ? Optional.of(bounds().hessianLipschitz())
        : Optional.empty();
  }

  /** Decides whether a method maps the domain into itself. */
  public Invariance invariance(LinearMethod method) {
    Effort each = share(scaledEffort(), method.b().length * dimension());
    return objective instanceof CompiledFormula formula
        ? ForwardInvariance.of(method, formula, domain, each)
        : ForwardInvariance.of(method, extension, domain, each);
  }

  /** Returns what each of several components may take, so that all of them keep the limits. */
  private static Effort share(Effort all, int components) {
    return new Effort(
        all.relativeGap(),
        Math.max(1, all.boxes() / components),
        all.time().dividedBy(components),
        all.isCancelled());
  }

  /** Looks for the largest step size of a method for which it maps the domain into itself. */
  public InvariantSteps invariantSteps(LinearMethod method) {
    return objective instanceof CompiledFormula formula
        ? InvariantSteps.of(method, formula, domain, effort)
        : InvariantSteps.of(method, extension, domain, effort);
  }

  private HessianBounds bounds() {
    return new HessianBounds(extension, domain, scaledEffort());
  }

  /** Returns the effort with fewer boxes for a function that mixes more variables. */
  Effort scaledEffort() {
    double cost = Math.max(1, (double) mixedVariables() * entries() / CHEAP);
    return effort.withBoxes(Math.max(1, (long) (effort.boxes() / cost)));
  }

  /** Returns how many entries of the Hessian do not vanish throughout the domain. */
  private int entries() {
    IntervalMatrix hessian = extension.hessian(domain).range();
    int entries = 0;
    for (int i = 0; i < hessian.rows(); i++) {
      for (int j = 0; j < hessian.columns(); j++) {
        entries += hessian.get(i, j).equals(Interval.ZERO) ? 0 : 1;
      }
    }
    return entries;
  }

  /**
   * Finds all critical points in the domain, or says where others may be.
   *
   * @param threads number of threads, on which the result does not depend
   * @return empty if the function mixes too many variables
   */
  public Optional<SeparableCensus> census(int threads) {
    CensusSettings settings =
        CensusSettings.standard()
            .withThreads(threads)
            .withBoxes(effort.boxes())
            .withTime(effort.time());
    CensusMonitor monitor = new CensusMonitor(progress -> {}, effort.isCancelled());
    if (mixedVariables() > MOST_MIXED) {
      return Optional.empty();
    }
    return Optional.of(
        extension instanceof IntervalFormula formula
            ? SeparableCensus.run(formula, domain, settings, monitor)
            : new SeparableCensus(
                domain,
                List.of(
                    new BlockCensus(
                        variables(), CensusSearch.run(extension, domain, settings, monitor)))));
  }

  private int mixedVariables() {
    return extension instanceof IntervalFormula formula
        ? formula.blocks().stream()
            .map(FormulaBlock::variables)
            .mapToInt(List::size)
            .max()
            .orElseThrow()
        : extension.dimension();
  }

  private List<Integer> variables() {
    return IntStream.range(0, extension.dimension()).boxed().toList();
  }
}
