package org.separatrix.core.engine;

import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;

/** Puts chunks of runs together, in the order in which they come. */
public final class RunsCollector {
  private final double[][] start;
  private final double[][] end;
  private double[][][] memory = {};
  private double[][] scalars = {};
  private final double[] value;
  private final double[] gradientNorm;
  private final long[] steps;
  private final Termination[] termination;
  private long gradientEvaluations;
  private long valueEvaluations;
  private int size;

  /**
   * Makes room.
   *
   * @param dimension number of coordinates
   * @param runs number of runs of all chunks together
   */
  public RunsCollector(int dimension, int runs) {
    start = new double[dimension][runs];
    end = new double[dimension][runs];
    value = new double[runs];
    gradientNorm = new double[runs];
    steps = new long[runs];
    termination = new Termination[runs];
  }

  /**
   * Adds the next chunk.
   *
   * @param chunk the runs; not modified
   */
  public void add(Runs chunk) {
    int count = chunk.size();
    for (int k = 0; k < end.length; k++) {
      System.arraycopy(chunk.start()[k], 0, start[k], size, count);
      System.arraycopy(chunk.end()[k], 0, end[k], size, count);
    }
    if (size == 0) {
      memory = new double[chunk.memory().length][end.length][steps.length];
      scalars = new double[chunk.scalars().length][steps.length];
    }
    for (int j = 0; j < memory.length; j++) {
      for (int k = 0; k < end.length; k++) {
        System.arraycopy(chunk.memory()[j][k], 0, memory[j][k], size, count);
      }
    }
    for (int j = 0; j < scalars.length; j++) {
      System.arraycopy(chunk.scalars()[j], 0, scalars[j], size, count);
    }
    System.arraycopy(chunk.value(), 0, value, size, count);
    System.arraycopy(chunk.gradientNorm(), 0, gradientNorm, size, count);
    System.arraycopy(chunk.steps(), 0, steps, size, count);
    System.arraycopy(chunk.termination(), 0, termination, size, count);
    gradientEvaluations += chunk.gradientEvaluations();
    valueEvaluations += chunk.valueEvaluations();
    size += count;
  }

  /**
   * Returns the runs together, as runs from number 0.
   *
   * @throws IllegalStateException if some are missing
   */
  public Runs runs() {
    if (size != steps.length) {
      throw new IllegalStateException(size + " of " + steps.length + " runs");
    }
    return new Runs(
        0,
        start,
        end,
        memory,
        scalars,
        value,
        gradientNorm,
        steps,
        termination,
        gradientEvaluations,
        valueEvaluations);
  }
}
