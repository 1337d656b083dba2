package org.separatrix.analysis.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

/** The map of a coordinate with the starts that stay bounded under it. */
final class DivergenceFigure {
  private static final int POINTS = 400;
  private static final int MOST_RUNS = 1000;
  private static final int MOST_COORDINATES = 4;

  private DivergenceFigure() {}

  static List<Figure> of(
      CellResult cell, List<CoordinateMap> maps, List<CoordinateMap.Bounded> bounded, Runs runs) {
    List<Figure> figures = new ArrayList<>();
    for (int k = 0; k < maps.size() && figures.size() < MOST_COORDINATES; k++) {
      CoordinateMap.Bounded each = bounded.get(k);
      if (Double.isFinite(each.low()) || Double.isFinite(each.high())) {
        figures.add(of(cell, k, maps.get(k), each, runs));
      }
    }
    return figures;
  }

  private static Figure of(
      CellResult cell, int k, CoordinateMap map, CoordinateMap.Bounded bounded, Runs runs) {
    int shown = Math.min(MOST_RUNS, runs.size());
    double[] starts = IntStream.range(0, shown).mapToDouble(i -> runs.start()[k][i]).toArray();
    double low = IntStream.range(0, shown).mapToDouble(i -> starts[i]).min().orElse(0);
    double high = IntStream.range(0, shown).mapToDouble(i -> starts[i]).max().orElse(1);
    double[] grid =
        IntStream.rangeClosed(0, POINTS)
            .mapToDouble(i -> low + (high - low) * i / POINTS)
            .toArray();
    double[] ends =
        IntStream.of(0, 1)
            .mapToDouble(i -> i == 0 ? bounded.low() : bounded.high())
            .filter(Double::isFinite)
            .toArray();
    return new Figure(
        "diverging-share/" + cell.id() + "/coordinate-" + (k + 1),
        cell.problem().name(),
        Optional.of(cell.id()),
        "Coordinate %d under one step, and the starts that diverge".formatted(k + 1),
        "Starts between the ends stay bounded; an end goes to an end.",
        Axis.linear("start y of coordinate " + (k + 1)),
        Axis.linear("T(y) = y - alpha f'(y)"),
        List.of(
            new Layer.Curve(
                "T(y)",
                Role.THEORY,
                Series.of(grid),
                Series.of(grid.length, i -> map.apply(grid[i]))),
            new Layer.Curve("y", Role.REFERENCE, Series.of(grid), Series.of(grid)),
            new Layer.Markers(
                "ends",
                Role.SADDLE,
                Series.of(ends),
                Series.of(ends.length, i -> map.apply(ends[i]))),
            markers("runs that stay", Role.MEASURED, map, starts, runs, false),
            markers("runs that diverge", Role.COMPARED, map, starts, runs, true)));
  }

  private static Layer markers(
      String name, Role role, CoordinateMap map, double[] starts, Runs runs, boolean diverged) {
    double[] chosen =
        IntStream.range(0, starts.length)
            .filter(i -> (runs.termination()[i] == Termination.BUDGET) != diverged)
            .mapToDouble(i -> starts[i])
            .toArray();
    return new Layer.Markers(
        name, role, Series.of(chosen), Series.of(chosen.length, i -> map.apply(chosen[i])));
  }
}
