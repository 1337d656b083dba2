package org.separatrix.runner.verify;

import java.util.List;
import java.util.Map;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.critical.Limits;
import org.separatrix.core.linalg.LinearizedSpectrum;
import org.separatrix.core.precision.Precision;
import org.separatrix.runner.plan.Cell;

/**
 * How many gradients the runs of a cell can have evaluated: one at each position, and some more by
 * those that stopped near a point that they may leave and were run on from there.
 *
 * @param fewest at the positions of the runs
 * @param most the same where no point repels; unbounded where a method may ask for more in a step,
 *     or a run may have stayed where it was run on, near a point that repels or with momentum, of
 *     which the steps are not counted
 */
record GradientCount(long fewest, long most) {
  /**
   * Returns the bounds.
   *
   * @param cell the cell
   * @param runs what its file of runs says
   * @param points the critical points of its objective
   */
  static GradientCount of(Cell cell, RunCounts runs, List<JsonFields> points) {
    long fewest = runs.steps().sum() + runs.runs();
    if (!(Precision.inDouble(cell.optimizer()) instanceof LinearMethod method)
        || method.memory() > 0) {
      return new GradientCount(fewest, Long.MAX_VALUE);
    }
    List<String> repelling =
        points.stream().filter(each -> repels(method, each)).map(each -> each.text("id")).toList();
    if (repelling.isEmpty()) {
      return new GradientCount(fewest, fewest);
    }
    boolean mayHaveStayed =
        runs.limits().keySet().stream().anyMatch(repelling::contains) || hasUnresolved(runs);
    return new GradientCount(
        fewest,
        mayHaveStayed ? Long.MAX_VALUE : fewest + Limits.mostGradientsBetweenSteps(runs.runs()));
  }

  private static boolean repels(LinearMethod method, JsonFields point) {
    return method
        .linearization()
        .map(each -> LinearizedSpectrum.of(each, point.numbers("eigenvalues")))
        .filter(spectrum -> spectrum.spectralRadius() <= 1)
        .isEmpty();
  }

  private static boolean hasUnresolved(RunCounts runs) {
    long accounted = sum(runs.limits());
    for (Termination reason :
        List.of(Termination.DIVERGED, Termination.LEFT_DOMAIN, Termination.NON_FINITE)) {
      accounted += runs.terminations().getOrDefault(reason.label(), 0L);
    }
    return accounted < runs.runs();
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
