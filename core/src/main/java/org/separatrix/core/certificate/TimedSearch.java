package org.separatrix.core.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.task.TaskPool;

/** Looks around several things at once, until the time of an effort is over. */
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
   * Looks around each thing that comes before the time is over.
   *
   * @param things around what
   * @param search finds any number of regions around one
   * @return for each thing what was found, nothing where the time was over
   * @throws CancellationException if the effort was cancelled meanwhile
   */
  <T, R> List<List<R>> around(List<T> things, Function<T, List<R>> search) {
    List<Supplier<List<R>>> searches = new ArrayList<>();
    for (T thing : things) {
      searches.add(() -> isOver() ? List.of() : search.apply(thing));
    }
    return pool.all(searches);
  }

  private boolean isOver() {
    if (effort.isCancelled().getAsBoolean()) {
      throw new CancellationException("cancelled while regions were looked for");
    }
    return System.nanoTime() - end > 0;
  }
}
