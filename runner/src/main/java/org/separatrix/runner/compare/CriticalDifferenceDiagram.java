package org.separatrix.runner.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

/**
 * The diagram of mean ranks, in which bars join optimizers that do not differ significantly.
 *
 * <p>Source: Demsar, J. Mach. Learn. Res. 7 (2006), figure 1. Each optimizer has a stem that goes
 * up from its mean rank on the axis and aside to its name.
 */
final class CriticalDifferenceDiagram {
  private static final double BAR = 0.35;
  private static final double HALF_BAR = 0.07;

  private final List<Map.Entry<String, Double>> ranked;
  private final Comparison.Ranks ranks;
  private final double difference;
  private final List<Bar> bars;

  private CriticalDifferenceDiagram(Comparison.Ranks ranks, double difference) {
    this.ranks = ranks;
    this.difference = difference;
    ranked =
        ranks.averages().entrySet().stream()
            .sorted(Comparator.comparingDouble(Map.Entry::getValue))
            .toList();
    bars = bars(ranked.stream().mapToDouble(Map.Entry::getValue).toArray(), difference);
  }

  /**
   * The ranks from one optimizer to another, none of which differ.
   *
   * @param low least mean rank
   * @param high largest mean rank
   */
  record Bar(double low, double high) {}

  /**
   * Returns the bars: the longest stretches of two or more optimizers whose mean ranks differ by no
   * more than the critical difference.
   *
   * @param ascending mean ranks
   * @param difference the critical difference
   */
  static List<Bar> bars(double[] ascending, double difference) {
    List<Bar> bars = new ArrayList<>();
    int covered = 0;
    for (int from = 0; from < ascending.length; from++) {
      int to = from;
      while (to + 1 < ascending.length && ascending[to + 1] - ascending[from] <= difference) {
        to++;
      }
      if (to > from && to > covered) {
        bars.add(new Bar(ascending[from], ascending[to]));
        covered = to;
      }
    }
    return bars;
  }

  /** Returns the figure; empty where there is no critical difference. */
  static Optional<Figure> of(Comparison.Ranks ranks) {
    return Optional.ofNullable(ranks.criticalDifference())
        .map(difference -> new CriticalDifferenceDiagram(ranks, difference).figure());
  }

  private Figure figure() {
    int count = ranked.size();
    double margin = 0.9 * (count - 1);
    double inner = 0.97 * margin;
    int rows = (count + 1) / 2;
    double lowest = BAR * (bars.size() + 1);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      layers.add(bar(bars.get(i), BAR * (i + 1)));
    }
    layers.add(axis(count));
    layers.add(numbers(count));
    layers.add(stems(1 - margin, count + margin, lowest));
    layers.add(names(true, 1 - inner, lowest));
    layers.add(names(false, count + inner, lowest));
    double top = lowest + rows + 0.4;
    layers.add(
        new Layer.Curve(
            "critical difference %.3g".formatted(difference),
            Role.THEORY,
            Series.of(1, 1 + difference),
            Series.of(top, top)));
    return new Figure(
        "comparison/critical-difference",
        ComparisonFigures.ALL,
        Optional.empty(),
        "Mean ranks over %d problems, 1 for the best".formatted(ranks.problems()),
        ("Mean rank of each optimizer over %d objectives and starts, 1 for the best, failures last."
                + " Bars join optimizers whose ranks differ by no more than the critical difference"
                + " %.3g (Nemenyi, chance of any false difference %s). Friedman's test that all are"
                + " alike: p = %.2g.")
            .formatted(ranks.problems(), difference, ranks.level(), ranks.pValue()),
        Axis.linear("").between(1 - margin, Math.max(count + margin, 1 + difference)),
        Axis.linear("").between(-0.6, top + 0.4),
        layers);
  }

  private Layer bar(Bar bar, double height) {
    return new Layer.Band(
        "no significant difference",
        Role.MEASURED,
        Series.of(bar.low() - 0.02, bar.high() + 0.02),
        Series.of(height - HALF_BAR, height - HALF_BAR),
        Series.of(height + HALF_BAR, height + HALF_BAR));
  }

  /** A line with a mark at each whole rank. */
  private static Layer axis(int count) {
    double[] x = new double[3 * count];
    double[] y = new double[x.length];
    for (int i = 0; i < count; i++) {
      Arrays.fill(x, 3 * i, 3 * i + 3, i + 1);
      y[3 * i + 1] = -0.12;
    }
    return new Layer.Curve("", Role.REFERENCE, Series.of(x), Series.of(y));
  }

  private static Layer numbers(int count) {
    return new Layer.Labels(
        "",
        Role.REFERENCE,
        Series.of(count, i -> i + 1),
        Series.of(count, i -> -0.5),
        IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList(),
        Layer.Labels.Anchor.MIDDLE);
  }

  private Layer stems(double left, double right, double lowest) {
    double[] x = new double[4 * ranked.size()];
    double[] y = new double[x.length];
    for (int i = 0; i < ranked.size(); i++) {
      double rank = ranked.get(i).getValue();
      double height = height(i, lowest);
      x[4 * i] = rank;
      x[4 * i + 1] = rank;
      x[4 * i + 2] = isLeft(i) ? left : right;
      x[4 * i + 3] = Double.NaN;
      y[4 * i + 1] = height;
      y[4 * i + 2] = height;
      y[4 * i + 3] = Double.NaN;
    }
    return new Layer.Curve("", Role.MEASURED, Series.of(x), Series.of(y));
  }

  private Layer names(boolean left, double x, double lowest) {
    List<String> texts = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      if (isLeft(i) == left) {
        Map.Entry<String, Double> each = ranked.get(i);
        texts.add("%s  %.2f".formatted(each.getKey(), each.getValue()));
        heights.add(height(i, lowest));
      }
    }
    return new Layer.Labels(
        "",
        Role.MEASURED,
        Series.of(texts.size(), i -> x),
        Series.of(heights.size(), heights::get),
        texts,
        left ? Layer.Labels.Anchor.START : Layer.Labels.Anchor.END);
  }

  private boolean isLeft(int index) {
    return index < (ranked.size() + 1) / 2;
  }

  /** The outermost are lowest, so that no stem crosses another. */
  private double height(int index, double lowest) {
    return lowest + (isLeft(index) ? index : ranked.size() - 1 - index);
  }
}
