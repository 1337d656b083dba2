package org.separatrix.analysis.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;

/** A function of two variables: its contours below, its critical points above other layers. */
public final class PlanePortrait {
  private PlanePortrait() {}

  /**
   * Returns the figure.
   *
   * @param census the function, of two variables, and its critical points
   * @param id of the figure
   * @param cell id of the cell that it shows, if it shows one
   * @param title of the figure
   * @param caption of the figure
   * @param between what is drawn above the contours and below the points
   */
  public static Figure of(
      Census census,
      String id,
      Optional<String> cell,
      String title,
      String caption,
      List<Layer> between) {
    Problem problem = census.problem();
    Box domain = problem.domain();
    Axis.Range x = new Axis.Range(domain.low()[0], domain.high()[0]);
    Axis.Range y = new Axis.Range(domain.low()[1], domain.high()[1]);
    List<Layer> layers = new ArrayList<>();
    layers.add(PortraitLayers.contours(problem.objective(), x, y, (u, v) -> new double[] {u, v}));
    layers.addAll(between);
    layers.addAll(
        PortraitLayers.points(
            census.points(),
            point -> domain.contains(point.x()) ? Optional.of(point.x()) : Optional.empty()));
    return new Figure(
            id,
            problem.name(),
            cell,
            title,
            caption,
            Axis.linear(PortraitLayers.coordinate(problem, 0)).between(x.low(), x.high()),
            Axis.linear(PortraitLayers.coordinate(problem, 1)).between(y.low(), y.high()),
            layers)
        .with(Figure.Aspect.EQUAL);
  }
}
