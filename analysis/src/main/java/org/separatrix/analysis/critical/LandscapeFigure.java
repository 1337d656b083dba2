package org.separatrix.analysis.critical;

import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.portrait.PlanePortrait;
import org.separatrix.analysis.portrait.PortraitLayers;
import org.separatrix.analysis.portrait.RunPaths;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
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
    List<Layer> runs =
        result.cells().stream()
            .filter(cell -> cell.problem().name().equals(problem.name()))
            .filter(cell -> cell.optimizer().isDeterministic())
            .limit(METHODS)
            .map(cell -> runs(cell, laboratory))
            .toList();
    return Optional.of(
        PlanePortrait.of(
            census,
            "landscape/" + problem.name(),
            Optional.empty(),
            problem.name(),
            "Contours of f, its critical points, and the first runs of deterministic methods.",
            runs));
  }

  private static Layer runs(CellResult cell, Laboratory laboratory) {
    return PortraitLayers.curves(
        cell.optimizerName(), Role.TRAJECTORY, RunPaths.of(cell, laboratory));
  }
}
