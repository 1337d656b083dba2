package org.separatrix.analysis.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.optimizer.NoisyMethod;

/** The mean escape time against the noise, at each saddle that was left with several of them. */
final class NoiseSweep {
  private static final double STANDARD_ERRORS = 3;

  private final Map<List<String>, List<Measured>> saddles = new LinkedHashMap<>();

  /**
   * An escape with one noise.
   *
   * @param sigma the noise
   * @param mean measured mean step
   * @param error its standard error
   * @param predicted by the law
   */
  private record Measured(double sigma, double mean, double error, double predicted) {}

  /** Adds a finding, if it measured an escape. */
  void add(NoisyMethod method, Finding finding) {
    Double mean = finding.observed().get("mean");
    if (mean == null) {
      return;
    }
    double error =
        finding.observed().getOrDefault("standard-deviation", Double.NaN)
            / Math.sqrt(finding.observed().getOrDefault("runs", Double.NaN));
    double predicted = finding.predicted().getOrDefault("mean", Double.NaN);
    // Methods whose mean step differs have lines of their own.
    String steps = Arrays.toString(method.withoutNoise().b());
    saddles
        .computeIfAbsent(
            List.of(finding.objective(), finding.point().orElse(""), steps),
            fresh -> new ArrayList<>())
        .add(new Measured(method.noise(), mean, error, predicted));
  }

  /** Returns a figure for each saddle that was left with two noises or more. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    saddles.forEach(
        (key, measured) -> {
          if (measured.stream().mapToDouble(Measured::sigma).distinct().count() > 1) {
            figures.add(figure(figures.size() + 1, key.get(0), key.get(1), measured));
          }
        });
    return figures;
  }

  private static Figure figure(
      int number, String objective, String point, List<Measured> measured) {
    List<Measured> sorted =
        measured.stream().sorted(Comparator.comparingDouble(Measured::sigma)).toList();
    Series sigma = Series.of(sorted.stream().mapToDouble(Measured::sigma));
    List<Layer> layers =
        List.of(
            new Layer.Markers(
                "measured",
                Role.MEASURED,
                sigma,
                Series.of(sorted.stream().mapToDouble(Measured::mean))),
            new Layer.Intervals(
                "three standard errors",
                Role.MEASURED,
                sigma,
                Series.of(
                    sorted.stream()
                        .mapToDouble(each -> each.mean() - STANDARD_ERRORS * each.error())),
                Series.of(
                    sorted.stream()
                        .mapToDouble(each -> each.mean() + STANDARD_ERRORS * each.error()))),
            new Layer.Curve(
                "law",
                Role.THEORY,
                sigma,
                Series.of(sorted.stream().mapToDouble(Measured::predicted))));
    return new Figure(
        "%s/sweep-%d/%s".formatted(GradientNoise.ESCAPE.id(), number, point),
        objective,
        Optional.empty(),
        "Escape from %s of %s against the noise".formatted(point, objective),
        "Mean step at which noise alone has driven runs from the saddle, against its standard"
            + " deviation: a straight line of slope -1/ln z on this scale.",
        Axis.logarithmic("noise sigma"),
        Axis.linear("mean escape time E T (steps)"),
        layers);
  }
}
