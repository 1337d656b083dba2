package org.separatrix.core.critical;

import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;

/** The ends of a chunk of runs, which are replaced when runs are run on. */
final class RunEnds {
  private final Runs first;
  private final double[][] end;
  private final double[] value;
  private final double[] gradientNorm;
  private final long[] steps;
  private final Termination[] termination;
  private long gradientEvaluations;
  private long valueEvaluations;

  RunEnds(Runs runs) {
    first = runs;
    end = new double[runs.dimension()][];
    for (int k = 0; k < end.length; k++) {
      end[k] = runs.end()[k].clone();
    }
    value = runs.value().clone();
    gradientNorm = runs.gradientNorm().clone();
    steps = runs.steps().clone();
    termination = runs.termination().clone();
    gradientEvaluations = runs.gradientEvaluations();
    valueEvaluations = runs.valueEvaluations();
  }

  Termination termination(int i) {
    return termination[i];
  }

  /** Tells whether f is a finite number at the end of a run. */
  boolean hasValue(int i) {
    return Double.isFinite(value[i]);
  }

  long number(int i) {
    return first.first() + i;
  }

  double[] end(int i) {
    double[] x = new double[end.length];
    for (int k = 0; k < x.length; k++) {
      x[k] = end[k][i];
    }
    return x;
  }

  /** Returns the ends of the first n of some runs, d x n. */
  double[][] gather(int[] indices, int count) {
    double[][] gathered = new double[end.length][count];
    for (int k = 0; k < end.length; k++) {
      for (int j = 0; j < count; j++) {
        gathered[k][j] = end[k][indices[j]];
      }
    }
    return gathered;
  }

  /** Puts a later end in the place of a run's end. */
  void replace(int i, Runs later, int at, long moreSteps) {
    for (int k = 0; k < end.length; k++) {
      end[k][i] = later.end()[k][at];
    }
    value[i] = later.value()[at];
    gradientNorm[i] = later.gradientNorm()[at];
    termination[i] = later.termination()[at];
    steps[i] += moreSteps;
  }

  void count(long gradients, long values) {
    gradientEvaluations += gradients;
    valueEvaluations += values;
  }

  Runs runs() {
    return new Runs(
        first.first(),
        first.start(),
        end,
        value,
        gradientNorm,
        steps,
        termination,
        gradientEvaluations,
        valueEvaluations);
  }
}
