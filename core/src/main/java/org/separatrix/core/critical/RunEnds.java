package org.separatrix.core.critical;

import java.util.stream.Stream;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;
import org.separatrix.core.engine.States;

/**
 * The ends of a chunk of runs, which are replaced when runs are run on. They are copied when the
 * first is replaced: in most chunks none is.
 */
final class RunEnds {
  private Runs runs;
  private boolean ownsEnds;
  private long gradientEvaluations;
  private long valueEvaluations;

  RunEnds(Runs runs) {
    this.runs = runs;
    gradientEvaluations = runs.gradientEvaluations();
    valueEvaluations = runs.valueEvaluations();
  }

  Termination termination(int i) {
    return runs.termination()[i];
  }

  /** Tells whether f is a finite number at the end of a run. */
  boolean hasValue(int i) {
    return Double.isFinite(runs.value()[i]);
  }

  double value(int i) {
    return runs.value()[i];
  }

  /** Returns for how many steps momentum may carry a run away from a point that attracts it. */
  double stepsToSettle(int i, Anchor anchor) {
    return anchor.stepsToSettle(runs, i);
  }

  /** Returns the number of steps after which a run leaves a point's neighbourhood. */
  double stepsToLeave(int i, Anchor anchor) {
    return anchor.stepsToLeave(runs.end(), i);
  }

  /** Tells whether a run goes to a minimum that is not listed. */
  boolean isAttracted(int i, UnlistedMinima minima) {
    return minima.attract(runs, i);
  }

  long number(int i) {
    return runs.first() + i;
  }

  double[] end(int i) {
    return runs.endOf(i);
  }

  /** Returns the ends of the first n of some runs, d x n. */
  double[][] gather(int[] indices, int count) {
    return States.columns(runs.end(), indices, count);
  }

  /** Puts a later end in the place of a run's end. */
  void replace(int i, Runs later, int at, long moreSteps) {
    if (!ownsEnds) {
      runs = copyOf(runs);
      ownsEnds = true;
    }
    replace(runs.end(), i, later.end(), at);
    for (int j = 0; j < runs.memory().length; j++) {
      replace(runs.memory()[j], i, later.memory()[j], at);
    }
    replace(runs.scalars(), i, later.scalars(), at);
    runs.value()[i] = later.value()[at];
    runs.gradientNorm()[i] = later.gradientNorm()[at];
    runs.termination()[i] = later.termination()[at];
    runs.steps()[i] += moreSteps;
  }

  private static void replace(double[][] vector, int i, double[][] later, int at) {
    for (int k = 0; k < vector.length; k++) {
      vector[k][i] = later[k][at];
    }
  }

  private static double[][] copyOf(double[][] vector) {
    return Stream.of(vector).map(double[]::clone).toArray(double[][]::new);
  }

  private static Runs copyOf(Runs runs) {
    return new Runs(
        runs.first(),
        runs.start(),
        copyOf(runs.end()),
        Stream.of(runs.memory()).map(RunEnds::copyOf).toArray(double[][][]::new),
        copyOf(runs.scalars()),
        runs.value().clone(),
        runs.gradientNorm().clone(),
        runs.steps().clone(),
        runs.termination().clone(),
        runs.gradientEvaluations(),
        runs.valueEvaluations());
  }

  void count(long gradients, long values) {
    gradientEvaluations += gradients;
    valueEvaluations += values;
  }

  /** Returns the runs as they are now. */
  Runs runs() {
    if (!ownsEnds
        && gradientEvaluations == runs.gradientEvaluations()
        && valueEvaluations == runs.valueEvaluations()) {
      return runs;
    }
    return new Runs(
        runs.first(),
        runs.start(),
        runs.end(),
        runs.memory(),
        runs.scalars(),
        runs.value(),
        runs.gradientNorm(),
        runs.steps(),
        runs.termination(),
        gradientEvaluations,
        valueEvaluations);
  }
}
