package org.separatrix.analysis.portrait;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;

/**
 * The edges of a box in space as a frame, with its coordinates written along three of them.
 *
 * @param view the view
 * @param box the box, three coordinates
 */
record BoxFrame(OrthographicView view, Box box) {
  /**
   * Where along an edge its two ends and its name are written, and how far beside, in diagonals.
   */
  private static final double[] ALONG = {0.1, 0.5, 0.9};

  private static final double BESIDE = 0.045;

  /** Returns the twelve edges, each from the lower to the higher end. */
  List<double[][]> edges() {
    List<double[][]> edges = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      for (int corner = 0; corner < 4; corner++) {
        edges.add(edge(k, corner));
      }
    }
    return edges;
  }

  /** Returns an edge along coordinate k, at one of four corners of the other two. */
  private double[][] edge(int k, int corner) {
    double[][] edge = new double[2][3];
    for (int end = 0; end < 2; end++) {
      int bit = 0;
      for (int j = 0; j < 3; j++) {
        int high = j == k ? end : corner >> bit++ & 1;
        edge[end][j] = high == 1 ? box.high()[j] : box.low()[j];
      }
    }
    return edge;
  }

  /**
   * Returns the names of the coordinates and the ends of their ranges, outside of the frame.
   *
   * @param problem whose coordinates they are
   */
  Layer labels(Problem problem) {
    List<double[]> places = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      double[][] edge = outermost(k);
      String[] names = {
        Numbers.number(box.low()[k]),
        PortraitLayers.coordinate(problem, k),
        Numbers.number(box.high()[k])
      };
      double[] way = outwards(edge);
      for (int i = 0; i < 3; i++) {
        double[] x = between(edge, ALONG[i]);
        double beside = BESIDE * box.diameter();
        places.add(new double[] {view.right(x) + beside * way[0], view.up(x) + beside * way[1]});
        texts.add(names[i]);
      }
    }
    return new Layer.Labels(
        "",
        Role.REFERENCE,
        Series.of(places.size(), i -> places.get(i)[0]),
        Series.of(places.size(), i -> places.get(i)[1]),
        texts,
        Layer.Labels.Anchor.MIDDLE);
  }

  /** The lowest edge along the first two coordinates, the leftmost along the third. */
  private double[][] outermost(int k) {
    double[][] best = edge(k, 0);
    for (int corner = 1; corner < 4; corner++) {
      double[][] other = edge(k, corner);
      double difference =
          k == 2
              ? view.right(between(other, 0.5)) - view.right(between(best, 0.5))
              : view.up(between(other, 0.5)) - view.up(between(best, 0.5));
      best = difference < 0 ? other : best;
    }
    return best;
  }

  /** The direction away from the middle of the box that is across an edge. */
  private double[] outwards(double[][] edge) {
    double right = view.right(edge[1]) - view.right(edge[0]);
    double up = view.up(edge[1]) - view.up(edge[0]);
    double length = Math.hypot(right, up);
    double[] middle = new double[3];
    for (int k = 0; k < 3; k++) {
      middle[k] = (box.low()[k] + box.high()[k]) / 2;
    }
    double[] at = between(edge, 0.5);
    double away =
        (view.right(at) - view.right(middle)) * up - (view.up(at) - view.up(middle)) * right;
    double sign = Math.signum(away) / length;
    return new double[] {sign * up, -sign * right};
  }

  private static double[] between(double[][] edge, double share) {
    double[] between = new double[3];
    for (int k = 0; k < 3; k++) {
      between[k] = edge[0][k] + share * (edge[1][k] - edge[0][k]);
    }
    return between;
  }
}
