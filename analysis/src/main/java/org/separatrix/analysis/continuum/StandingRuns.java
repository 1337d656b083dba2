package org.separatrix.analysis.continuum;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.analysis.control.GivenStarts;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * Runs that stand at strict saddles after some steps.
 *
 * @param cell the objective and the method
 * @param stop after how many steps
 * @param laboratory runs the runs
 */
record StandingRuns(CellResult cell, StopRule stop, Laboratory laboratory) {
  /** Gradients below this share of L times the diameter are those of a critical point. */
  private static final double SMALL = 1e-6;

  /** How far runs are moved across the stable manifold, relative to the domain's diameter. */
  private static final double MOVED = 1e-6;

  Runs run(String purpose, StartDistribution starts, int count) {
    return laboratory.run(
        "non-isolated-saddles/" + purpose + cell.id(),
        cell.problem(),
        cell.optimizer(),
        starts,
        count,
        stop);
  }

  /** Returns the numbers of the runs that stand at a critical point with a negative eigenvalue. */
  List<Integer> standing(Runs runs) {
    return IntStream.range(0, runs.size()).filter(i -> stands(runs, i)).boxed().toList();
  }

  private boolean stands(Runs runs, int i) {
    Problem problem = cell.problem();
    double bound = problem.curvatureScale();
    if (runs.termination()[i] != Termination.BUDGET
        || !(runs.gradientNorm()[i] <= SMALL * bound * problem.domain().diameter())) {
      return false;
    }
    SymmetricEigen eigen = eigen(runs.endOf(i));
    return eigen.value(0) < -SMALL * eigen.spectralNorm();
  }

  /**
   * Tells whether all standing runs are held by what shrank on their way: those from starts beside
   * theirs stand, too, so that the starts that have not left yet are no thin strip, but none stands
   * that is moved where it ends.
   */
  boolean areHeld(Runs runs, List<Integer> standing) {
    List<double[]> starts = new ArrayList<>();
    List<double[]> ends = new ArrayList<>();
    for (int i : standing) {
      double[] direction = eigen(runs.endOf(i)).vector(0);
      starts.add(moved(runs.startOf(i), direction));
      ends.add(moved(runs.endOf(i), direction));
    }
    int count = standing.size();
    return standing(run("beside/", new GivenStarts(starts), count)).size() == count
        && standing(run("moved/", new GivenStarts(ends), count)).isEmpty();
  }

  private SymmetricEigen eigen(double[] x) {
    return SymmetricEigen.of(laboratory.hessian(cell.problem(), x));
  }

  private double[] moved(double[] x, double[] direction) {
    double[] result = x.clone();
    for (int k = 0; k < x.length; k++) {
      result[k] += MOVED * cell.problem().domain().diameter() * direction[k];
    }
    return result;
  }
}
