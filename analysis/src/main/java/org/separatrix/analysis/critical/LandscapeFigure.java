package org.separatrix.analysis.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.portrait.PortraitLayers;
import org.separatrix.analysis.portrait.RunPaths;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;

/** A function of two variables with its critical points, and runs of the first methods. */
final class LandscapeFigure {
  private static final int METHODS = 3;

  private LandscapeFigure() {}

  /** Returns the figure; empty for other numbers of variables. */
  static Optional<Figure> of(Census census, StudyResult result, Laboratory laboratory) {
    Problem problem = census.problem();
    if (problem.dimension() != 2) {
      return Optional.empty();
    }
    Box domain = problem.domain();
    Axis.Range x = new Axis.Range(domain.low()[0], domain.high()[0]);
    Axis.Range y = new Axis.Range(domain.low()[1], domain.high()[1]);
    List<Layer> layers = new ArrayList<>();
    layers.add(PortraitLayers.contours(problem.objective(), x, y, (u, v) -> new double[] {u, v}));
    result.cells().stream()
        .filter(cell -> cell.problem().name().equals(problem.name()))
        .filter(cell -> cell.optimizer().isDeterministic())
        .limit(METHODS)
        .forEach(cell -> layers.add(runs(cell, laboratory)));
    layers.addAll(
        PortraitLayers.points(
            census.points(),
            point -> domain.contains(point.x()) ? Optional.of(point.x()) : Optional.empty()));
    return Optional.of(
        new Figure(
                "landscape/" + problem.name(),
                problem.name(),
                Optional.empty(),
                problem.name(),
                "Contours of f, its critical points, and the first runs of methods without chance.",
                Axis.linear(PortraitLayers.coordinate(problem, 0)).between(x.low(), x.high()),
                Axis.linear(PortraitLayers.coordinate(problem, 1)).between(y.low(), y.high()),
                layers)
            .with(Figure.Aspect.EQUAL));
  }

  private static Layer runs(CellResult cell, Laboratory laboratory) {
    return PortraitLayers.curves(
        cell.optimizerName(), Role.TRAJECTORY, RunPaths.of(cell, laboratory));
  }
}
