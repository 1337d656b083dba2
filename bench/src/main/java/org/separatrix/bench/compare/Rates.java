package org.separatrix.bench.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The rates of one peer at one task, by round. */
final class Rates {
  private final List<Double> values = new ArrayList<>();

  /** Adds the rate of the next round. */
  void add(double rate) {
    values.add(rate);
  }

  /** Tells whether there are none. */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Returns the median. */
  double median() {
    return median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns the median of the quotients with the rates of another peer in the same rounds. */
  double medianRatioTo(Rates other) {
    double[] ratios = new double[Math.min(values.size(), other.values.size())];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = values.get(i) / other.values.get(i);
    }
    return median(ratios);
  }

  /** Returns median, least and largest, with three digits. */
  String text() {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    return "%s (%s..%s)".formatted(digits(median()), digits(least), digits(largest));
  }

  /** Writes a number with three digits. */
  static String digits(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    int decimals = value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : value >= 0.01 ? 4 : 5;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
