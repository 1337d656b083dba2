package org.separatrix.core.region;

import java.util.Optional;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * A point at which gradient descent folds space: an eigenvalue of the Hessian passes 1/alpha.
 * Computed with rounding to nearest.
 *
 * @param point the point, d numbers
 * @param frame rows: the eigenvector of that eigenvalue and those of the others, d x d
 * @param across the direction in which the eigenvalue changes fastest, of length 1
 */
record FoldPoint(double[] point, double[][] frame, double[] across) {

  /**
   * Describes the fold at a point.
   *
   * @param step for differences of Hessians
   * @return nothing where the Hessian does not exist
   */
  static Optional<FoldPoint> at(
      IntervalExtension gradient, double alpha, double[] point, double step) {
    Optional<SymmetricEigen> hessian = PointHessian.of(gradient, IntervalVector.point(point));
    if (hessian.isEmpty()) {
      return Optional.empty();
    }
    SymmetricEigen eigen = hessian.get();
    int nearest = 0;
    for (int j = 1; j < point.length; j++) {
      boolean nearer =
          Math.abs(1 - alpha * eigen.value(j)) < Math.abs(1 - alpha * eigen.value(nearest));
      nearest = nearer ? j : nearest;
    }
    double[][] frame = eigen.vectors();
    double[] folded = frame[nearest];
    frame[nearest] = frame[0];
    frame[0] = folded;
    return Optional.of(new FoldPoint(point, frame, slope(gradient, point, folded, step)));
  }

  /** Returns the direction of the gradient of w'H w. */
  private static double[] slope(
      IntervalExtension gradient, double[] point, double[] w, double step) {
    double[] slope = new double[point.length];
    double norm = 0;
    for (int k = 0; k < slope.length; k++) {
      double[] shifted = point.clone();
      shifted[k] = point[k] + step;
      double above = quadratic(gradient, shifted, w);
      shifted[k] = point[k] - step;
      slope[k] = above - quadratic(gradient, shifted, w);
      norm = Math.hypot(norm, slope[k]);
    }
    for (int k = 0; k < slope.length; k++) {
      slope[k] = norm > 0 && norm < Double.POSITIVE_INFINITY ? slope[k] / norm : w[k];
    }
    return slope;
  }

  private static double quadratic(IntervalExtension gradient, double[] point, double[] w) {
    IntervalVector vector = IntervalVector.point(w);
    IntervalMatrix hessian = gradient.hessian(IntervalVector.point(point)).range();
    return vector.dot(hessian.times(vector)).midpoint();
  }
}
