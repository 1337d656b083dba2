package org.separatrix.runner.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

/** Figures of a comparison. */
public final class ComparisonFigures {
  /** What stands for the objective of a figure over all of them. */
  static final String ALL = "all objectives";

  private static final double TOP = 1.02;

  private ComparisonFigures() {}

  /**
   * Returns the running times on each objective, the profiles, and the ranks where they can be
   * tested.
   *
   * @param comparison what to draw
   */
  public static List<Figure> of(Comparison comparison) {
    List<Figure> figures = new ArrayList<>();
    for (Comparison.Distribution each : comparison.distributions()) {
      figures.add(runningTimes(each, comparison));
    }
    if (!comparison.problems().isEmpty()) {
      figures.add(
          profile(
              "performance-profile",
              comparison.performanceProfile(),
              "Performance profiles",
              "Share of instances, a start with a target, that an optimizer solves at no more than"
                  + " a factor times the cost of the cheapest one, in gradient evaluations (Dolan"
                  + " and More 2002).",
              "factor of the cheapest"));
      figures.add(
          profile(
              "data-profile",
              comparison.dataProfile(),
              "Data profiles",
              "Share of instances, a start with a target, that an optimizer solves within a number"
                  + " of gradient evaluations, in units of d + 1 in d dimensions (More and Wild"
                  + " 2009).",
              "gradient evaluations / (d + 1)"));
    }
    Optional.ofNullable(comparison.ranks())
        .flatMap(CriticalDifferenceDiagram::of)
        .ifPresent(figures::add);
    return figures;
  }

  private static Figure runningTimes(Comparison.Distribution times, Comparison comparison) {
    List<Layer> layers = new ArrayList<>();
    Series budgets = Series.of(times.budgets());
    times
        .curves()
        .forEach(
            (optimizer, curve) ->
                layers.add(
                    new Layer.Band(
                        optimizer,
                        Role.COMPARED,
                        budgets,
                        Series.of(curve.low()),
                        Series.of(curve.high()))));
    times
        .curves()
        .forEach(
            (optimizer, curve) ->
                layers.add(
                    new Layer.Curve(optimizer, Role.COMPARED, budgets, Series.of(curve.share()))));
    long targets =
        comparison.problems().stream()
            .filter(
                each ->
                    each.objective().equals(times.objective())
                        && each.start().equals(times.start()))
            .count();
    return new Figure(
        "comparison/running-times/" + times.objective() + "/" + times.start(),
        times.objective(),
        Optional.empty(),
        "Running times on " + times.objective(),
        ("Share of the %d targets reached within a budget, with simulated restarts (COCO,"
                + " arXiv:1605.03560), from %s; bands are pointwise %.0f%% bootstrap intervals.")
            .formatted(targets, times.start(), 100 * comparison.confidence()),
        Axis.logarithmic("gradient evaluations"),
        Axis.linear("share of targets reached").between(0, TOP),
        layers);
  }

  private static Figure profile(
      String id, Comparison.Profile profile, String title, String caption, String argument) {
    List<Layer> layers = new ArrayList<>();
    for (Map.Entry<String, double[]> each : profile.shares().entrySet()) {
      layers.add(
          new Layer.Curve(
              each.getKey(),
              Role.COMPARED,
              Series.of(profile.arguments()),
              Series.of(each.getValue())));
    }
    return new Figure(
        "comparison/" + id,
        ALL,
        Optional.empty(),
        title,
        caption + " %,d instances.".formatted(profile.instances()),
        Axis.logarithmic(argument),
        Axis.linear("share of instances solved").between(0, TOP),
        layers);
  }
}
