package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;

@Timeout(60)
class EnsembleTest {
  private static final StopRule STOP = new StopRule(1e-6, 1_000, 1e8, Optional.empty());
  private static final StopRule FOREVER =
      new StopRule(-1, Long.MAX_VALUE, Double.POSITIVE_INFINITY, Optional.empty());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void threadsDoNotChangeABit(int threads) {
    Experiment experiment = experiment(new RandomWalk(), new CubeStart());

    Runs runs = new Ensemble(threads).collect("walk", experiment, 1_000, () -> false);

    SameRuns.assertSame(runs, Engine.run(experiment, 0, 1_000));
  }

  @Test
  void chunksComeInOrderAndProgressFollows() {
    List<Long> firsts = new ArrayList<>();
    List<Long> done = new ArrayList<>();
    AtomicLong next = new AtomicLong();

    Ensemble.Completion completion =
        new Ensemble(3)
            .run(
                "descent",
                engine(FixedStep.gradientDescent(0.1), new CubeStart()),
                0,
                1_000,
                Function.identity(),
                chunk -> {
                  assertThat(chunk.first()).isEqualTo(next.getAndAdd(chunk.size()));
                  firsts.add(chunk.first());
                },
                done::add,
                () -> false);

    assertThat(completion).isEqualTo(new Ensemble.Completion(1_000, false));
    assertThat(firsts).hasSize(16);
    assertThat(done).hasSize(16).isSorted().endsWith(1_000L);
  }

  @Test
  void aSlowConsumerHoldsTheWorkersBack() {
    AtomicLong started = new AtomicLong();
    StartDistribution counting = starts(run -> started.incrementAndGet());

    new Ensemble(2)
        .run(
            "held back",
            engine(FixedStep.gradientDescent(0.1), counting),
            0,
            64 * 30,
            Function.identity(),
            chunk -> {
              // Of 64 runs each: those taken out, this one among them, and eight ahead.
              assertThat(started.get()).isLessThanOrEqualTo(chunk.first() + 64 * 8);
              sleep(chunk.first() < 64 * 5 ? 20 : 0);
            },
            done -> {},
            () -> false);

    assertThat(started.get()).isEqualTo(64 * 30);
  }

  @Test
  void cancellationKeepsWhatIsFinished() {
    List<Runs> chunks = new ArrayList<>();

    Ensemble.Completion completion =
        new Ensemble(2)
            .run(
                "cancelled",
                engine(FixedStep.gradientDescent(0.1), new CubeStart()),
                0,
                100_000,
                Function.identity(),
                chunks::add,
                done -> {},
                () -> chunks.size() >= 3);

    assertThat(completion.cancelled()).isTrue();
    assertThat(completion.runs()).isBetween(3L * 64, 99_999L);
    assertThat(chunks.stream().mapToLong(Runs::size).sum()).isEqualTo(completion.runs());
    assertThat(chunks.stream().mapToLong(Runs::first)).isSorted().startsWith(0L, 64L);
  }

  /** These runs would never end. */
  @Test
  void cancellationDoesNotWaitForRuns() {
    Ensemble.Completion completion =
        new Ensemble(2)
            .run(
                "endless",
                new Engine(
                    new Experiment(
                        new LeeFunction(),
                        FixedStep.gradientDescent(0.1),
                        new CubeStart(),
                        FOREVER,
                        1),
                    1_000),
                0,
                100,
                Function.identity(),
                chunk -> {},
                done -> {},
                new CancelsAtThirdQuestion());

    assertThat(completion).isEqualTo(new Ensemble.Completion(0, true));
  }

  @Test
  void anInterruptCancelsAndStaysSet() {
    Thread caller = Thread.currentThread();

    Ensemble.Completion completion =
        new Ensemble(2)
            .run(
                "interrupted",
                engine(FixedStep.gradientDescent(0.1), new CubeStart()),
                0,
                100_000,
                Function.identity(),
                chunk -> caller.interrupt(),
                done -> {},
                () -> false);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(completion.cancelled()).isTrue();
    assertThat(completion.runs()).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFailureNamesTheExperimentAndTheRuns(int threads) {
    StartDistribution broken =
        starts(
            run -> {
              if (run == 500) {
                throw new IllegalStateException("no such point");
              }
            });
    List<Long> delivered = new ArrayList<>();

    assertThatThrownBy(
            () ->
                new Ensemble(threads)
                    .run(
                        "lee / descent",
                        engine(FixedStep.gradientDescent(0.1), broken),
                        0,
                        2_000,
                        Function.identity(),
                        chunk -> delivered.add(chunk.first()),
                        done -> {},
                        () -> false))
        .isInstanceOf(EnsembleException.class)
        .hasMessageStartingWith(
            "'lee / descent' failed in runs 448 to 511: java.lang.IllegalStateException: no such"
                + " point, thrown in org.separatrix.core.engine.EnsembleTest")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(delivered).containsExactly(0L, 64L, 128L, 192L, 256L, 320L, 384L);
  }

  @Test
  void aFailingConsumerStopsTheWorkers() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    AtomicLong started = new AtomicLong();
    StartDistribution counting =
        starts(
            run -> {
              started.incrementAndGet();
              running.countDown();
            });

    assertThatThrownBy(
            () ->
                new Ensemble(1)
                    .run(
                        "full disk",
                        engine(FixedStep.gradientDescent(0.1), counting),
                        0,
                        100_000,
                        Function.identity(),
                        chunk -> {
                          throw new IllegalStateException("disk full");
                        },
                        done -> {},
                        () -> false))
        .hasMessage("disk full");
    running.await();
    assertThat(started.get()).isLessThan(100_000);
  }

  @Test
  void aLaterBeginningGivesTheSameChunks() {
    List<Runs> all = new ArrayList<>();
    List<Runs> rest = new ArrayList<>();
    Engine engine = engine(FixedStep.gradientDescent(0.1), new CubeStart());
    LongConsumer progress = done -> {};

    new Ensemble(2)
        .run("all", engine, 0, 5_000, Function.identity(), all::add, progress, () -> false);
    new Ensemble(2)
        .run("rest", engine, 4_224, 5_000, Function.identity(), rest::add, progress, () -> false);

    List<Runs> tail = all.subList(all.size() - rest.size(), all.size());
    assertThat(rest).hasSizeGreaterThan(3);
    for (int i = 0; i < rest.size(); i++) {
      assertThat(rest.get(i).first()).isEqualTo(tail.get(i).first());
      SameRuns.assertSame(rest.get(i), tail.get(i));
    }
  }

  @Test
  void refusesNoThreads() {
    assertThatThrownBy(() -> new Ensemble(0)).hasMessage("threads is 0: it must be at least 1");
  }

  private static Engine engine(Optimizer method, StartDistribution starts) {
    return new Engine(experiment(method, starts), 1_000);
  }

  private static Experiment experiment(Optimizer method, StartDistribution starts) {
    return new Experiment(new LeeFunction(), method, starts, STOP, 7);
  }

  private static StartDistribution starts(LongConsumer watcher) {
    return new StartDistribution() {
      @Override
      public void draw(RandomGenerator random, long run, double[] x) {
        watcher.accept(run);
        new CubeStart().draw(random, run, x);
      }

      @Override
      public boolean isAbsolutelyContinuous() {
        return true;
      }
    };
  }

  private static final class CancelsAtThirdQuestion implements BooleanSupplier {
    private int questions;

    @Override
    public boolean getAsBoolean() {
      questions++;
      return questions >= 3;
    }
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
