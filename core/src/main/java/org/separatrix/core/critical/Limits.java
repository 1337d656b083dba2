package org.separatrix.core.critical;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.certificate.EndRegions;
import org.separatrix.core.certificate.MethodCertificate;

/**
 * Decides which critical point each run of a cell went to.
 *
 * <p>A run that ended where it is certified to go to a minimum goes there. Any other end is matched
 * to a known critical point, or refined by Newton's method to one, which may be new. To stop near a
 * point is not yet to go there:
 *
 * <ul>
 *   <li>Where a negative eigenvalue is so small that a step multiplies its direction by 1 to
 *       rounding, a run that stopped tells nothing.
 *   <li>If no direction at the point expands under the method, a run that stopped there by its
 *       gradient or by the method's own criterion goes there. One whose budget ended goes there
 *       only if all directions contract and the end is in the linear regime; under a method that
 *       draws random numbers it is run on, and must stay in the neighbourhood for as long as errors
 *       take to be forgotten many times over, or, if the method has no linearization to tell that,
 *       as its budget allows once more: noise may have brought it there by chance.
 *   <li>Momentum may carry a run through a point that attracts it. While the linear law does not
 *       bound its way, or, for a while, if the method has memory and no linearization, it is run
 *       on; if it leaves, it goes on by its rule, as from a saddle.
 *   <li>At a degenerate point, one that is below the point already does not go there.
 *   <li>If some direction expands (at a strict saddle, a maximum, or a minimum with too large a
 *       step), the run's component along it counts. Where it is zero, or cannot be told from zero,
 *       the run hits the point. Otherwise the linear law says when the run leaves, and it is run
 *       on, with no regard to its gradient, for half as long again; if it leaves, it goes on by its
 *       original rule, and its next end decides. If it stays, it is unresolved.
 *   <li>Runs that diverged, left their region or became non-finite have no limit. One that stopped
 *       where f is not a finite number is unresolved: a point outside the domain of f is no limit.
 * </ul>
 *
 * <p>Only so many points can be kept ({@link CriticalPointSearch#mostPoints}). Once they are, a run
 * that stopped near another one goes to an unlisted minimum, if that is certified, or if there is a
 * strict one near its end and the dimension is not too high; else it is unresolved.
 *
 * <p>A run is run on with the memory that it had. Instances serve several threads at once; what
 * they decide for a run depends on that run and those before it in its chunk.
 */
public final class Limits {
  /** A run that comes back to saddles more often than this stays unresolved. */
  private static final int MOST_ROUNDS = 20;

  /** How far Newton's method may move an end, relative to the length scale. */
  static final double NEAR = 0.1;

  private final Census census;
  private final PointFunction function;
  private final Predicate<double[]> excluded;
  private final Optimizer optimizer;
  private final StopRule stop;
  private final Continuation continuation;
  private final Optional<MethodCertificate> certificate;
  private final Anchors describing;
  private final List<Anchor> anchors;
  private final LimitRule rule;
  private final UnlistedMinima unlisted;
  private final ProvenLimits proven;

  /**
   * Prepares decisions.
   *
   * @param census the points known so far
   * @param optimizer the method of the cell
   * @param stop when the runs of the cell stop
   * @param continuation runs the method on
   */
  public Limits(Census census, Optimizer optimizer, StopRule stop, Continuation continuation) {
    this(
        census,
        new PointFunction(census.problem()),
        x -> false,
        optimizer,
        stop,
        continuation,
        Optional.empty(),
        List.of());
  }

  Limits(
      Census census,
      PointFunction function,
      Predicate<double[]> excluded,
      Optimizer optimizer,
      StopRule stop,
      Continuation continuation,
      Optional<MethodCertificate> certificate,
      List<Anchor> earlier) {
    this.excluded = excluded;
    this.census = census;
    this.function = function;
    this.optimizer = optimizer;
    this.stop = stop;
    this.continuation = continuation;
    this.certificate = certificate;
    describing = new Anchors(function, optimizer);
    anchors = describing.among(census.points(), earlier);
    rule = new LimitRule(optimizer, stop);
    unlisted = new UnlistedMinima(function, optimizer);
    proven = new ProvenLimits(function, certificate, anchors, anchors.size() >= mostPoints());
  }

  /**
   * Returns the decisions by another census of the same objective; what the method does at points
   * that both have is not worked out again.
   *
   * @param grown the points that are known by now
   */
  Limits with(Census grown) {
    return new Limits(
        grown, function, excluded, optimizer, stop, continuation, certificate, anchors);
  }

  /**
   * Decides the limits of a chunk of runs.
   *
   * @param runs the chunk; not modified
   */
  public RunLimits decide(Runs runs) {
    return decide(runs, Optional.empty(), new EndRefinements());
  }

  /**
   * Decides the limits of a chunk of runs, some of which may be proven.
   *
   * @param runs the chunk; not modified
   * @param ends the regions of these runs, by the certificate that this was prepared with, if any
   * @param refinements what earlier decisions of this chunk found from its ends
   */
  public RunLimits decide(Runs runs, Optional<EndRegions> ends, EndRefinements refinements) {
    return new LimitDecision(this, runs, refinements).decide(ends);
  }

  /**
   * Returns how many gradients runs take at most that were run on and left, besides one for each of
   * their steps and one at their ends: where they are run on, and where they go on by their rule.
   *
   * @param runs number of runs
   */
  public static long mostGradientsBetweenSteps(long runs) {
    return 2L * MOST_ROUNDS * runs;
  }

  /**
   * Tells whether runs to minima are recognized for which the census has no room.
   *
   * @param dimension number of coordinates
   */
  public static boolean tellsUnlistedMinima(int dimension) {
    return dimension <= UnlistedMinima.MOST_COORDINATES;
  }

  PointFunction function() {
    return function;
  }

  List<Anchor> anchors() {
    return anchors;
  }

  Census census() {
    return census;
  }

  /** Returns what is proven of ends. */
  ProvenLimits proven() {
    return proven;
  }

  /** Runs on some of the runs that stopped. */
  RunOn runOn(Runs stopped, int round) {
    return new RunOn(continuation, optimizer.isDeterministic(), stop, stopped, round);
  }

  /** Returns the rule by which runs that stopped near a point are judged. */
  LimitRule rule() {
    return rule;
  }

  /** Returns what is told of ends for which the census has no room. */
  UnlistedMinima unlisted() {
    return unlisted;
  }

  int mostPoints() {
    return CriticalPointSearch.mostPoints(function.dimension());
  }

  int mostRounds() {
    return MOST_ROUNDS;
  }

  /** Describes a point among others. */
  Anchor anchor(CriticalPoint point, List<CriticalPoint> others) {
    return describing.of(point, others);
  }

  /** Finds the representative of the continuum that an end leads to, if that is sure. */
  Optional<FoundPoint> onContinuum(double[] end, PointSet points) {
    if (!points.hasNullDirections()) {
      return Optional.empty();
    }
    return new ContinuumProjection(function)
        .of(end)
        .filter(point -> function.isWithin(point.x(), end, NEAR))
        .flatMap(points::representative);
  }

  /** Finds the critical point that an end leads to by Newton's method, if it is near. */
  Optional<RefinedPoint> refine(double[] end, EndRefinements refinements) {
    return refinements
        .from(end, function)
        .filter(point -> function.isWithin(point.x(), end, NEAR) && !excluded.test(point.x()));
  }
}
