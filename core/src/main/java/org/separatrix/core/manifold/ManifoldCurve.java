package org.separatrix.core.manifold;

import java.util.List;

/**
 * A piece of a stable or unstable manifold as a polyline.
 *
 * @param points the points in order; not to be modified
 * @param residuals for each point, its distance from the manifold as estimated by one more step of
 *     the map, so that both the power series and rounding show; not to be modified
 * @param iterations for each point, the number of steps between it and the local manifold; not to
 *     be modified
 * @param folds numbers of the points after which the determinant of the map's derivative changes
 *     its sign before the next: the curve crosses a fold of the map. Left empty for unstable
 *     manifolds
 * @param beginning why it does not go on before the first point
 * @param ending why it does not go on after the last one
 */
public record ManifoldCurve(
    double[][] points,
    double[] residuals,
    int[] iterations,
    List<Integer> folds,
    CurveEnd beginning,
    CurveEnd ending) {
  /** Copies the list. */
  public ManifoldCurve {
    folds = List.copyOf(folds);
  }

  /** Returns the number of points. */
  public int size() {
    return points.length;
  }

  /** Tells whether the curve goes on beyond an end where a limit of length or points was met. */
  public boolean isCut() {
    return isLimit(beginning) || isLimit(ending);
  }

  private static boolean isLimit(CurveEnd end) {
    return end == CurveEnd.ARC_LENGTH || end == CurveEnd.MOST_POINTS;
  }

  /** Returns the length of the polyline. */
  public double length() {
    double length = 0;
    for (int i = 1; i < points.length; i++) {
      length += Vectors.distance(points[i - 1], points[i]);
    }
    return length;
  }

  /** Returns the largest residual. */
  public double largestResidual() {
    double largest = 0;
    for (double residual : residuals) {
      largest = residual <= largest ? largest : residual;
    }
    return largest;
  }

  /**
   * Returns the distance of a point from the polyline.
   *
   * @param point as many coordinates as the points have; not modified
   */
  public double distance(double... point) {
    double least = Vectors.distance(points[0], point);
    for (int i = 1; i < points.length; i++) {
      double[] side = Vectors.sum(points[i], -1, points[i - 1]);
      double[] offset = Vectors.sum(point, -1, points[i - 1]);
      double squared = Vectors.dot(side, side);
      double share = squared == 0 ? 0 : Vectors.dot(side, offset) / squared;
      double clamped = Math.max(0, Math.min(1, share));
      least = Math.min(least, Vectors.norm(Vectors.sum(offset, -clamped, side)));
    }
    return least;
  }
}
