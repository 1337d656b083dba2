package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.separatrix.runner.compare.Comparison;

/**
 * The table of one objective and start: what each optimizer costs until it reaches each target.
 * Where lines are too short for it, targets stand above their rows, and columns are as wide as what
 * is in them.
 */
final class ComparisonTable {
  private static final String COST = "gradients, with restarts";
  private static final String ELLIPSIS = "...";

  private static final int USUAL_COST = 28;
  private static final int USUAL_REACHED = 14;

  /** What a line has beside name, reached and cost: the target or an indent, gaps, and the rank. */
  private static final int OTHERS = 29;

  private static final int OTHERS_IN_NARROW_TABLE = 13;

  /** Names that are cut further cannot be recognised. */
  private static final int LEAST_LONGEST_NAME = 15;

  private static final int LEAST_IN_NARROW_TABLE = 10;

  private final List<Comparison.Problem> problems;
  private final boolean isNarrow;
  private final int name;
  private final int reached;
  private final int cost;

  /**
   * Lays a table out.
   *
   * @param optimizers the names of all that are compared
   * @param problems the targets of one objective and start
   * @param columns how wide it may be
   */
  ComparisonTable(List<String> optimizers, List<Comparison.Problem> problems, int columns) {
    this.problems = problems;
    int longest = optimizers.stream().mapToInt(String::length).max().orElse(0);
    int wideCost = widest(problems, ComparisonTable::expected, USUAL_COST);
    int room = columns - OTHERS - USUAL_REACHED - wideCost;
    isNarrow = room < Math.min(longest, LEAST_LONGEST_NAME);
    cost = isNarrow ? widest(problems, ComparisonTable::expected, COST.length()) : wideCost;
    reached =
        isNarrow ? widest(problems, ComparisonTable::reached, "reached".length()) : USUAL_REACHED;
    name =
        isNarrow
            ? name(
                optimizers,
                columns - OTHERS_IN_NARROW_TABLE - reached - cost,
                LEAST_IN_NARROW_TABLE)
            : name(optimizers, room, LEAST_LONGEST_NAME);
  }

  /** Intervals of large numbers need more room than others do. */
  private static int widest(
      List<Comparison.Problem> problems, Function<Comparison.Cost, String> text, int least) {
    return problems.stream()
        .flatMap(problem -> problem.costs().stream())
        .mapToInt(each -> text.apply(each).length())
        .reduce(least, Math::max);
  }

  /** Names are cut so that a line fits, but not so far that two of them become the same. */
  private static int name(List<String> names, int room, int least) {
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    int width = Math.max("optimizer".length(), Math.min(Math.max(least, room), longest));
    while (width < longest && areAlike(names, width)) {
      width++;
    }
    return width;
  }

  private static boolean areAlike(List<String> names, int width) {
    return names.stream().map(each -> cut(each, width)).distinct().count() < names.size();
  }

  void print(PrintWriter out) {
    printRow(out, isNarrow ? "" : "target", "optimizer", "reached", COST, "rank");
    problems.forEach(problem -> print(out, problem));
  }

  private void print(PrintWriter out, Comparison.Problem problem) {
    String label = problem.condition();
    if (isNarrow) {
      out.println("  " + label);
      label = "";
    }
    for (Comparison.Cost each :
        problem.costs().stream()
            .sorted(Comparator.comparingDouble(Comparison.Cost::rank))
            .toList()) {
      printRow(
          out, label, each.optimizer(), reached(each), expected(each), Numbers.brief(each.rank()));
      label = "";
    }
  }

  private void printRow(
      PrintWriter out, String label, String optimizer, String often, String price, String rank) {
    out.printf(
        "  %s%s  %s%s %s%n",
        isNarrow ? "  " : pad(label, 20),
        pad(cut(optimizer, name), name),
        pad(often, reached) + (isNarrow ? "  " : ""),
        pad(price, cost),
        rank);
  }

  private static String reached(Comparison.Cost cost) {
    return "%s of %s".formatted(Numbers.count(cost.reached()), Numbers.count(cost.runs()));
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

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
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
