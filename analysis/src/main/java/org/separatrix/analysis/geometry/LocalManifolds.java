package org.separatrix.analysis.geometry;

import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.ParameterizationMethod;

/**
 * Local manifolds of a map by power series, of a lower order where there are so many variables that
 * the series would become large.
 *
 * @param map the map
 * @param order the order that is wanted
 */
public record LocalManifolds(MethodMap map, int order) {
  /** So many products of terms take a small part of a second to work out and to evaluate. */
  private static final double MOST_PRODUCTS = 2e4;

  /** With a lower order the series would show no curvature. */
  private static final int LOWEST_ORDER = 2;

  /**
   * Returns the local stable manifold at a critical point.
   *
   * @throws IllegalArgumentException if there is none, or its series are too large
   */
  public LocalManifold stable(CriticalPoint point) {
    int directions = new ParameterizationMethod(map, 1).stable(point.x()).dimension();
    return new ParameterizationMethod(map, feasible(directions)).stable(point.x());
  }

  /**
   * Returns the local unstable manifold at a critical point.
   *
   * @throws IllegalArgumentException if there is none, or its series are too large
   */
  public LocalManifold unstable(CriticalPoint point) {
    int directions = new ParameterizationMethod(map, 1).unstable(point.x()).dimension();
    return new ParameterizationMethod(map, feasible(directions)).unstable(point.x());
  }

  /** Returns the largest order, up to the wanted one, whose series are small enough. */
  private int feasible(int variables) {
    int feasible = order;
    while (feasible > LOWEST_ORDER && products(variables, feasible) > MOST_PRODUCTS) {
      feasible--;
    }
    return feasible;
  }

  /** Number of pairs of monomials in m variables whose product has a degree up to n. */
  private static double products(int variables, int degree) {
    double pairs = 1;
    for (int i = 1; i <= degree; i++) {
      pairs *= (2.0 * variables + i) / i;
    }
    return pairs;
  }
}
