package org.separatrix.analysis.portrait;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.objective.Box;
import org.separatrix.core.manifold.ManifoldMesh;

/**
 * Draws lines in space as they are seen: cut off at a box, and left out where a surface is in front
 * of them.
 */
final class HiddenLines {
  /** Lines are cut into pieces of this part of the box's diagonal, each seen or not. */
  private static final double PIECE = 1.0 / 150;

  /** So far in front, relative to the diagonal, is in front; what lies on the surface is not. */
  private static final double IN_FRONT = 1.0 / 150;

  private final OrthographicView view;
  private final Box box;
  private final double diagonal;
  private final List<double[][]> triangles = new ArrayList<>();

  /**
   * Prepares a view without surfaces.
   *
   * @param view the view
   * @param box what is shown
   */
  HiddenLines(OrthographicView view, Box box) {
    this.view = view;
    this.box = box;
    diagonal = box.diameter();
  }

  /** Puts the part of a surface that lies in the box between the viewer and what is behind it. */
  void hideBehind(ManifoldMesh mesh) {
    for (int[] triangle : mesh.triangles()) {
      double[][] corners = new double[3][];
      boolean inside = true;
      for (int i = 0; i < 3; i++) {
        double[] x = mesh.vertices()[triangle[i]];
        inside &= box.contains(x);
        corners[i] = new double[] {view.right(x), view.up(x), view.depth(x)};
      }
      if (inside) {
        triangles.add(corners);
      }
    }
  }

  /**
   * Returns what is seen of a polyline: points in the view, no number between separate parts.
   *
   * @param line points in space; not modified
   */
  List<double[]> seen(double[][] line) {
    List<double[]> seen = new ArrayList<>();
    boolean drawing = false;
    for (int i = 1; i < line.length; i++) {
      int pieces = (int) Math.ceil(distance(line[i - 1], line[i]) / (PIECE * diagonal));
      for (int n = 0; n < pieces; n++) {
        double[] from = between(line[i - 1], line[i], (double) n / pieces);
        double[] to = between(line[i - 1], line[i], (n + 1.0) / pieces);
        double[] middle = between(from, to, 0.5);
        boolean visible = box.contains(middle) && !isHidden(middle);
        if (visible && !drawing) {
          seen.add(projected(from));
        }
        if (visible) {
          seen.add(projected(to));
        } else if (drawing) {
          seen.add(new double[] {Double.NaN, Double.NaN});
        }
        drawing = visible;
      }
    }
    return seen;
  }

  private double[] projected(double[] x) {
    return new double[] {view.right(x), view.up(x)};
  }

  private boolean isHidden(double[] x) {
    double right = view.right(x);
    double up = view.up(x);
    double depth = view.depth(x) + IN_FRONT * diagonal;
    for (double[][] triangle : triangles) {
      double[] a = triangle[0];
      double[] b = triangle[1];
      double[] c = triangle[2];
      double area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
      double p = ((right - a[0]) * (c[1] - a[1]) - (up - a[1]) * (c[0] - a[0])) / area;
      double q = ((b[0] - a[0]) * (up - a[1]) - (b[1] - a[1]) * (right - a[0])) / area;
      // Edge on, p and q are not numbers, and the triangle hides nothing.
      if (p >= 0 && q >= 0 && p + q <= 1 && a[2] + p * (b[2] - a[2]) + q * (c[2] - a[2]) > depth) {
        return true;
      }
    }
    return false;
  }

  private static double[] between(double[] from, double[] to, double share) {
    double[] between = new double[from.length];
    for (int k = 0; k < between.length; k++) {
      between[k] = from[k] + share * (to[k] - from[k]);
    }
    return between;
  }

  private static double distance(double[] x, double[] y) {
    double distance = 0;
    for (int k = 0; k < x.length; k++) {
      distance = Math.hypot(distance, x[k] - y[k]);
    }
    return distance;
  }
}
