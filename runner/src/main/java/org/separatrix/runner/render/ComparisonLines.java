package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.separatrix.runner.compare.Comparison;

/** Prints a comparison of optimizers: a table for each objective and start, then what differs. */
public final class ComparisonLines {
  private final PrintWriter out;
  private final Style style;
  private final LabelledLines lines;

  /**
   * Creates a printer.
   *
   * @param out where to
   * @param colored whether titles are bold
   */
  public ComparisonLines(PrintWriter out, boolean colored) {
    this(out, new Style(colored), new LabelledLines(out, LabelledLines.LABEL));
  }

  ComparisonLines(PrintWriter out, Style style, LabelledLines lines) {
    this.out = out;
    this.style = style;
    this.lines = lines;
  }

  /**
   * Prints a comparison.
   *
   * @param comparison what to print
   */
  public void print(Comparison comparison) {
    Map<String, List<Comparison.Problem>> places = new LinkedHashMap<>();
    for (Comparison.Problem problem : comparison.problems()) {
      places
          .computeIfAbsent(
              problem.objective() + " from " + problem.start(), place -> new ArrayList<>())
          .add(problem);
    }
    places.forEach(
        (place, problems) -> {
          out.printf("%n%s%n", style.title("comparison on " + place));
          new ComparisonTable(comparison.optimizers(), problems, OutputWidth.columns()).print(out);
          printDifferences(problems, comparison.level());
        });
    printRanks(comparison);
    printTests(comparison);
    comparison.remarks().forEach(remark -> lines.print("remark", remark));
  }

  /** One line for each pair and direction in which any target tells them apart. */
  private void printDifferences(List<Comparison.Problem> problems, double level) {
    Map<String, List<Double>> cheaper = new LinkedHashMap<>();
    Map<String, List<Double>> surer = new LinkedHashMap<>();
    for (Comparison.Problem problem : problems) {
      for (Comparison.Pair pair : problem.pairs()) {
        collect(cheaper, pair, pair.effort(), -pair.effort().effect(), "needs less than", level);
        collect(
            surer, pair, pair.outcomes(), pair.outcomes().effect(), "succeeds more than", level);
      }
    }
    int targets = problems.size();
    cheaper.forEach(
        (text, effects) -> lines.print("effort", difference(text, effects, targets, "r")));
    surer.forEach(
        (text, effects) -> lines.print("success", difference(text, effects, targets, "d")));
    if (cheaper.isEmpty() && surer.isEmpty() && problems.get(0).pairs().size() > 0) {
      lines.print("pairs", "no significant difference at level " + level);
    }
  }

  private static void collect(
      Map<String, List<Double>> lines,
      Comparison.Pair pair,
      Comparison.Test test,
      double forFirst,
      String relation,
      double level) {
    if (test.adjusted() <= level && forFirst != 0) {
      boolean first = forFirst > 0;
      String better = first ? pair.first() : pair.second();
      String worse = first ? pair.second() : pair.first();
      lines
          .computeIfAbsent("%s %s %s".formatted(better, relation, worse), text -> new ArrayList<>())
          .add(Math.abs(forFirst));
    }
  }

  private static String difference(String text, List<Double> effects, int targets, String effect) {
    double least = effects.stream().mapToDouble(each -> each).min().orElse(0);
    double most = effects.stream().mapToDouble(each -> each).max().orElse(0);
    String range =
        least == most
            ? String.format(Locale.ROOT, "%.2f", least)
            : String.format(Locale.ROOT, "%.2f to %.2f", least, most);
    return "%s at %d of %s (%s %s)"
        .formatted(text, effects.size(), Numbers.plural(targets, "target"), effect, range);
  }

  private void printRanks(Comparison comparison) {
    Comparison.Ranks ranks = comparison.ranks();
    if (ranks == null) {
      return;
    }
    out.printf("%n%s%n", style.title("ranks"));
    lines.print(
        "mean ranks",
        ranks.averages().entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(each -> String.format(Locale.ROOT, "%s %.2f", each.getKey(), each.getValue()))
            .collect(Collectors.joining(", ")));
    Double difference = ranks.criticalDifference();
    lines.print(
        "",
        difference == null
            ? "over one objective and start, too few for a test; failures rank last"
            : String.format(
                Locale.ROOT,
                "over %d objectives and starts, failures last; all alike: p = %.2g (Friedman);"
                    + " critical difference %.3g at level %s (Nemenyi)",
                ranks.problems(),
                ranks.pValue(),
                difference,
                ranks.level()));
  }

  private void printTests(Comparison comparison) {
    List<Comparison.Pair> pairs =
        comparison.problems().stream().flatMap(each -> each.pairs().stream()).toList();
    if (pairs.isEmpty()) {
      return;
    }
    String names =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.effort().name(), pair.outcomes().name()))
            .distinct()
            .collect(Collectors.joining(", "));
    lines.print(
        "pairs",
        String.format(
            Locale.ROOT,
            "%s tests (%s), adjusted together by Holm: chance of any false difference %s; effort is"
                + " compared where both reach the target; r: rank-biserial correlation, d:"
                + " difference of the shares that reach it",
            Numbers.count(2L * pairs.size()),
            names,
            Numbers.percent(comparison.level())));
  }
}
