package org.separatrix.analysis.geometry;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.start.StartDistribution;

/**
 * Counts the runs from uniform starts in a cube around a saddle that stay between the cube's faces
 * across the unstable eigenvectors.
 *
 * @param runs how many started
 * @param few how many were inside after the few steps of the law
 * @param many how many after the many
 */
record TubeExperiment(int runs, long few, long many) {
  /** Runs the ensemble. */
  static TubeExperiment run(
      CellResult cell,
      CriticalPoint point,
      TubeLaw law,
      double halfWidth,
      int runs,
      Laboratory laboratory) {
    double[] x = point.x();
    double[][] axes = point.eigenvectors();
    StopRule.Region slab =
        (position, lane) -> {
          for (int j : law.directions()) {
            double component = 0;
            for (int k = 0; k < x.length; k++) {
              component += axes[j][k] * (position[k][lane] - x[k]);
            }
            if (!(Math.abs(component) <= halfWidth)) {
              return false;
            }
          }
          return true;
        };
    StopRule stop = new StopRule(-1, law.many(), Double.MAX_VALUE, Optional.of(slab));
    Runs outcome =
        laboratory.run(
            ManifoldGeometry.TUBE.id() + "/" + cell.id() + "/" + point.id(),
            cell.problem(),
            cell.optimizer(),
            new Cube(x, axes, halfWidth),
            runs,
            stop);
    long few = 0;
    long many = 0;
    for (int i = 0; i < outcome.size(); i++) {
      boolean stayed = outcome.termination()[i] == Termination.BUDGET;
      few += stayed || outcome.steps()[i] > law.few() ? 1 : 0;
      many += stayed ? 1 : 0;
    }
    return new TubeExperiment(runs, few, many);
  }

  /** The uniform distribution on a cube along the eigenvectors. */
  private record Cube(double[] center, double[][] axes, double halfWidth)
      implements StartDistribution {
    @Override
    public void draw(RandomGenerator random, long run, double[] x) {
      System.arraycopy(center, 0, x, 0, x.length);
      for (double[] axis : axes) {
        double offset = halfWidth * (2 * random.nextDouble() - 1);
        for (int k = 0; k < x.length; k++) {
          x[k] += offset * axis[k];
        }
      }
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return true;
    }
  }
}
