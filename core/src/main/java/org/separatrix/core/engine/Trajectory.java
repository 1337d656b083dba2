package org.separatrix.core.engine;

import java.util.concurrent.CancellationException;
import org.separatrix.api.analysis.Runs;

/** Follows single runs step by step, along the very path that the engine moves them. */
public final class Trajectory {
  private Trajectory() {}

  /** Sees the positions of a run. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Sees a position.
     *
     * @param step number of steps before it
     * @param x the position, length d; not to be kept or modified
     */
    void visit(long step, double[] x);
  }

  /**
   * Follows a run from its start to the position at which it stops.
   *
   * @param experiment what the run is of
   * @param run number of the run, at least 0
   * @param every shows each position whose step is a multiple of this, at least 1, and the last one
   * @param visitor sees the positions, in order
   * @throws CancellationException if the thread is interrupted, which it then still is
   */
  public static void follow(Experiment experiment, long run, long every, Visitor visitor) {
    int dimension = experiment.objective().dimension();
    Outcomes outcomes = new Outcomes(dimension, experiment.optimizer(), run, 1);
    Stepwise loop = new Stepwise(experiment, outcomes, 1);
    new Starts(experiment, outcomes, run, 1).fill(loop.block());
    double[] x = new double[dimension];
    long shown = -1;
    for (long step = 0; loop.block().lanes() > 0; step++) {
      if (step % every == 0) {
        for (int k = 0; k < dimension; k++) {
          x[k] = loop.block().position()[k][0];
        }
        visitor.visit(step, x);
        shown = step;
      }
      loop.step();
    }
    Runs end = outcomes.runs(experiment.objective(), 1, loop.oracle());
    if (end.steps()[0] > shown) {
      visitor.visit(end.steps()[0], end.endOf(0));
    }
  }
}
