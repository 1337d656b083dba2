package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.separatrix.runner.compare.Comparison;

/** Prints a comparison of optimizers: a table for each objective and start, then what differs. */
public final class ComparisonLines {
  /** What the other columns of a table take. */
  private static final int OTHERS = 71;

  /** Names that are cut further cannot be recognised. */
  private static final int LEAST_LONGEST_NAME = 15;

  private static final String COST = "gradients, with restarts";
  private static final int USUAL_COST = 28;
  private static final String ELLIPSIS = "...";

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
    int width = width(comparison);
    places.forEach(
        (place, problems) -> {
          out.printf("%n%s%n", style.title("comparison on " + place));
          int costs = costs(problems);
          out.printf(
              "  %-20s%s  %-14s%s rank%n",
              "target", pad("optimizer", width), "reached", pad(COST, costs));
          problems.forEach(problem -> printTable(problem, width, costs));
          printDifferences(problems, comparison.level());
        });
    printRanks(comparison);
    printTests(comparison);
    comparison.remarks().forEach(remark -> lines.print("remark", remark));
  }

  /** Names are cut so that a line fits, but not so far that two of them become the same. */
  private static int width(Comparison comparison) {
    List<String> names = comparison.optimizers();
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    int room = Math.max(LEAST_LONGEST_NAME, OutputWidth.columns() - OTHERS);
    int width = Math.max("optimizer".length(), Math.min(room, longest));
    while (width < longest && areAlike(names, width)) {
      width++;
    }
    return width;
  }

  private static boolean areAlike(List<String> names, int width) {
    return names.stream().map(name -> cut(name, width)).distinct().count() < names.size();
  }

  /** Intervals of large numbers need more room than others do. */
  private static int costs(List<Comparison.Problem> problems) {
    return problems.stream()
        .flatMap(problem -> problem.costs().stream())
        .mapToInt(cost -> expected(cost).length())
        .reduce(USUAL_COST, Math::max);
  }

  private void printTable(Comparison.Problem problem, int width, int costs) {
    String label = problem.condition();
    for (Comparison.Cost cost :
        problem.costs().stream()
            .sorted(Comparator.comparingDouble(Comparison.Cost::rank))
            .toList()) {
      out.printf(
          "  %-20s%s  %-14s%s %s%n",
          label,
          pad(cost.optimizer(), width),
          "%s of %s".formatted(Numbers.count(cost.reached()), Numbers.count(cost.runs())),
          pad(expected(cost), costs),
          Numbers.brief(cost.rank()));
      label = "";
    }
  }

  private static String expected(Comparison.Cost cost) {
    return cost.reached() == 0
        ? "never"
        : "%s (%s to %s)"
            .formatted(
                evaluations(cost.expectedRunningTime()),
                evaluations(cost.expectedLow()),
                evaluations(cost.expectedHigh()));
  }

  private static String evaluations(double value) {
    if (!Double.isFinite(value)) {
      return "never";
    }
    return value < 1e7 ? String.format(Locale.ROOT, "%,.1f", value) : Numbers.brief(value);
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

  private static String pad(String name, int width) {
    String shown = cut(name, width);
    return shown + " ".repeat(width - shown.length());
  }

  /**
   * Leaves out the middle, since names of one sweep, or of one method in two studies, end apart.
   */
  private static String cut(String name, int width) {
    if (name.length() <= width) {
      return name;
    }
    int kept = width - ELLIPSIS.length();
    int end = kept / 2;
    return name.substring(0, kept - end) + ELLIPSIS + name.substring(name.length() - end);
  }
}
