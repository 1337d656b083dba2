package org.separatrix.analysis.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.core.statistics.ClopperPearson;

/** Draws the steps at which runs left a saddle, and how many were left, with the exact law. */
record ExitFigures(Escape escape, ExitTest.Experiment experiment) {
  private static final int MOST_BARS = 60;
  private static final int MOST_POINTS = 60;
  private static final int MOST_CURVE_POINTS = 1000;
  private static final double CONFIDENCE = 0.95;

  /** None if no run left, as where every step is lost in rounding. */
  List<Figure> all() {
    return exits().anyLeft() ? List.of(histogram(), survival()) : List.of();
  }

  private Figure histogram() {
    int first = firstExit();
    int last = lastExit();
    int width = (last - first) / MOST_BARS + 1;
    int bars = (last - first) / width + 1;
    Series edges = Series.of(bars + 1, i -> first + (double) i * width - 0.5);
    Series heights = Series.of(bars, i -> counted(first + i * width, width));
    Series middles = Series.of(bars, i -> first + (i + 0.5) * width - 0.5);
    Series expected = Series.of(bars, i -> expected(first + i * width, width));
    return figure(
        "histogram",
        "Exit steps at saddle",
        "%s runs leave after %s +- %s steps; the exact law of the linearization has %s +- %s."
            .formatted(
                Numbers.count(exits().runs()),
                Numbers.number(exits().mean(), 5),
                Numbers.number(exits().standardDeviation()),
                Numbers.number(law().mean(), 5),
                Numbers.number(law().standardDeviation())),
        Axis.linear("exit step T"),
        Axis.linear(width == 1 ? "runs per step" : "runs per %d steps".formatted(width)),
        List.of(
            new Layer.Bars(measured(), Role.MEASURED, edges, heights),
            new Layer.Curve("exact law", Role.THEORY, middles, expected)));
  }

  private Figure survival() {
    long[] left = left();
    double runs = exits().runs();
    List<Integer> steps = steps(MOST_POINTS, lastExit());
    List<ClopperPearson.Interval> intervals =
        steps.stream().map(step -> interval(left[step])).toList();
    List<Integer> fine = steps(MOST_CURVE_POINTS, lastExit());
    double tail = Math.ceil(law().mean());
    int end = lastExit();
    double slope = escape.growth().logarithm();
    double atEnd = Math.log(law().survival(end));
    List<Layer> layers = new ArrayList<>();
    layers.add(
        new Layer.Intervals(
            "",
            Role.MEASURED,
            Series.of(steps.size(), i -> steps.get(i)),
            Series.of(steps.size(), i -> intervals.get(i).low()),
            Series.of(steps.size(), i -> intervals.get(i).high())));
    layers.add(
        new Layer.Markers(
            measured() + ", 95% intervals",
            Role.MEASURED,
            Series.of(steps.size(), i -> steps.get(i)),
            Series.of(steps.size(), i -> left[steps.get(i)] / runs)));
    layers.add(
        new Layer.Curve(
            "exact law",
            Role.THEORY,
            Series.of(fine.size(), i -> fine.get(i)),
            Series.of(fine.size(), i -> law().survival(fine.get(i)))));
    layers.add(
        new Layer.Curve(
            "slope -ln z = " + Numbers.number(-slope),
            Role.REFERENCE,
            Series.of(tail, end),
            Series.of(Math.exp(atEnd + slope * (end - tail)), Math.exp(atEnd))));
    return figure(
        "survival",
        "Runs still near saddle",
        "Of %s runs, how many are still within R after k steps; in the end the share falls by the"
                .formatted(Numbers.count(exits().runs()))
            + " factor 1/z = %s per step.".formatted(Numbers.number(Math.exp(-slope))),
        Axis.linear("step k"),
        Axis.logarithmic("P(T > k)").between(0.5 / runs, 2),
        layers);
  }

  private Figure figure(
      String kind, String title, String caption, Axis x, Axis y, List<Layer> layers) {
    return new Figure(
        escape.purpose(EscapeTime.TIME.id()) + "/" + kind,
        escape.cell().problem().name(),
        Optional.of(escape.cell().id()),
        "%s %s of %s, %s"
            .formatted(
                title,
                escape.point().id(),
                escape.cell().problem().name(),
                escape.cell().optimizerName()),
        caption,
        x,
        y,
        layers);
  }

  private String measured() {
    return Numbers.count(exits().runs()) + " runs";
  }

  private ExitTimes exits() {
    return experiment.exits();
  }

  private EscapeLaw law() {
    return experiment.law();
  }

  private ClopperPearson.Interval interval(long left) {
    return ClopperPearson.interval(left, exits().runs(), CONFIDENCE);
  }

  private int firstExit() {
    int first = 0;
    while (first < law().lastStep() && exits().counts()[first] == 0) {
      first++;
    }
    return first;
  }

  private int lastExit() {
    int last = law().lastStep();
    while (last > 1 && exits().counts()[last] == 0) {
      last--;
    }
    return last;
  }

  private double counted(int from, int width) {
    double sum = 0;
    for (int k = from; k < from + width && k <= law().lastStep(); k++) {
      sum += exits().counts()[k];
    }
    return sum;
  }

  private double expected(int from, int width) {
    double before = from == 0 ? 1 : law().survival(from - 1);
    double after = law().survival(Math.min(from + width - 1, law().lastStep()));
    return exits().runs() * (before - after);
  }

  /** How many runs had not left after step k, for every k. */
  private long[] left() {
    long[] left = new long[law().lastStep() + 1];
    long remaining = exits().runs();
    for (int k = 0; k < left.length; k++) {
      remaining -= exits().counts()[k];
      left[k] = remaining;
    }
    return left;
  }

  private static List<Integer> steps(int most, int last) {
    int stride = last / most + 1;
    List<Integer> steps = new ArrayList<>();
    for (int k = 0; k <= last; k += stride) {
      steps.add(k);
    }
    return steps;
  }
}
