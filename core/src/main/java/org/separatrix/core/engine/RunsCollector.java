package org.separatrix.core.engine;

import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;

/** Puts chunks of consecutive runs together. */
final class RunsCollector {
  private final double[][] start;
  private final double[][] end;
  private final double[] value;
  private final double[] gradientNorm;
  private final long[] steps;
  private final Termination[] termination;
  private long gradientEvaluations;
  private long valueEvaluations;

  RunsCollector(int dimension, int runs) {
    start = new double[dimension][runs];
    end = new double[dimension][runs];
    value = new double[runs];
    gradientNorm = new double[runs];
    steps = new long[runs];
    termination = new Termination[runs];
  }

  /** Adds a chunk, whose runs take the places of their numbers. */
  void add(Runs chunk) {
    int at = (int) chunk.first();
    for (int k = 0; k < end.length; k++) {
      System.arraycopy(chunk.start()[k], 0, start[k], at, chunk.size());
      System.arraycopy(chunk.end()[k], 0, end[k], at, chunk.size());
    }
    System.arraycopy(chunk.value(), 0, value, at, chunk.size());
    System.arraycopy(chunk.gradientNorm(), 0, gradientNorm, at, chunk.size());
    System.arraycopy(chunk.steps(), 0, steps, at, chunk.size());
    System.arraycopy(chunk.termination(), 0, termination, at, chunk.size());
    gradientEvaluations += chunk.gradientEvaluations();
    valueEvaluations += chunk.valueEvaluations();
  }

  /** Returns all runs, from number 0. */
  Runs runs() {
    return new Runs(
        0,
        start,
        end,
        value,
        gradientNorm,
        steps,
        termination,
        gradientEvaluations,
        valueEvaluations);
  }
}
