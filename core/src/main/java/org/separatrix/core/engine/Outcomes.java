package org.separatrix.core.engine;

import java.util.stream.LongStream;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Objective;

/** Collects where runs start and how they end, in the order of their numbers. */
final class Outcomes {
  private final long first;
  private final double[][] start;
  private final double[][] end;
  private final double[][][] memory;
  private final double[] gradientNorm;
  private final long[] steps;
  private final Termination[] termination;

  Outcomes(int dimension, int memory, long first, int count) {
    this.first = first;
    start = new double[dimension][count];
    end = new double[dimension][count];
    this.memory = new double[memory][dimension][count];
    gradientNorm = new double[count];
    steps = new long[count];
    termination = new Termination[count];
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
   * @param lanes their lanes
   * @param reasons why each ends
   * @param count how many
   */
  void ended(Block block, int[] lanes, Termination[] reasons, int count) {
    for (int n = 0; n < count; n++) {
      int run = (int) (block.run(lanes[n]) - first);
      gradientNorm[run] = Norm.of(block.gradient(), lanes[n]);
      steps[run] = block.steps(lanes[n]);
      termination[run] = reasons[n];
      keep(block.position(), lanes[n], end, run);
      for (int j = 0; j < memory.length; j++) {
        keep(block.memory(j), lanes[n], memory[j], run);
      }
    }
  }

  private static void keep(double[][] vector, int lane, double[][] kept, int run) {
    for (int k = 0; k < kept.length; k++) {
      kept[k][run] = vector[k][lane];
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
    return runs(objective, lanes, LongStream.of(steps).sum() + steps.length, 0);
  }

  private Runs runs(Objective objective, int lanes, long gradients, long values) {
    return new Runs(
        first,
        start,
        end,
        memory,
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
