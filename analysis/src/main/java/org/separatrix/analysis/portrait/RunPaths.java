package org.separatrix.analysis.portrait;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.core.manifold.Vectors;

/** Positions of a deterministic method's first runs, as a picture shows them. */
public final class RunPaths {
  private static final int RUNS = 6;
  private static final int MOST_STEPS = 2000;

  /** A step that is so short, relative to the domain, is not to be seen. */
  private static final double REST = 1e-6;

  private RunPaths() {}

  /**
   * Follows runs from the study's starts until they rest, leave the finite or are long.
   *
   * @param cell of a method that {@link org.separatrix.api.optimizer.Optimizer#isDeterministic
   *     steps without chance}
   * @param laboratory steps and draws starts
   * @return positions of each run
   */
  public static List<double[][]> of(CellResult cell, Laboratory laboratory) {
    List<double[][]> runs = new ArrayList<>();
    for (int run = 0; run < Math.min(RUNS, cell.start().count().orElse(RUNS)); run++) {
      double[] x = new double[cell.problem().dimension()];
      // Not of the cell, so that methods can be seen from the same starts.
      cell.start()
          .draw(laboratory.random("landscape/" + cell.problem().name() + "/" + run), run, x);
      runs.add(path(cell, x, laboratory.map(cell.problem(), cell.optimizer())));
    }
    return runs;
  }

  private static double[][] path(CellResult cell, double[] start, StepMap map) {
    double rest = REST * cell.problem().domain().diameter();
    List<double[]> path = new ArrayList<>();
    double[] x = start;
    Orbit orbit = Orbit.from(map, x);
    for (int k = 0; k < MOST_STEPS && Double.isFinite(Vectors.norm(x)); k++) {
      path.add(x);
      orbit.advance();
      double[] last = x;
      x = orbit.position();
      if (Vectors.norm(Vectors.sum(x, -1, last)) < rest) {
        break;
      }
    }
    return path.toArray(double[][]::new);
  }
}
