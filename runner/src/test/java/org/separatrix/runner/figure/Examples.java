package org.separatrix.runner.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

/** Figures to draw. */
public final class Examples {
  private Examples() {}

  public static Figure of(String id, Axis x, Axis y, List<Layer> layers) {
    return new Figure(id, "lee", Optional.empty(), "A figure", "What to see.", x, y, layers);
  }

  /** A figure with a layer of each kind, on linear axes. */
  public static Figure landscape() {
    Grid grid = new Grid(new Axis.Range(-2, 2), new Axis.Range(-1, 1), 40, 20);
    Series f = values(grid, false);
    Series labels = values(grid, true);
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Regions("basin", grid, labels, List.of("below", "above")));
    layers.add(new Layer.Contours("f", grid, f));
    layers.add(new Layer.Band("band", Role.MEASURED, xs(), ys(-0.2), ys(0.2)));
    layers.add(new Layer.Bars("bars", Role.COMPARED, Series.of(-2, -1, 0), Series.of(0.5, -0.5)));
    layers.add(new Layer.Intervals("interval", Role.MEASURED, xs(), ys(-0.1), ys(0.1)));
    layers.add(new Layer.Curve("curve", Role.THEORY, xs(), ys(0)));
    layers.add(
        new Layer.Labels(
            "",
            Role.REFERENCE,
            Series.of(0),
            Series.of(0.5),
            List.of("<b>{a} 1</b>"),
            Layer.Labels.Anchor.MIDDLE));
    for (Role role : Role.values()) {
      double offset = 0.01 * layers.size();
      layers.add(new Layer.Markers("marks of " + role, role, xs(), ys(offset)));
    }
    return of("landscape/lee", Axis.linear("x_1"), Axis.linear("x_2"), layers)
        .with(Figure.Aspect.EQUAL);
  }

  /** Data as they come when something went wrong. */
  public static Figure hostile(Axis x, Axis y) {
    double nan = Double.NaN;
    double infinite = Double.POSITIVE_INFINITY;
    Series wild =
        Series.of(nan, 0, -1, 1e-320, 1e308, -1e308, infinite, -infinite, 3, Double.MIN_VALUE);
    Series tame = Series.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    Series steps = Series.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    return of(
        "hostile",
        x,
        y,
        List.of(
            new Layer.Curve("curve", Role.THEORY, tame, wild),
            new Layer.Curve("curve", Role.THEORY, wild, tame),
            new Layer.Markers("", Role.SADDLE, wild, wild),
            new Layer.Band("", Role.MEASURED, tame, wild, wild),
            new Layer.Intervals("", Role.MEASURED, tame, wild, tame),
            new Layer.Bars("", Role.MEASURED, steps, wild),
            new Layer.Curve("no points", Role.MEASURED, Series.of(), Series.of())));
  }

  private static Series xs() {
    return Series.of(5, i -> -1.5 + 0.75 * i);
  }

  private static Series ys(double offset) {
    return Series.of(5, i -> offset + 0.1 * i);
  }

  private static Series values(Grid grid, boolean labels) {
    return Series.of(
        grid.columns() * grid.rows(),
        i -> {
          double x = grid.middleOfColumn(i % grid.columns());
          double y = grid.middleOfRow(i / grid.columns());
          return labels ? (y > 0 ? 1 : 0) : x * x + y * y;
        });
  }
}
