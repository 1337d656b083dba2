package org.separatrix.runner.latex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A summary's verdicts, critical points, cells and comparison as tables, with booktabs' rules. */
final class LatexTables {
  private final JsonNode summary;

  /**
   * Prepares tables.
   *
   * @param summary the content of {@code summary.json}
   */
  LatexTables(JsonNode summary) {
    this.summary = summary;
  }

  /** Returns the tables by the name of their file. */
  Map<String, String> all() {
    Map<String, String> tables = new TreeMap<>();
    tables.put("verdicts.tex", verdicts());
    tables.put("critical-points.tex", criticalPoints());
    tables.put("cells.tex", cells());
    if (summary.hasNonNull("comparison")) {
      tables.put("comparison.tex", comparison());
    }
    return tables;
  }

  private String verdicts() {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode finding : summary.path("findings")) {
      rows.add(
          List.of(
              LatexText.plain(finding.path("prediction").asText()),
              LatexText.plain(optimizer(finding)),
              LatexText.plain(finding.path("point").asText("--")),
              LatexText.plain(finding.path("verdict").asText()),
              LatexText.set(finding.path("detail").asText())));
    }
    return table(
        "llllp{0.4\\linewidth}",
        List.of("prediction", "optimizer", "point", "verdict", "result"),
        rows);
  }

  private String criticalPoints() {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode point : summary.path("criticalPoints")) {
      rows.add(
          List.of(
              LatexText.plain(point.path("objective").asText()),
              LatexText.plain(point.path("id").asText()),
              LatexText.plain(point.path("kind").asText()),
              "(" + numbers(point.path("x")) + ")",
              number(point.path("value")),
              numbers(point.path("eigenvalues")),
              LatexText.plain(point.path("status").asText())));
    }
    return table(
        "lllp{0.18\\linewidth}rp{0.18\\linewidth}l",
        List.of("objective", "point", "kind", "$x$", "$f(x)$", "eigenvalues", "known"),
        rows);
  }

  private String cells() {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode cell : summary.path("cells")) {
      for (JsonNode limit : cell.path("limits")) {
        rows.add(
            List.of(
                LatexText.plain(cell.path("objective").asText()),
                LatexText.plain(cell.path("optimizer").path("name").asText()),
                LatexText.plain(limit.path("point").asText()),
                number(limit.path("runs")),
                percent(limit.path("share")),
                percent(limit.path("low")) + " to " + percent(limit.path("high")),
                number(cell.path("steps").path("median"))));
      }
    }
    return table(
        "lllrrlr",
        List.of(
            "objective",
            "optimizer",
            "limit",
            "runs",
            "share",
            "95\\,\\% interval",
            "median steps"),
        rows);
  }

  private String comparison() {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode problem : summary.path("comparison").path("problems")) {
      for (JsonNode cost : problem.path("costs")) {
        rows.add(
            List.of(
                LatexText.plain(problem.path("objective").asText()),
                LatexText.set(problem.path("condition").asText()),
                LatexText.plain(cost.path("optimizer").asText()),
                number(cost.path("reached")) + " of " + number(cost.path("runs")),
                evaluations(cost.path("expectedRunningTime")),
                evaluations(cost.path("expectedLow"))
                    + " to "
                    + evaluations(cost.path("expectedHigh")),
                number(cost.path("rank"))));
      }
    }
    return table(
        "lllrrlr",
        List.of(
            "objective",
            "target",
            "optimizer",
            "reached",
            "gradients",
            percent(summary.path("comparison").path("confidence")) + " interval",
            "rank"),
        rows);
  }

  /** Null in JSON stands for infinity. */
  private static String evaluations(JsonNode value) {
    return value.isNumber() ? number(value) : "$\\infty$";
  }

  private String optimizer(JsonNode finding) {
    for (JsonNode cell : summary.path("cells")) {
      if (cell.path("id").equals(finding.path("cell"))) {
        return cell.path("optimizer").path("name").asText();
      }
    }
    return "--";
  }

  private static String table(String columns, List<String> heads, List<List<String>> rows) {
    StringBuilder latex = new StringBuilder();
    latex.append("% needs the packages booktabs and longtable\n");
    latex.append("\\begin{longtable}{").append(columns).append("}\n\\toprule\n");
    latex.append(String.join(" & ", heads)).append(" \\\\\n\\midrule\n\\endhead\n");
    latex.append("\\bottomrule\n\\endfoot\n");
    rows.forEach(row -> latex.append(String.join(" & ", row)).append(" \\\\\n"));
    return latex.append("\\end{longtable}\n").toString();
  }

  private static String numbers(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(number(value)));
    return texts.stream().limit(6).collect(Collectors.joining(", "))
        + (texts.size() > 6 ? ", \\dots" : "");
  }

  private static String number(JsonNode value) {
    return LatexText.number(value.asDouble(Double.NaN));
  }

  private static String percent(JsonNode share) {
    return String.format(Locale.ROOT, "%.1f\\,\\%%", 100 * share.asDouble());
  }
}
