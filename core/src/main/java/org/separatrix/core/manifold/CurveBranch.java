package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;

/** The points of a curve in one direction, while it grows. */
final class CurveBranch {
  private final List<double[]> points = new ArrayList<>();
  private final List<Double> residuals = new ArrayList<>();
  private final List<Integer> iterations = new ArrayList<>();
  private final List<Double> orientations = new ArrayList<>();
  private double length;
  private CurveEnd end = CurveEnd.MOST_POINTS;

  void add(double[] point, double residual, int iteration, double orientation) {
    if (!points.isEmpty()) {
      length += Vectors.distance(last(), point);
    }
    points.add(point);
    residuals.add(residual);
    iterations.add(iteration);
    orientations.add(orientation);
  }

  void end(CurveEnd reason) {
    end = reason;
  }

  CurveEnd end() {
    return end;
  }

  int size() {
    return points.size();
  }

  double length() {
    return length;
  }

  double[] last() {
    return points.get(points.size() - 1);
  }

  /** Returns this branch alone, whose first point has nothing before it for the same reason. */
  ManifoldCurve curve(CurveEnd beginning) {
    return assembled(this, new CurveBranch(), beginning);
  }

  /** Returns this branch after another one, reversed, that starts at the same point. */
  ManifoldCurve after(CurveBranch backward) {
    return assembled(this, backward, backward.end);
  }

  private static ManifoldCurve assembled(
      CurveBranch forward, CurveBranch backward, CurveEnd beginning) {
    int before = Math.max(0, backward.size() - 1);
    int size = before + forward.size();
    double[][] points = new double[size][];
    double[] residuals = new double[size];
    int[] iterations = new int[size];
    List<Integer> folds = new ArrayList<>();
    double previous = 0;
    for (int i = 0; i < size; i++) {
      CurveBranch branch = i < before ? backward : forward;
      int index = i < before ? before - i : i - before;
      points[i] = branch.points.get(index);
      residuals[i] = branch.residuals.get(index);
      iterations[i] = branch.iterations.get(index);
      double orientation = branch.orientations.get(index);
      if (orientation * previous < 0) {
        folds.add(i - 1);
      }
      previous = orientation;
    }
    return new ManifoldCurve(points, residuals, iterations, folds, beginning, forward.end);
  }
}
