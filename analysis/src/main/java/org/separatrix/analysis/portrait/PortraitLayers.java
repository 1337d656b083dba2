package org.separatrix.analysis.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;

/** Layers that phase portraits are made of. */
public final class PortraitLayers {
  private static final int CELLS = 100;

  /** A curve of more points is drawn through every second, third, ... of them. */
  private static final int MOST_POINTS = 4000;

  private PortraitLayers() {}

  /**
   * Returns curves in one layer, with gaps between them.
   *
   * @param name for the legend
   * @param role what they stand for
   * @param curves points of each, two coordinates; not modified
   */
  public static Layer curves(String name, Role role, List<double[][]> curves) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (double[][] points : curves) {
      int stride = 1 + points.length / MOST_POINTS;
      for (int i = 0; i < points.length; i += stride) {
        x.add(points[i][0]);
        y.add(points[i][1]);
      }
      x.add(Double.NaN);
      y.add(Double.NaN);
    }
    return new Layer.Curve(
        name,
        role,
        Series.of(x.stream().mapToDouble(v -> v)),
        Series.of(y.stream().mapToDouble(v -> v)));
  }

  /**
   * Returns critical points, a layer for each kind that there is.
   *
   * @param points the points
   * @param place where a point is drawn, two coordinates; empty if it is not
   */
  public static List<Layer> points(
      List<CriticalPoint> points, Function<CriticalPoint, Optional<double[]>> place) {
    List<Layer> layers = new ArrayList<>();
    for (CriticalPointKind kind : CriticalPointKind.values()) {
      List<double[]> places =
          points.stream()
              .filter(point -> point.kind() == kind)
              .flatMap(point -> place.apply(point).stream())
              .toList();
      if (!places.isEmpty()) {
        layers.add(
            new Layer.Markers(
                kind.label(),
                role(kind),
                Series.of(places.size(), i -> places.get(i)[0]),
                Series.of(places.size(), i -> places.get(i)[1])));
      }
    }
    return layers;
  }

  /**
   * Returns what critical points of a kind are drawn as.
   *
   * @param kind the kind
   */
  static Role role(CriticalPointKind kind) {
    return switch (kind) {
      case STRICT_SADDLE -> Role.SADDLE;
      case LOCAL_MINIMUM -> Role.MINIMUM;
      case LOCAL_MAXIMUM -> Role.MAXIMUM;
      case DEGENERATE, UNDECIDED -> Role.DEGENERATE;
    };
  }

  /**
   * Returns the contours of a function over a part of a plane.
   *
   * @param objective the function
   * @param x range of the first coordinate
   * @param y range of the second one
   * @param position of two coordinates
   */
  public static Layer contours(
      Objective objective,
      Axis.Range x,
      Axis.Range y,
      BiFunction<Double, Double, double[]> position) {
    Grid grid = new Grid(x, y, CELLS, CELLS);
    double[][] lanes = new double[objective.dimension()][CELLS * CELLS];
    for (int n = 0; n < CELLS * CELLS; n++) {
      double[] at = position.apply(grid.middleOfColumn(n % CELLS), grid.middleOfRow(n / CELLS));
      for (int k = 0; k < at.length; k++) {
        lanes[k][n] = at[k];
      }
    }
    double[] f = new double[CELLS * CELLS];
    objective.value(lanes, f, f.length);
    Series values = Series.of(f.length, n -> Double.isFinite(f[n]) ? f[n] : Double.NaN);
    return new Layer.Contours("f", grid, values);
  }

  /**
   * Returns what a coordinate is called: as in the formula, or x_1, x_2 and so on.
   *
   * @param problem the objective
   * @param k its number, from 0
   */
  public static String coordinate(Problem problem, int k) {
    return problem.objective() instanceof ClosedForm closed
        ? closed.formula().variables().get(k)
        : "x_" + (k + 1);
  }
}
