package org.separatrix.runner.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

/** Draws sweeps: what was measured against the parameter, over what the theory gives. */
public final class SweepFigures {
  /** Figures of a study at most; summary.json has every sweep. */
  private static final int MOST = 12;

  /** Parameters that span more than this factor are drawn on a logarithmic axis. */
  private static final double WIDE = 30;

  private SweepFigures() {}

  /**
   * Returns figures of the first sweeps that have a prediction, or of all if none has.
   *
   * @param sweeps of one study
   */
  public static List<Figure> of(List<Sweep> sweeps) {
    List<Sweep> predicted =
        sweeps.stream().filter(sweep -> sweep.prediction().isPresent()).toList();
    List<Figure> figures = new ArrayList<>();
    for (Sweep sweep : predicted.isEmpty() ? sweeps : predicted) {
      if (figures.size() < MOST) {
        figures.add(figure(sweep, figures.size() + 1));
      }
    }
    return figures;
  }

  private static Figure figure(Sweep sweep, int number) {
    Series values = Series.of(sweep.points().stream().mapToDouble(Sweep.Point::value));
    List<Layer> layers = new ArrayList<>();
    List<Sweep.Point> predicted =
        sweep.points().stream().filter(point -> point.predicted().isPresent()).toList();
    if (!predicted.isEmpty()) {
      layers.add(
          new Layer.Curve(
              "predicted",
              Role.THEORY,
              Series.of(predicted.stream().mapToDouble(Sweep.Point::value)),
              Series.of(predicted.stream().mapToDouble(point -> point.predicted().orElseThrow()))));
    }
    layers.add(
        new Layer.Markers(
            "measured",
            Role.MEASURED,
            values,
            Series.of(sweep.points().stream().mapToDouble(Sweep.Point::observed))));
    return new Figure(
        String.format(Locale.ROOT, "sweep/%02d-%s", number, sweep.shortParameter()),
        sweep.subject(),
        Optional.empty(),
        sweep.title() + " against " + sweep.shortParameter(),
        "%s: %d cells that differ in %s alone"
            .formatted(sweep.subject(), sweep.points().size(), sweep.parameter()),
        isWide(values)
            ? Axis.logarithmic(sweep.shortParameter())
            : Axis.linear(sweep.shortParameter()),
        Axis.linear(sweep.quantity()),
        layers);
  }

  private static boolean isWide(Series values) {
    double least = values.stream().min().orElse(0);
    return least > 0 && values.stream().max().orElse(0) / least > WIDE;
  }
}
