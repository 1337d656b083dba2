package org.separatrix.core.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Objective;

/**
 * The chunks of an ensemble, each worked up by the thread that ran it, in the order of their runs,
 * of which a few are in work or done ahead of the one to be taken next. Used by one thread, which
 * is not one of the workers.
 */
final class ChunkQueue<T> {
  private static final long FEWEST_RUNS = 64;
  private static final long MOST_RUNS = 16_384;
  private static final long MOST_NUMBERS = 1L << 20;
  private static final long CHUNKS = 32;
  private static final long POLL_MILLISECONDS = 20;

  private final String name;
  private final Objective objective;
  private final long runs;
  private final Work<T> work;
  private final int ahead;
  private final Executor workers;
  private final Queue<Chunk<T>> submitted = new ArrayDeque<>();
  private long taken;
  private long nextRun;

  /** Where there is no memory left, that may not be told in a chunk's result, which takes some. */
  private volatile @Nullable OutOfMemoryError exhausted;

  /** Of the runs first ... runs - 1. */
  ChunkQueue(
      String name,
      Objective objective,
      long first,
      long runs,
      Work<T> work,
      int ahead,
      Executor workers) {
    this.name = name;
    this.objective = objective;
    this.runs = runs;
    this.work = work;
    this.ahead = ahead;
    this.workers = workers;
    taken = first;
    nextRun = first;
  }

  /**
   * Returns the number of the first run after the chunk that a run is in. The grid of chunks does
   * not depend on how many runs there are: a chunk has a thirty-second of the runs before it, but
   * at least 64, or as many as the lanes that the objective asks for, and at most 16,384 or what
   * fits into 8 MB, all times powers of two.
   */
  static long chunkEnd(long run, int dimension, int laneGroup) {
    long size = Math.max(FEWEST_RUNS, laneGroup);
    long most = Math.min(MOST_RUNS, MOST_NUMBERS / (2L * dimension + 3));
    while (2 * size <= most && 2 * size * CHUNKS <= run) {
      size *= 2;
    }
    return (run / size + 1) * size;
  }

  /** Returns the number of the run that comes after those that have been taken out. */
  long taken() {
    return taken;
  }

  /**
   * Waits for the next chunk and takes it out.
   *
   * @param cancelled is asked again and again whether to go on waiting
   * @return the chunk, or null if all have been taken out or it is cancelled, here or in its work
   */
  @Nullable T take(BooleanSupplier cancelled) throws InterruptedException {
    while (submitted.size() < ahead && nextRun < runs) {
      long first = nextRun;
      int count = (int) (Math.min(runs, chunkEnd(first)) - first);
      submitted.add(
          new Chunk<>(count, CompletableFuture.supplyAsync(() -> run(first, count), workers)));
      nextRun += count;
    }
    while (taken < runs && !cancelled.getAsBoolean()) {
      try {
        Chunk<T> head = submitted.element();
        T result = head.result.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        submitted.remove();
        taken += head.size;
        return result;
      } catch (TimeoutException stillRunning) {
        OutOfMemoryError tooMuch = exhausted;
        if (tooMuch != null) {
          throw failed(tooMuch);
        }
      } catch (ExecutionException failure) {
        if (failure.getCause() instanceof CancellationException) {
          return null;
        }
        throw failed(failure.getCause());
      }
    }
    return null;
  }

  /**
   * Takes out the next chunk if it is finished. To be called when the workers have been stopped.
   *
   * @return the chunk, or null if the run that comes next was not finished
   */
  @Nullable T takeFinished() {
    Chunk<T> head = submitted.poll();
    try {
      T result = head == null ? null : head.result.getNow(null);
      taken += result == null || head == null ? 0 : head.size;
      return result;
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof CancellationException) {
        return null;
      }
      throw failed(failure.getCause());
    }
  }

  private T run(long first, int count) {
    try {
      return work.run(first, count);
    } catch (OutOfMemoryError tooMuch) {
      exhausted = tooMuch;
      throw tooMuch;
    }
  }

  private long chunkEnd(long run) {
    return chunkEnd(run, objective.dimension(), objective.laneGroup());
  }

  /** What is done with consecutive runs. */
  @FunctionalInterface
  interface Work<T> {
    /** Runs the runs first ... first + count - 1. */
    T run(long first, int count);
  }

  /** Runs that are in work or done. */
  private record Chunk<T>(int size, CompletableFuture<T> result) {}

  private EnsembleException failed(@Nullable Throwable cause) {
    long last = Math.min(runs, chunkEnd(taken)) - 1;
    return new EnsembleException(name, taken, last, cause);
  }
}
