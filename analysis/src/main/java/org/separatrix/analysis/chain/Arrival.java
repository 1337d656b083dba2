package org.separatrix.analysis.chain;

import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * The region in which a run goes on: it ends at an approximate minimum, where |grad f| is at most a
 * tolerance and the Hessian is positive definite, and, of a deterministic method, where doubles
 * lose a coordinate.
 *
 * @param problem the objective
 * @param tolerance of the gradient
 * @param endsWithRange whether a run ends where a coordinate underflows
 * @param laboratory gives Hessians
 */
record Arrival(Problem problem, double tolerance, boolean endsWithRange, Laboratory laboratory)
    implements StopRule.Region {
  @Override
  public boolean contains(double[][] x, int lane) {
    double[] point = new double[problem.dimension()];
    for (int k = 0; k < point.length; k++) {
      point[k] = x[k][lane];
    }
    return !(endsWithRange && Walk.underflows(point)) && !isAt(point);
  }

  /** Tells whether a point is an approximate minimum. */
  boolean isAt(double[] point) {
    int d = point.length;
    double[][] x = new double[d][1];
    double[][] g = new double[d][1];
    for (int k = 0; k < d; k++) {
      x[k][0] = point[k];
    }
    problem.objective().gradient(x, g, 1);
    double squares = 0;
    for (int k = 0; k < d; k++) {
      squares += g[k][0] * g[k][0];
    }
    return squares <= tolerance * tolerance
        && SymmetricEigen.of(laboratory.hessian(problem, point)).values()[0] > 0;
  }
}
