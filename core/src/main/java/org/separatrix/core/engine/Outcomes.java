package org.separatrix.core.engine;

import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;

/** Collects where runs start and how they end, in the order of their numbers. */
final class Outcomes {
  private final long first;
  private final double[][] start;
  private final double[][] end;
  private final double[][][] memory;
  private final double[][] scalars;
  private final double[] gradientNorm;
  private final long[] steps;
  private final Termination[] termination;

  /** Where in these arrays the runs are that end now. */
  private final int[] ending;

  Outcomes(int dimension, Optimizer optimizer, long first, int count) {
    this.first = first;
    start = new double[dimension][count];
    end = new double[dimension][count];
    memory = new double[optimizer.memory()][dimension][count];
    scalars = new double[optimizer.scalars()][count];
    gradientNorm = new double[count];
    steps = new long[count];
    termination = new Termination[count];
    ending = new int[count];
  }

  /**
   * Notes where consecutive runs start.
   *
   * @param run number of the first run
   * @param count how many runs
   * @param x the points, {@code d x lanes}; not modified
   * @param lane where the first point is
   */
  void started(long run, int count, double[][] x, int lane) {
    for (int k = 0; k < x.length; k++) {
      System.arraycopy(x[k], lane, start[k], (int) (run - first), count);
    }
  }

  /**
   * Notes how runs end.
   *
   * @param block has the runs
   * @param ends which, and why
   */
  void ended(Block block, Ends ends) {
    int[] lanes = ends.lanes();
    int count = ends.count();
    for (int n = 0; n < count; n++) {
      int run = (int) (block.run(lanes[n]) - first);
      ending[n] = run;
      steps[run] = block.steps(lanes[n]);
      gradientNorm[run] = ends.gradientNorms()[n];
      termination[run] = ends.reasons()[n];
    }
    keep(block.position(), lanes, end, count);
    for (int j = 0; j < memory.length; j++) {
      keep(block.memory(j), lanes, memory[j], count);
    }
    for (int j = 0; j < scalars.length; j++) {
      keep(block.scalar(j), lanes, scalars[j], count);
    }
  }

  private void keep(double[][] vector, int[] lanes, double[][] kept, int count) {
    for (int k = 0; k < kept.length; k++) {
      keep(vector[k], lanes, kept[k], count);
    }
  }

  private void keep(double[] from, int[] lanes, double[] to, int count) {
    for (int n = 0; n < count; n++) {
      to[ending[n]] = from[lanes[n]];
    }
  }

  /**
   * Returns the runs, all of which have ended.
   *
   * @param objective gives the values at the ends
   * @param lanes number of points at which to evaluate it at once
   * @param oracle has counted the evaluations
   */
  Runs runs(Objective objective, int lanes, CountingOracle oracle) {
    return runs(objective, lanes, oracle.gradients(), oracle.values());
  }

  /** Returns the runs of a method that evaluates one gradient for each position, and no value. */
  Runs runs(Objective objective, int lanes) {
    long gradients = steps.length;
    for (long taken : steps) {
      gradients += taken;
    }
    return runs(objective, lanes, gradients, 0);
  }

  private Runs runs(Objective objective, int lanes, long gradients, long values) {
    return new Runs(
        first,
        start,
        end,
        memory,
        scalars,
        valuesAtEnds(objective, lanes),
        gradientNorm,
        steps,
        termination,
        gradients,
        values);
  }

  private double[] valuesAtEnds(Objective objective, int lanes) {
    double[] all = new double[steps.length];
    double[][] x = new double[end.length][BlockSize.paddedLength(lanes)];
    double[] f = new double[BlockSize.paddedLength(lanes)];
    for (int from = 0; from < all.length; from += lanes) {
      int count = Math.min(lanes, all.length - from);
      for (int k = 0; k < x.length; k++) {
        System.arraycopy(end[k], from, x[k], 0, count);
      }
      objective.value(x, f, count);
      System.arraycopy(f, 0, all, from, count);
    }
    return all;
  }
}
