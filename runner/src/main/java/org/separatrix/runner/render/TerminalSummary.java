package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.critical.CriticalPointSearch;
import org.separatrix.core.critical.Limits;
import org.separatrix.core.precision.Precision;
import org.separatrix.runner.execute.StudyOutcome;

/** Prints a study's outcome: the verdicts first, then why, then the numbers. */
public final class TerminalSummary {
  private static final int POINTS_LISTED = 12;
  private static final int POINT_LABEL = 5;

  private final PrintWriter out;
  private final Style style;
  private final LabelledLines lines;
  private final LabelledLines points;
  private final VerdictLines verdicts;

  /**
   * Creates a printer.
   *
   * @param out where to
   * @param colored whether to colour verdicts
   */
  public TerminalSummary(PrintWriter out, boolean colored) {
    this.out = out;
    this.style = new Style(colored);
    this.lines = new LabelledLines(out, LabelledLines.LABEL);
    this.points = new LabelledLines(out, POINT_LABEL);
    this.verdicts = new VerdictLines(out, style, lines);
  }

  /**
   * Prints an outcome.
   *
   * @param outcome the study after analysis
   */
  public void print(StudyOutcome outcome) {
    long runs = outcome.result().cells().stream().mapToLong(CellResult::runs).sum();
    out.printf(
        "%s   %s, %s, %s in %s%n",
        style.title(outcome.result().study()),
        Numbers.plural(outcome.result().censuses().size(), "objective"),
        Numbers.plural(outcome.result().cells().size(), "cell"),
        Numbers.plural(runs, "run"),
        Numbers.seconds(outcome.seconds()));
    for (Census census : outcome.result().censuses()) {
      printCensus(census);
      Optional.ofNullable(outcome.proven().get(census.problem().name()))
          .ifPresent(proven -> lines.print("certified", CertificateLines.census(proven)));
      verdicts.printFindings("", ofObjective(census.problem().name(), outcome));
    }
    for (CellResult cell : outcome.result().cells()) {
      printCell(cell, outcome);
    }
    outcome
        .comparison()
        .ifPresent(each -> new ComparisonLines(out, style, lines).print(each.comparison()));
    verdicts.printFindings("other findings", others(outcome));
    verdicts.printSweeps(outcome.sweeps());
    verdicts.printExpectations(outcome);
    verdicts.printControls(outcome.controls());
    verdicts.printTally(outcome);
  }

  /** Findings of an objective as a whole. */
  private static List<Finding> ofObjective(String name, StudyOutcome outcome) {
    return outcome.findings().stream()
        .filter(finding -> finding.cell().isEmpty() && finding.objective().equals(name))
        .toList();
  }

  /** Findings of a cell or an objective that the study does not have: all must be seen. */
  private static List<Finding> others(StudyOutcome outcome) {
    Set<String> cells =
        outcome.result().cells().stream().map(CellResult::id).collect(Collectors.toSet());
    Set<String> objectives =
        outcome.result().censuses().stream()
            .map(census -> census.problem().name())
            .collect(Collectors.toSet());
    return outcome.findings().stream()
        .filter(
            finding ->
                finding.cell().isPresent()
                    ? !cells.contains(finding.cell().get())
                    : !objectives.contains(finding.objective()))
        .toList();
  }

  private void printCensus(Census census) {
    Box domain = census.problem().domain();
    long outside = census.points().stream().filter(point -> !domain.contains(point.x())).count();
    String bound =
        census
            .problem()
            .lipschitz()
            .map(l -> "L = " + Numbers.brief(l.value()) + " (" + l.status() + ")")
            .orElse("L unknown");
    String name = census.problem().name();
    out.println();
    points.printTitled(
        style.title(name) + "   ",
        name.length() + 3,
        "%s on the domain, %s (completeness %s)%s"
            .formatted(
                bound,
                Numbers.plural(census.points().size() - outside, "critical point"),
                census.completeness(),
                outside == 0 ? "" : " and %s outside".formatted(Numbers.count(outside))));
    census.points().stream().limit(POINTS_LISTED).forEach(point -> printPoint(point, domain));
    if (census.points().size() > POINTS_LISTED) {
      out.printf("  ... and %s more%n", Numbers.count(census.points().size() - POINTS_LISTED));
    }
    if (census.continuum()) {
      out.println("  critical points are not isolated: the degenerate ones stand for a continuum");
    }
    printLimit(census);
  }

  /** Says what was left out because of the dimension. */
  private void printLimit(Census census) {
    int dimension = census.problem().dimension();
    int most = CriticalPointSearch.mostPoints(dimension);
    if (most == 0) {
      out.printf(
          "  in dimension %s no critical points are searched: ends of runs stay unresolved%n",
          Numbers.count(dimension));
    } else if (census.points().size() >= most) {
      out.printf(
          "  in dimension %s no more than %s points are kept: %s%n",
          Numbers.count(dimension),
          Numbers.count(most),
          Limits.tellsUnlistedMinima(dimension)
              ? "other minima where runs end are not listed"
              : "ends near others stay unresolved");
    }
  }

  private void printPoint(CriticalPoint point, Box domain) {
    points.print(
        point.id(),
        "%-14s %s   f = %s   eigenvalues %s%s"
            .formatted(
                point.kind(),
                Numbers.point(point.x(), domain),
                Numbers.brief(point.value()),
                Numbers.list(point.eigenvalues()),
                domain.contains(point.x()) ? "" : "   outside the domain"));
  }

  private void printCell(CellResult cell, StudyOutcome outcome) {
    out.printf("%n%s%n", style.title(cell.id()));
    verdicts.printFindings(
        "",
        outcome.findings().stream().filter(f -> f.cell().equals(Optional.of(cell.id()))).toList());
    lines.print("limits", LimitShares.line(cell));
    cell.certificate().ifPresent(proven -> lines.print("certified", CertificateLines.runs(proven)));
    lines.print(
        "stopped by",
        cell.terminations().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getKey() + " " + Numbers.count(entry.getValue()))
            .collect(Collectors.joining(", ")));
    lines.print("stagnation", stagnation(cell));
    lines.print(
        "steps",
        "median %s, 90%% within %s, max %s; %s gradients in %s"
            .formatted(
                Numbers.count(Math.round(cell.steps().median())),
                Numbers.count(Math.round(cell.steps().p90())),
                Numbers.count(Math.round(cell.steps().max())),
                Numbers.count(cell.gradientEvaluations()),
                Numbers.seconds(cell.seconds())));
  }

  /** Says of runs that can never stop by their gradient what tolerance they would have met. */
  private static String stagnation(CellResult cell) {
    Stagnation stagnant = cell.stagnation();
    if (stagnant.runs() == 0) {
      return "";
    }
    return ("%s of %s stopped by budget never come to the tolerance %s: %s rounding brings them back"
            + " to where they are, at gradients of up to %s. Maybe set gradient-tolerance to %s.")
        .formatted(
            Numbers.count(stagnant.runs()),
            Numbers.count(cell.stoppedBy(Termination.BUDGET)),
            Numbers.brief(cell.stop().gradientTolerance()),
            Precision.of(cell.optimizer()).name().toLowerCase(Locale.ROOT),
            Numbers.brief(stagnant.gradientNorm()),
            Numbers.atLeast(stagnant.gradientNorm()));
  }
}
