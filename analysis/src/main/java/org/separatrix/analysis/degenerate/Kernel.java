package org.separatrix.analysis.degenerate;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;

/**
 * The kernel of the Hessian at a critical point, as far as it can be told from small eigenvalues.
 *
 * @param point the point
 * @param vectors orthonormal, each of length d; none if the point is not degenerate
 * @param others indices of the other eigenvalues
 */
public record Kernel(CriticalPoint point, List<double[]> vectors, List<Integer> others) {
  /** Eigenvalues below this share of L count as 0. */
  private static final double ZERO = 1e-6;

  /** Copies the lists. */
  public Kernel {
    vectors = List.copyOf(vectors);
    others = List.copyOf(others);
  }

  /**
   * Returns the kernel at a point.
   *
   * @param problem the objective
   * @param point one of its critical points
   */
  public static Kernel of(Problem problem, CriticalPoint point) {
    double[] lambda = point.eigenvalues();
    double norm = problem.lipschitz().map(Problem.LipschitzBound::value).orElse(0.0);
    for (double each : lambda) {
      norm = Math.max(norm, Math.abs(each));
    }
    List<double[]> vectors = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < lambda.length; i++) {
      if (Math.abs(lambda[i]) <= ZERO * norm) {
        vectors.add(point.eigenvectors()[i]);
      } else {
        others.add(i);
      }
    }
    return new Kernel(point, vectors, others);
  }

  /** Returns its dimension. */
  public int dimension() {
    return vectors.size();
  }
}
