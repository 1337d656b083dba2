package org.separatrix.core.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.task.TaskPool;

/** Looks for regions around several points at once, until the time of an effort is over. */
final class TimedSearch {
  private final Effort effort;
  private final TaskPool pool;
  private final long end;

  /** Begins now. */
  TimedSearch(Effort effort, TaskPool pool) {
    this.effort = effort;
    this.pool = pool;
    end = System.nanoTime() + effort.time().toNanos();
  }

  /**
   * Looks around each point of a kind among the first {@value KnownPoints#MOST_LISTED}, if it comes
   * before the time is over.
   *
   * @param points the points
   * @param kind tells around which of them
   * @param search finds any number of regions around a point, of which a small box is given that
   *     contains it
   * @return what was found, in the order of the points
   * @throws CancellationException if the effort was cancelled meanwhile
   */
  <R> List<R> around(
      List<CertifiedPoint> points,
      Predicate<CertifiedPoint> kind,
      Function<IntervalVector, List<R>> search) {
    List<Supplier<List<R>>> searches = new ArrayList<>();
    points.stream()
        .limit(KnownPoints.MOST_LISTED)
        .filter(kind)
        .map(CertifiedPoint::enclosure)
        .forEach(point -> searches.add(() -> isOver() ? List.of() : search.apply(point)));
    return pool.all(searches).stream().flatMap(List::stream).toList();
  }

  private boolean isOver() {
    if (effort.isCancelled().getAsBoolean()) {
      throw new CancellationException("cancelled while regions were looked for");
    }
    return System.nanoTime() - end > 0;
  }
}
