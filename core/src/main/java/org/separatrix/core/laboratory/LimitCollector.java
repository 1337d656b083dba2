package org.separatrix.core.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.EnsembleLimits;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.critical.Continuation;
import org.separatrix.core.critical.GrowingCensus;
import org.separatrix.core.critical.Limits;
import org.separatrix.core.critical.Representatives;
import org.separatrix.core.critical.RunLimits;

/**
 * Collects the limits of an ensemble's runs, chunk by chunk, and forgets their ends.
 *
 * <p>A run may end at a point that was not known: the chunks after it are decided with it, so what
 * comes out depends on the order of the runs alone, which is that of their numbers.
 */
final class LimitCollector {
  private final Census known;
  private final GrowingCensus census;
  private final Optimizer optimizer;
  private final StopRule stop;
  private final Continuation continuation;
  private final int[] labels;
  private final Map<CriticalPoint, Integer> numbers = new LinkedHashMap<>();
  private int size;

  /** Read by all workers. */
  private volatile Limits limits;

  /**
   * Makes room.
   *
   * @param known the critical points known
   * @param optimizer the method
   * @param stop when its runs stop
   * @param continuation runs the method on
   * @param runs number of runs of all chunks together
   */
  LimitCollector(
      Census known, Optimizer optimizer, StopRule stop, Continuation continuation, int runs) {
    this.known = known;
    this.optimizer = optimizer;
    this.stop = stop;
    this.continuation = continuation;
    census = GrowingCensus.of(known);
    labels = new int[runs];
    limits = census.limits(optimizer, stop, continuation);
  }

  /** A chunk, decided by the points that were known then. */
  record Decided(Runs chunk, Limits limits, RunLimits outcome) {}

  /** Decides a chunk, on any thread. */
  Decided decide(Runs chunk) {
    Limits now = limits;
    return new Decided(chunk, now, now.decide(chunk));
  }

  /** Takes the next chunk in; it is decided anew if points were found before it meanwhile. */
  void accept(Decided decided) {
    RunLimits outcome =
        decided.limits() == limits ? decided.outcome() : limits.decide(decided.chunk());
    for (int limit : outcome.limits()) {
      labels[size++] = label(limit, outcome.points());
    }
    if (census.add(outcome.found())) {
      limits = census.limits(optimizer, stop, continuation);
    }
  }

  private int label(int limit, List<CriticalPoint> points) {
    return switch (limit) {
      case RunLimits.NONE -> EnsembleLimits.NONE;
      case RunLimits.UNRESOLVED -> EnsembleLimits.UNRESOLVED;
      case RunLimits.UNLISTED -> EnsembleLimits.UNLISTED;
      default -> numbers.computeIfAbsent(points.get(limit), point -> numbers.size());
    };
  }

  /** Returns the limits of all runs, once all chunks have been taken in. */
  EnsembleLimits limits() {
    Representatives representatives = census.representatives();
    Map<CriticalPoint, Integer> indices = new LinkedHashMap<>();
    List<CriticalPoint> points = new ArrayList<>(known.points());
    for (int i = 0; i < points.size(); i++) {
      indices.putIfAbsent(representatives.of(points.get(i)), i);
    }
    int[] index = new int[numbers.size()];
    numbers.forEach(
        (point, number) -> {
          CriticalPoint settled = representatives.of(point);
          index[number] = indices.computeIfAbsent(settled, added -> added(points, added));
        });
    return new EnsembleLimits(
        points,
        known.points().size(),
        Arrays.stream(labels).map(label -> label < 0 ? label : index[label]).toArray());
  }

  /** Points beyond the census are numbered apart: their ids there would name others. */
  private int added(List<CriticalPoint> points, CriticalPoint point) {
    points.add(point.withId("new" + (points.size() - known.points().size() + 1)));
    return points.size() - 1;
  }
}
