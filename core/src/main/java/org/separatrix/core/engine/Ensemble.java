package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.objective.Objective;

/**
 * Runs many runs on a fixed number of threads, and hands them on in the order of their numbers.
 *
 * <p>The runs are divided into chunks by their number and the dimension alone, so what the consumer
 * sees depends neither on the number of threads nor on how many runs there are. A few chunks for
 * each thread are in work or wait to be handed on, so memory is bounded however slow the consumer
 * is.
 */
public final class Ensemble {
  private static final int CHUNKS_AHEAD = 4;
  private static final long PATIENCE_SECONDS = 5;

  private final int threads;

  /**
   * Creates an ensemble.
   *
   * @param threads number of threads that run, at least 1
   */
  public Ensemble(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ": it must be at least 1");
    }
    this.threads = threads;
  }

  /** Returns the number of threads that run. */
  public int threads() {
    return threads;
  }

  /**
   * How far an ensemble came.
   *
   * @param runs number of the run that comes after those that the consumer was given
   * @param cancelled whether it ended before all were done
   */
  public record Completion(long runs, boolean cancelled) {}

  /**
   * Runs the runs first ... end - 1.
   *
   * @param name names the experiment in the message of an exception
   * @param engine runs them
   * @param first number of the first run, at which a chunk must begin, see {@link #chunkEnd}
   * @param end number of the run after the last, at least that of the first
   * @param <T> what becomes of a chunk
   * @param work is given each chunk of consecutive runs, on the thread that ran it
   * @param consumer is given what the work returned, in order, on the calling thread
   * @param progress is told the number of the run that comes next, after each chunk, on the calling
   *     thread
   * @param cancelled is asked again and again, on the calling thread, whether to stop; an interrupt
   *     of that thread stops as well, and leaves it interrupted
   * @return how far it came; the consumer has been given all that was finished without a gap
   * @throws EnsembleException if the objective, the method, the start or the work throws; the
   *     consumer has been given the chunks before, and all threads have been told to stop
   */
  public <T> Completion run(
      String name,
      Engine engine,
      long first,
      long end,
      Function<Runs, T> work,
      Consumer<T> consumer,
      LongConsumer progress,
      BooleanSupplier cancelled) {
    return run(
        name,
        engine.objective(),
        first,
        end,
        (from, count) -> work.apply(engine.run(from, count)),
        consumer,
        progress,
        cancelled);
  }

  private <T> Completion run(
      String name,
      Objective objective,
      long first,
      long end,
      ChunkQueue.Work<T> work,
      Consumer<T> consumer,
      LongConsumer progress,
      BooleanSupplier cancelled) {
    if (first < 0 || end < first) {
      throw new IllegalArgumentException("runs " + first + " to " + end + ": there are none such");
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads, new DaemonThreads());
    ChunkQueue<T> chunks =
        new ChunkQueue<>(name, objective, first, end, work, CHUNKS_AHEAD * threads, workers);
    boolean interrupted = false;
    try {
      T chunk = chunks.take(cancelled);
      while (chunk != null) {
        consumer.accept(chunk);
        progress.accept(chunks.taken());
        chunk = chunks.take(cancelled);
      }
    } catch (InterruptedException stop) {
      interrupted = true;
    } finally {
      interrupted |= !stop(workers);
    }
    for (T rest = chunks.takeFinished(); rest != null; rest = chunks.takeFinished()) {
      consumer.accept(rest);
      progress.accept(chunks.taken());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new Completion(chunks.taken(), chunks.taken() < end);
  }

  /**
   * Returns the number of the first run after the chunk that a run is in.
   *
   * @param engine runs it
   * @param run its number
   */
  public static long chunkEnd(Engine engine, long run) {
    return ChunkQueue.chunkEnd(run, engine.dimension(), engine.objective().laneGroup());
  }

  /**
   * Runs the runs 0 ... n - 1 of an experiment and returns them together.
   *
   * @param name names the experiment in the message of an exception
   * @param experiment what to run
   * @param runs how many, n
   * @param cancelled is asked now and then whether to stop, on the calling thread
   * @throws EnsembleException if the objective, the method or the start throws
   * @throws CancellationException if it was told to stop, or if the thread is interrupted, which it
   *     then still is
   */
  public Runs collect(String name, Experiment experiment, int runs, BooleanSupplier cancelled) {
    RunsCollector all = new RunsCollector(experiment.objective().dimension(), runs);
    Engine engine = new Engine(experiment, runs);
    Completion completion =
        run(name, engine, 0, runs, Function.identity(), all::add, done -> {}, cancelled);
    if (completion.cancelled()) {
      throw new CancellationException(name + " was cancelled");
    }
    return all.runs();
  }

  /**
   * Follows the runs 0 ... n - 1 of an experiment until they reach targets.
   *
   * @param name names the experiment in the message of an exception
   * @param times what to follow
   * @param runs how many, n
   * @param cancelled is asked now and then whether to stop, on the calling thread
   * @throws EnsembleException if the objective, the method or the start throws
   * @throws CancellationException if it was told to stop, or if the thread is interrupted, which it
   *     then still is
   */
  public Hits hittingTimes(String name, HittingTimes times, int runs, BooleanSupplier cancelled) {
    List<Hits> chunks = new ArrayList<>();
    Objective objective = times.experiment().objective();
    Completion completion =
        run(name, objective, 0, runs, times::run, chunks::add, done -> {}, cancelled);
    if (completion.cancelled()) {
      throw new CancellationException(name + " was cancelled");
    }
    return Hits.concatenation(chunks);
  }

  /** Interrupts the workers, waits until they have stopped, and tells whether it could wait. */
  private static boolean stop(ExecutorService workers) {
    workers.shutdownNow();
    try {
      workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException impatient) {
      return false;
    }
  }

  /** Threads that do not keep the program alive. */
  private static final class DaemonThreads implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, "separatrix-runs-" + count.incrementAndGet());
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler(DaemonThreads::lost);
      return thread;
    }

    /** What breaks the work is in its result, or, where there was no room for that, said there. */
    private static void lost(Thread thread, Throwable thrown) {
      if (!(thrown instanceof OutOfMemoryError)) {
        thread.getThreadGroup().uncaughtException(thread, thrown);
      }
    }
  }
}
