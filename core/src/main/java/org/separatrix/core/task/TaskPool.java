package org.separatrix.core.task;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does tasks that do not depend on each other on a fixed number of threads. */
public final class TaskPool {
  private static final TaskPool SEQUENTIAL = new TaskPool(1);

  private final int threads;

  /** Its threads are made when they are needed, and end when they are idle for a minute. */
  private final ForkJoinPool pool;

  /**
   * Creates a pool.
   *
   * @param threads number of threads, at least 1
   */
  public TaskPool(int threads) {
    this.threads = threads;
    pool = new ForkJoinPool(threads);
  }

  /** Returns the number of threads. */
  public int threads() {
    return threads;
  }

  /** Returns one that does tasks one after the other, on the calling thread. */
  public static TaskPool sequential() {
    return SEQUENTIAL;
  }

  /**
   * Does tasks, each of which may have others done.
   *
   * @param tasks the tasks
   * @param <T> what a task returns
   * @return what they returned, in their order
   * @throws CancellationException if the thread is interrupted, which it then still is
   */
  public <T> List<T> all(List<? extends Supplier<? extends T>> tasks) {
    if (threads == 1 || tasks.size() <= 1) {
      return tasks.stream().<T>map(Supplier::get).toList();
    }
    AtomicBoolean failed = new AtomicBoolean();
    List<ForkJoinTask<Outcome<T>>> forked =
        tasks.stream().map(task -> ForkJoinTask.adapt(() -> Outcome.<T>of(task, failed))).toList();
    if (ForkJoinTask.getPool() == pool) {
      ForkJoinTask.invokeAll(forked);
    } else {
      await(forked);
    }
    // The pool itself would throw copies, with other messages.
    forked.forEach(task -> task.join().rethrow());
    return forked.stream().<T>map(task -> task.join().value()).toList();
  }

  private <T> void await(List<ForkJoinTask<Outcome<T>>> tasks) {
    try {
      pool.submit(() -> ForkJoinTask.invokeAll(tasks)).get();
    } catch (InterruptedException stop) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What became of a task. */
  private record Outcome<T>(@Nullable T result, @Nullable Throwable thrown) {
    /** Does a task, unless another has failed. */
    static <T> Outcome<T> of(Supplier<? extends T> task, AtomicBoolean failed) {
      try {
        return new Outcome<>(failed.get() ? null : task.get(), null);
      } catch (RuntimeException | Error thrown) {
        failed.set(true);
        return new Outcome<>(null, thrown);
      }
    }

    void rethrow() {
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      if (thrown instanceof Error error) {
        throw error;
      }
    }

    T value() {
      return Objects.requireNonNull(result);
    }
  }
}
