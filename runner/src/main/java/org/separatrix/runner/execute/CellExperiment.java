package org.separatrix.runner.execute;

import org.separatrix.core.engine.Experiment;
import org.separatrix.core.random.RandomStreams;
import org.separatrix.runner.plan.Cell;

/** The experiment that a cell is. */
public final class CellExperiment {
  private CellExperiment() {}

  /**
   * Returns the experiment, without the optimizer's name in its key, so that run r starts at the
   * same point under every optimizer.
   *
   * @param cell the cell
   * @param seed of the study
   */
  public static Experiment of(Cell cell, long seed) {
    return new Experiment(
        cell.problem().objective(),
        cell.optimizer(),
        cell.start(),
        cell.stop(),
        RandomStreams.key(seed, cell.problem().name(), cell.startEntry().name()));
  }
}
