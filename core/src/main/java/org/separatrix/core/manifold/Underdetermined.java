package org.separatrix.core.manifold;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Linear equations, one fewer than unknowns: the curve of their solutions and the way to it.
 *
 * @param rows u x (u + 1); not modified
 */
record Underdetermined(double[][] rows) {
  /**
   * Returns the shortest vector that takes values to 0: -J' (J J')^{-1} t.
   *
   * @param values t, u numbers; not modified
   * @throws org.hipparchus.exception.MathRuntimeException if the rows are dependent
   */
  double[] correction(double[] values) {
    if (rows.length == 1) {
      return Vectors.scaled(-values[0] / Vectors.dot(rows[0], rows[0]), rows[0]);
    }
    // Rows of one length each, as they differ by the growth in their directions.
    double[][] unit = new double[rows.length][];
    double[] scaled = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double norm = Vectors.norm(rows[i]);
      unit[i] = Vectors.scaled(1 / norm, rows[i]);
      scaled[i] = -values[i] / norm;
    }
    RealMatrix matrix = new Array2DRowRealMatrix(unit, false);
    return matrix.preMultiply(
        new LUDecomposition(matrix.multiplyTransposed(matrix))
            .getSolver()
            .solve(new ArrayRealVector(scaled, false))
            .toArray());
  }

  /** Returns a unit vector that all rows take to 0; in the plane the row turned to the left. */
  double[] tangent() {
    if (rows.length == 1) {
      double norm = Vectors.norm(rows[0]);
      return new double[] {-rows[0][1] / norm, rows[0][0] / norm};
    }
    double[][] basis = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      basis[i] = orthogonal(rows[i], basis, i);
    }
    double[] longest = new double[rows[0].length];
    for (int k = 0; k < longest.length; k++) {
      double[] unit = new double[longest.length];
      unit[k] = 1;
      double[] rest = projected(unit, basis, basis.length);
      longest = Vectors.norm(rest) > Vectors.norm(longest) ? rest : longest;
    }
    return orthogonal(longest, basis, basis.length);
  }

  /** Gram and Schmidt's method, twice, as once loses digits where rows are nearly parallel. */
  private static double[] orthogonal(double[] vector, double[][] basis, int count) {
    double[] once = projected(vector, basis, count);
    double[] twice = projected(Vectors.scaled(1 / Vectors.norm(once), once), basis, count);
    return Vectors.scaled(1 / Vectors.norm(twice), twice);
  }

  private static double[] projected(double[] vector, double[][] basis, int count) {
    double[] rest = Arrays.copyOf(vector, vector.length);
    for (int i = 0; i < count; i++) {
      Vectors.add(rest, -Vectors.dot(rest, basis[i]), basis[i]);
    }
    return rest;
  }
}
