package org.separatrix.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskPoolTest {
  private static final int TASKS = 100;

  private static List<Supplier<Integer>> numbers(int from) {
    return IntStream.range(from, from + TASKS).<Supplier<Integer>>mapToObj(i -> () -> i).toList();
  }

  @Test
  void returnsResultsInTheOrderOfTheTasks() {
    List<Integer> expected = IntStream.range(0, TASKS).boxed().toList();
    for (int threads : new int[] {1, 2, 5}) {
      assertThat(new TaskPool(threads).all(numbers(0))).isEqualTo(expected);
    }
    assertThat(new TaskPool(2).all(List.<Supplier<Integer>>of())).isEmpty();
  }

  @Test
  void tasksMayHaveOthersDone() {
    TaskPool pool = new TaskPool(2);
    List<Supplier<Integer>> sums =
        IntStream.range(0, TASKS)
            .<Supplier<Integer>>mapToObj(
                i -> () -> pool.all(numbers(i)).stream().mapToInt(n -> n).sum())
            .toList();
    int first = TASKS * (TASKS - 1) / 2;
    assertThat(pool.all(sums))
        .isEqualTo(IntStream.range(0, TASKS).map(i -> first + i * TASKS).boxed().toList());
  }

  @Test
  void doesAsManyAtOnceAsItHasThreads() {
    CyclicBarrier barrier = new CyclicBarrier(3);
    Supplier<Boolean> meet =
        () -> {
          try {
            barrier.await(30, TimeUnit.SECONDS);
            return true;
          } catch (Exception alone) {
            return false;
          }
        };
    assertThat(new TaskPool(3).all(List.of(meet, meet, meet))).containsExactly(true, true, true);
  }

  @Test
  void throwsWhatATaskThrew() {
    IllegalStateException thrown = new IllegalStateException("as it was");
    Supplier<Integer> broken =
        () -> {
          throw thrown;
        };
    List<Supplier<Integer>> tasks = List.of(() -> 0, broken, () -> 2);
    for (int threads : new int[] {1, 3}) {
      TaskPool pool = new TaskPool(threads);
      assertThatThrownBy(() -> pool.all(tasks)).isSameAs(thrown);
      assertThat(pool.all(numbers(0))).hasSize(TASKS);
    }
  }

  @Test
  void leavesOutWhatComesAfterAFailure() {
    AtomicInteger done = new AtomicInteger();
    Supplier<Integer> broken =
        () -> {
          throw new IllegalStateException();
        };
    TaskPool pool = new TaskPool(1);
    assertThatThrownBy(
            () -> pool.all(List.of(done::incrementAndGet, broken, done::incrementAndGet)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(done).hasValue(1);
  }

  @Test
  void anInterruptCancels() {
    Supplier<Integer> waits =
        () -> {
          try {
            TimeUnit.MINUTES.sleep(1);
            return 0;
          } catch (InterruptedException stop) {
            throw new CancellationException();
          }
        };
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new TaskPool(2).all(List.of(waits, waits)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
