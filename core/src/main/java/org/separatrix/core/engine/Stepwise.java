package org.separatrix.core.engine;

import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.separatrix.core.task.Interruption;

/**
 * Moves the runs in a block step by step, and tests each of them before each step: the rule to the
 * letter, for every method.
 *
 * <p>The gradient is evaluated at every lane; runs that are done leave the block; the method takes
 * one step with those that remain. So the method and the oracle see only runs that go on, and a
 * run's path, its step count and its evaluations do not depend on the lanes beside it.
 */
final class Stepwise {
  private final Experiment experiment;
  private final Outcomes outcomes;
  private final Block block;
  private final StopTest test;
  private final CountingOracle oracle;
  private final Ends ends;
  private final BiConsumer<Block, CountingOracle> observer;

  Stepwise(Experiment experiment, Outcomes outcomes, int capacity) {
    this(experiment, outcomes, capacity, (block, oracle) -> {});
  }

  /**
   * Begins with an empty block.
   *
   * @param observer sees the block at every step, with the gradients at its positions, before runs
   *     that are done leave it; it may tell runs to stop
   */
  Stepwise(
      Experiment experiment,
      Outcomes outcomes,
      int capacity,
      BiConsumer<Block, CountingOracle> observer) {
    this.observer = observer;
    this.experiment = experiment;
    this.outcomes = outcomes;
    block = Block.of(experiment, capacity);
    test = new StopTest(experiment.stop(), block);
    oracle = new CountingOracle(experiment.objective());
    ends = new Ends(capacity);
  }

  /** Returns the runs that go on; others may be added between steps. */
  Block block() {
    return block;
  }

  /** Returns what has counted the evaluations. */
  CountingOracle oracle() {
    return oracle;
  }

  /**
   * Takes one step with the runs that are not done, and takes out those that are.
   *
   * @throws CancellationException if the thread is interrupted, which it then still is
   */
  void step() {
    Interruption.check();
    oracle.gradient(block.position(), block.gradient(), block.lanes());
    observer.accept(block, oracle);
    retire();
    if (block.lanes() > 0) {
      experiment.optimizer().step(block, oracle);
      block.advance(1);
    }
  }

  private void retire() {
    test.find(block, ends);
    if (ends.count() > 0) {
      outcomes.ended(block, ends);
      block.remove(ends.lanes(), ends.count());
    }
  }
}
