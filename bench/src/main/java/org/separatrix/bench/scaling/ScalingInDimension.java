package org.separatrix.bench.scaling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.separatrix.api.objective.Formula;
import org.separatrix.bench.report.LogLogPlot;
import org.separatrix.bench.report.Table;
import org.separatrix.objectives.Rosenbrock;
import org.separatrix.objectives.StyblinskiTang;

/** The cost of steps against the dimension: in the engine alone, and in a whole study. */
final class ScalingInDimension {
  private static final int STUDY_RUNS = 1000;

  private final Path home;
  private final double seconds;
  private final double limit;
  private final Consumer<String> progress;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();

  /**
   * Creates a measurement.
   *
   * @param home the checkout
   * @param seconds time to measure each point in the engine
   * @param limit seconds that a study may take
   * @param progress is told what is done
   */
  ScalingInDimension(Path home, double seconds, double limit, Consumer<String> progress) {
    this.home = home;
    this.seconds = seconds;
    this.limit = limit;
    this.progress = progress;
  }

  /** Measures the sum of double wells and Rosenbrock's function. */
  void measure(List<Integer> dimensions) throws IOException, InterruptedException {
    measure(
        "double wells", "double-wells.yaml", d -> new StyblinskiTang(d).formula(), 5, dimensions);
    measure("Rosenbrock", "rosenbrock.yaml", d -> new Rosenbrock(d).formula(), 2.048, dimensions);
  }

  private void measure(
      String name,
      String study,
      IntFunction<Formula> formula,
      double bound,
      List<Integer> dimensions)
      throws IOException, InterruptedException {
    List<Curve.Point> points = new ArrayList<>();
    List<StudyCost> costs = new ArrayList<>();
    for (int d : dimensions) {
      progress.accept(name + ", d = " + d);
      points.add(new Curve.Point(d, d * EngineCost.nanoseconds(formula.apply(d), bound, seconds)));
      costs.add(
          StudyCost.of(
              home, study, 1, limit, "runs=" + STUDY_RUNS, "objectives[0].dimension=" + d));
    }
    Curve curve = new Curve(name, points);
    for (int i = 0; i < points.size(); i++) {
      Curve.Point point = points.get(i);
      StudyCost cost = costs.get(i);
      rows.add(
          List.of(
              name,
              String.format(Locale.ROOT, "%.0f", point.size()),
              String.format(Locale.ROOT, "%.2f", point.cost()),
              String.format(Locale.ROOT, "%.3f", point.costPerUnit()),
              String.format(Locale.ROOT, "%.2f", curve.ratioToLinear(point)),
              String.format(
                  Locale.ROOT, cost.isFinished() ? "%.2f" : "over %.0f", cost.seconds())));
    }
    curves.add(curve);
  }

  Table table() {
    return new Table(
        List.of(
            "objective",
            "d",
            "ns per step",
            "ns per coordinate and step",
            "to linear",
            "seconds of a study of 1,000 runs"),
        rows);
  }

  List<String> departures() {
    return curves.stream().map(Curve::departure).toList();
  }

  LogLogPlot plot() {
    LogLogPlot plot =
        new LogLogPlot("A step of gradient descent in the engine, one thread", "d", "ns");
    curves.forEach(curve -> curve.addTo(plot));
    return plot;
  }
}
