package org.separatrix.bench.scaling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.separatrix.bench.report.LogLogPlot;
import org.separatrix.bench.report.Table;

/** The cost of a whole study of Lee's function against its number of runs. */
final class ScalingInRuns {
  private static final double NANOSECONDS = 1e9;

  private final Path home;
  private final double limit;
  private final Consumer<String> progress;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();

  /**
   * Creates a measurement.
   *
   * @param home the checkout
   * @param limit seconds that a study may take
   * @param progress is told what is done
   */
  ScalingInRuns(Path home, double limit, Consumer<String> progress) {
    this.home = home;
    this.limit = limit;
    this.progress = progress;
  }

  /** Measures from 10^4 runs on, by decades. */
  void measure(long most, int threads) throws IOException, InterruptedException {
    List<Curve.Point> points = new ArrayList<>();
    List<StudyCost> costs = new ArrayList<>();
    for (long runs = 10_000; runs <= most; runs *= 10) {
      progress.accept(runs + " runs on " + threads + " threads");
      StudyCost cost = StudyCost.of(home, "lee.yaml", threads, limit, "runs=" + runs);
      if (!cost.isFinished()) {
        progress.accept("did not end in " + limit + " s");
        break;
      }
      points.add(new Curve.Point(runs, cost.seconds()));
      costs.add(cost);
    }
    Curve curve = new Curve(threads == 1 ? "1 thread" : threads + " threads", points);
    for (int i = 0; i < points.size(); i++) {
      StudyCost cost = costs.get(i);
      Curve.Point point = points.get(i);
      rows.add(
          List.of(
              Integer.toString(threads),
              String.format(Locale.ROOT, "%,.0f", point.size()),
              String.format(Locale.ROOT, "%.2f", cost.seconds()),
              String.format(Locale.ROOT, "%.1f", point.costPerUnit() * NANOSECONDS),
              String.format(Locale.ROOT, "%.3f", cost.seconds() / cost.gradients() * NANOSECONDS),
              String.format(Locale.ROOT, "%.2f", curve.ratioToLinear(point)),
              speedup(point),
              cost.megabytes().isPresent()
                  ? String.format(Locale.ROOT, "%.0f", cost.megabytes().getAsDouble())
                  : ""));
    }
    curves.add(curve);
  }

  /** Compares with the first curve. */
  private String speedup(Curve.Point point) {
    return curves.stream()
        .limit(1)
        .flatMap(first -> first.points().stream())
        .filter(single -> single.size() == point.size())
        .map(single -> String.format(Locale.ROOT, "%.2f", single.cost() / point.cost()))
        .findFirst()
        .orElse("");
  }

  Table table() {
    return new Table(
        List.of(
            "threads",
            "runs",
            "seconds",
            "ns per run",
            "ns per step",
            "to linear",
            "times 1 thread",
            "MB"),
        rows);
  }

  List<String> departures() {
    return curves.stream().map(Curve::departure).toList();
  }

  LogLogPlot plot() {
    LogLogPlot plot =
        new LogLogPlot("A study of Lee's function, from YAML to summary", "runs", "seconds");
    curves.forEach(curve -> curve.addTo(plot));
    return plot;
  }
}
