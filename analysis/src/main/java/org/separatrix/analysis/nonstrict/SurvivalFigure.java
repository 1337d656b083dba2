package org.separatrix.analysis.nonstrict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.CriticalPoint;

/** The share of runs that a degenerate point has not let go, against the step. */
final class SurvivalFigure {
  private static final int POINTS = 100;

  private SurvivalFigure() {}

  static Figure of(CellResult cell, CriticalPoint point, SurvivalLaw law, Survivors survivors) {
    int n = survivors.steps().length;
    int last = survivors.steps()[n - 1];
    double exponent = law.form().exponent();
    double[] steps =
        IntStream.range(0, POINTS)
            .mapToDouble(i -> Math.rint(Math.pow(last, (double) i / (POINTS - 1))))
            .toArray();
    double end = survivors.share(n - 1);
    List<Layer> layers = new ArrayList<>();
    layers.add(
        new Layer.Markers(
            "measured",
            Role.MEASURED,
            Series.of(IntStream.of(survivors.steps()).asDoubleStream()),
            Series.of(n, survivors::share)));
    layers.add(
        new Layer.Curve(
            law.form().dimension() == 1 ? "law" : "power law through the last point",
            Role.THEORY,
            Series.of(steps),
            Series.of(
                POINTS,
                i ->
                    law.form().dimension() == 1
                        ? law.share((int) steps[i])
                        : end
                            * Math.pow(
                                (1 + steps[i] / law.unit()) / (1 + last / law.unit()),
                                -exponent))));
    return new Figure(
        "degenerate-survival/" + cell.id() + "/" + point.id(),
        cell.problem().name(),
        Optional.of(cell.id()),
        "Runs that the degenerate point %s has not let go".formatted(Numbers.point(point.x())),
        exponent == 0
            ? "A set of positive measure stays for ever."
            : "The share falls as k^-%s.".formatted(Numbers.number(exponent)),
        Axis.logarithmic("step k"),
        Axis.logarithmic("share of runs not yet gone, P(T > k)"),
        layers);
  }
}
