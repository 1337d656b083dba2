package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.separatrix.core.interval.IntervalVector;

/** Threads that examine the boxes of a generation, each box by itself. */
final class BoxWorkers implements AutoCloseable {
  private final BoxExamination examination;
  private final BooleanSupplier isEnded;
  private final int threads;
  private final ExecutorService executor;

  /**
   * Starts the threads besides the one that calls.
   *
   * @param examination what is done with a box
   * @param isEnded is asked before each box; once true, no further one is begun
   * @param threads number of threads, that of the caller included
   */
  BoxWorkers(BoxExamination examination, BooleanSupplier isEnded, int threads) {
    this.examination = examination;
    this.isEnded = isEnded;
    this.threads = threads;
    executor =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "separatrix-census");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Examines boxes.
   *
   * @return what follows for each box in order; nothing for those that were not begun
   */
  List<List<BoxExamination.Outcome>> examine(List<IntervalVector> boxes) {
    BoxExamination.Outcome[] outcomes = new BoxExamination.Outcome[boxes.size()];
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> helpers = new ArrayList<>();
    for (int n = 1; n < Math.min(threads, boxes.size()); n++) {
      helpers.add(executor.submit(() -> work(boxes, outcomes, next)));
    }
    try {
      work(boxes, outcomes, next);
    } finally {
      helpers.forEach(BoxWorkers::await);
    }
    return Arrays.stream(outcomes)
        .map(outcome -> outcome == null ? List.<BoxExamination.Outcome>of() : List.of(outcome))
        .toList();
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void work(
      List<IntervalVector> boxes, BoxExamination.Outcome[] outcomes, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < outcomes.length; i = next.getAndIncrement()) {
      if (isEnded.getAsBoolean()) {
        return;
      }
      outcomes[i] = examination.examine(boxes.get(i));
    }
  }

  private static void await(Future<?> helper) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.get();
        break;
      } catch (InterruptedException interruption) {
        interrupted = true;
      } catch (ExecutionException failure) {
        throw new IllegalStateException("a box could not be examined", failure.getCause());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
