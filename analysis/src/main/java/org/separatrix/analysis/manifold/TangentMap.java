package org.separatrix.analysis.manifold;

import org.separatrix.api.analysis.StepMap;

/** The derivative of a step map, from the map alone. */
public final class TangentMap {
  private TangentMap() {}

  /**
   * Returns the Jacobian at a state by central differences, in 2 m steps of the map.
   *
   * <p>Its error is of order h^2 from the third derivatives of the map and of order ulp / h from
   * rounding.
   *
   * @param map the map
   * @param state the state, length m; not modified
   * @param h displacement, in units of the state
   */
  public static SquareMatrix at(StepMap map, double[] state, double h) {
    int m = map.dimension();
    double[][] columns = new double[m][m];
    double[] moved = state.clone();
    double[] forward = new double[m];
    double[] backward = new double[m];
    for (int j = 0; j < m; j++) {
      moved[j] = state[j] + h;
      double high = moved[j];
      map.apply(moved, forward);
      moved[j] = state[j] - h;
      double low = moved[j];
      map.apply(moved, backward);
      moved[j] = state[j];
      for (int i = 0; i < m; i++) {
        columns[j][i] = (forward[i] - backward[i]) / (high - low);
      }
    }
    return new SquareMatrix(columns);
  }
}
