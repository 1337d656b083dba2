package org.separatrix.core.region;

import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;

/**
 * How little the map of a method stretches: a number s with |Phi(xi) - Phi(eta)| &gt;= s |xi - eta|
 * for all states whose positions lie in a convex set on which the Hessian's eigenvalues are known.
 * If s is positive the map is injective there.
 *
 * <p>Along the segment from eta to xi, Phi(xi) - Phi(eta) = M (xi - eta), where M belongs to the
 * mean of the Hessians and so falls into blocks A + lambda B C with lambda in the same range. Hence
 * s is the least singular value of these blocks; it is |1 - alpha lambda|, at least 1 - alpha L,
 * for gradient descent (Lee, Simchowitz, Jordan and Recht 2016, proposition 4.5). For n state
 * vectors it is bounded by sigma_min &gt;= |det M| ((n - 1)^(1/2) / |M|_F)^(n - 1), from the means
 * of the other singular values.
 */
public final class LeastStretch {
  private static final int PARTS = 256;

  private LeastStretch() {}

  /**
   * Returns a lower bound, rounding included; 0 if none is known.
   *
   * @param method the method
   * @param eigenvalues contains the eigenvalues of the Hessian
   */
  public static double of(LinearMethod method, Interval eigenvalues) {
    MethodMatrices matrices = MethodMatrices.of(method);
    AffineDeterminant determinant = AffineDeterminant.of(matrices);
    if (matrices.b().dimension() == 1) {
      return determinant.over(eigenvalues).mignitude();
    }
    if (!eigenvalues.isBounded() || eigenvalues.isEmpty()) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    double low = eigenvalues.low();
    for (int part = 1; part <= PARTS; part++) {
      double share = (double) part / PARTS;
      double high =
          part == PARTS
              ? eigenvalues.high()
              : (1 - share) * eigenvalues.low() + share * eigenvalues.high();
      Interval lambda = new Interval(Math.min(low, high), Math.max(low, high));
      least = Math.min(least, ofBlock(matrices, determinant, lambda));
      low = high;
    }
    return least;
  }

  private static double ofBlock(
      MethodMatrices matrices, AffineDeterminant determinant, Interval lambda) {
    int n = matrices.b().dimension();
    Interval[][] block = new Interval[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Interval product = matrices.b().get(i).times(matrices.c().get(j)).times(lambda);
        block[i][j] = matrices.a().get(i, j).plus(product);
      }
    }
    Interval norm = Interval.point(IntervalMatrix.of(block).frobeniusNorm());
    Interval others = Interval.ONE;
    for (int j = 1; j < n; j++) {
      others = others.times(norm.dividedBy(Interval.point(n - 1).sqrt()));
    }
    double bound = Interval.point(determinant.over(lambda).mignitude()).dividedBy(others).low();
    return Math.max(0, bound);
  }
}
