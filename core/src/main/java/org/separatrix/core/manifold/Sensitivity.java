package org.separatrix.core.manifold;

import java.util.List;

/**
 * How errors along a run act on coordinates at its end, to first order: p_k = p_{k+1} DF(xi_k),
 * from the derivative p_K of these coordinates by the last state.
 *
 * @param rows for each state of the run, u x N: p_k; not modified
 */
public record Sensitivity(double[][][] rows) {
  /**
   * Carries the derivative back along a run.
   *
   * @param map the map F
   * @param run states xi_0 ... xi_K, at least one
   * @param last p_K, u x N; not modified
   */
  public static Sensitivity along(MethodMap map, List<double[]> run, double[][] last) {
    double[][][] rows = new double[run.size()][][];
    rows[rows.length - 1] = last;
    for (int k = rows.length - 2; k >= 0; k--) {
      double[][] jacobian = map.jacobian(run.get(k));
      rows[k] = new double[last.length][];
      for (int i = 0; i < last.length; i++) {
        rows[k][i] = product(rows[k + 1][i], jacobian);
      }
    }
    return new Sensitivity(rows);
  }

  private static double[] product(double[] row, double[][] matrix) {
    double[] product = new double[matrix[0].length];
    for (int i = 0; i < row.length; i++) {
      Vectors.add(product, row[i], matrix[i]);
    }
    return product;
  }

  /**
   * Returns what an error of a state does to the coordinates at the end, u numbers, fresh.
   *
   * @param k number of the state
   * @param error N components; not modified
   */
  public double[] effect(int k, double[] error) {
    return Vectors.product(rows[k], error);
  }

  /**
   * Returns the Frobenius norm of p_k: by how much the coordinates at the end change at most for
   * each unit of an error of a state.
   *
   * @param k number of the state
   */
  public double amplification(int k) {
    double norm = 0;
    for (double[] row : rows[k]) {
      norm = Math.hypot(norm, Vectors.norm(row));
    }
    return norm;
  }

  /**
   * Returns by how much the coordinates at the end change at most if every step of the run errs by
   * one unit.
   */
  public double ofEveryStep() {
    double sum = 0;
    for (int k = 1; k < rows.length; k++) {
      sum += amplification(k);
    }
    return sum;
  }
}
