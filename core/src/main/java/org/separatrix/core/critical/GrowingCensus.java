package org.separatrix.core.critical;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.task.TaskPool;

/**
 * The critical points of an objective while its cells run: runs may end at points that the search
 * did not find. Ids are final when all cells are done. What is found out about a point is worked
 * out once, however often the census grows.
 */
public final class GrowingCensus {
  private final PointFunction function;
  private final Optional<ProvenPoints> proven;
  private Census census;

  private GrowingCensus(PointFunction function, Optional<ProvenPoints> proven, Census census) {
    this.function = function;
    this.proven = proven;
    this.census = census;
  }

  /**
   * Starts with the points that a search finds, and those that are proven to exist.
   *
   * @param problem the objective
   * @param seed shifts the samples of the search
   * @param certified what is proven of the critical points in the domain, if anything
   * @param pool does the work
   * @param cancelled is asked now and then, by several threads, whether to stop
   * @throws CancellationException if it was told to stop
   */
  public static GrowingCensus search(
      Problem problem,
      long seed,
      Optional<SeparableCensus> certified,
      TaskPool pool,
      BooleanSupplier cancelled) {
    PointFunction function = new PointFunction(problem, cancelled);
    Optional<ProvenPoints> proven = certified.map(census -> new ProvenPoints(census, function));
    Census found = new CriticalPointSearch(problem, function, seed, pool, proven).search();
    return new GrowingCensus(function, proven, applied(proven, found));
  }

  /**
   * Starts with points that are known from elsewhere.
   *
   * @param census the points
   */
  public static GrowingCensus of(Census census) {
    return new GrowingCensus(new PointFunction(census.problem()), Optional.empty(), census);
  }

  private static Census applied(Optional<ProvenPoints> proven, Census census) {
    return proven.map(points -> points.applied(census)).orElse(census);
  }

  /** Returns what is proven of the critical points in the domain, if anything. */
  public Optional<SeparableCensus> certified() {
    return proven.map(ProvenPoints::census);
  }

  /** Returns the points so far. */
  public Census census() {
    return census;
  }

  /**
   * Takes in points found at the ends of runs, and tells whether there were any.
   *
   * @param found the points, perhaps several times
   */
  public boolean add(List<CriticalPoint> found) {
    if (found.isEmpty()) {
      return false;
    }
    census = applied(proven, CriticalPointSearch.merged(census, found, function));
    function.forgetAllBut(census.points());
    return true;
  }

  /** Tells which points those are that were in this census, or were found, at any time. */
  public Representatives representatives() {
    return new Representatives(census);
  }

  /**
   * Prepares decisions by the points so far.
   *
   * @param optimizer the method of the cell
   * @param stop when the runs of the cell stop
   * @param continuation runs the method on
   */
  public Limits limits(Optimizer optimizer, StopRule stop, Continuation continuation) {
    return limits(optimizer, stop, continuation, Optional.empty());
  }

  /**
   * Prepares decisions by the points so far, and by what is proven of the method.
   *
   * @param optimizer the method of the cell
   * @param stop when the runs of the cell stop
   * @param continuation runs the method on
   * @param certificate what is proven of the method, if anything
   */
  public Limits limits(
      Optimizer optimizer,
      StopRule stop,
      Continuation continuation,
      Optional<MethodCertificate> certificate) {
    return new Limits(
        census, function, this::excludes, optimizer, stop, continuation, certificate, List.of());
  }

  /**
   * Prepares the same decisions by the points so far.
   *
   * @param limits decisions by the points that this census had once
   */
  public Limits grown(Limits limits) {
    return limits.with(census);
  }

  private boolean excludes(double[] x) {
    return proven.isPresent() && proven.get().excludes(x);
  }
}
