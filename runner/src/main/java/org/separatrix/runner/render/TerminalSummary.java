package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.core.critical.CriticalPointSearch;
import org.separatrix.core.statistics.ClopperPearson;
import org.separatrix.core.statistics.FamilyWise;
import org.separatrix.runner.execute.StudyOutcome;

/** Prints a study's outcome: the verdicts first, then why, then the numbers. */
public final class TerminalSummary {
  private static final int WIDTH = 100;
  private static final int POINTS_LISTED = 12;
  private static final double CONFIDENCE = 0.95;
  private static final List<Verdict> SEVERITY =
      List.of(
          Verdict.CONTRADICTED,
          Verdict.INCONCLUSIVE,
          Verdict.HYPOTHESES_NOT_MET,
          Verdict.CONSISTENT);

  private final PrintWriter out;
  private final Style style;
  private final LabelledLines lines;

  /**
   * Creates a printer.
   *
   * @param out where to
   * @param colored whether to colour verdicts
   */
  public TerminalSummary(PrintWriter out, boolean colored) {
    this.out = out;
    this.style = new Style(colored);
    this.lines = new LabelledLines(out, WIDTH);
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
          .ifPresent(proven -> printWrapped("certified", CertificateLines.census(proven)));
    }
    for (CellResult cell : outcome.result().cells()) {
      printCell(cell, outcome);
    }
    printFindings(
        "other findings", outcome.findings().stream().filter(f -> f.cell().isEmpty()).toList());
    printControls(outcome.controls());
    printTally(outcome);
  }

  private void printCensus(Census census) {
    String bound =
        census
            .problem()
            .lipschitz()
            .map(l -> "L = " + Numbers.brief(l.value()) + " (" + l.status() + ")")
            .orElse("L unknown");
    out.printf(
        "%n%s   %s on the domain, %s (completeness %s)%n",
        style.title(census.problem().name()),
        bound,
        Numbers.plural(census.points().size(), "critical point"),
        census.completeness());
    census.points().stream().limit(POINTS_LISTED).forEach(this::printPoint);
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
          "  in dimension %s no more than %s points are kept: ends near others stay unresolved%n",
          Numbers.count(dimension), Numbers.count(most));
    }
  }

  private void printPoint(CriticalPoint point) {
    out.printf(
        "  %-4s %-14s %s   f = %s   eigenvalues %s%n",
        point.id(),
        point.kind(),
        Numbers.point(point.x()),
        Numbers.brief(point.value()),
        Numbers.list(point.eigenvalues()));
  }

  private void printCell(CellResult cell, StudyOutcome outcome) {
    out.printf("%n%s%n", style.title(cell.id()));
    printFindings(
        "",
        outcome.findings().stream().filter(f -> f.cell().equals(Optional.of(cell.id()))).toList());
    printWrapped("limits", limits(cell));
    cell.certificate()
        .ifPresent(proven -> printWrapped("certified", CertificateLines.runs(proven)));
    printWrapped(
        "stopped by",
        cell.terminations().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getKey() + " " + Numbers.count(entry.getValue()))
            .collect(Collectors.joining(", ")));
    printWrapped(
        "steps",
        "median %s, 90%% within %s, max %s; %s gradients in %s"
            .formatted(
                Numbers.count(Math.round(cell.steps().median())),
                Numbers.count(Math.round(cell.steps().p90())),
                Numbers.count(Math.round(cell.steps().max())),
                Numbers.count(cell.gradientEvaluations()),
                Numbers.seconds(cell.seconds())));
  }

  private static String limits(CellResult cell) {
    List<String> parts = new ArrayList<>();
    cell.limits()
        .forEach(
            (point, runs) -> {
              ClopperPearson.Interval interval =
                  ClopperPearson.interval(runs, cell.runs(), CONFIDENCE);
              parts.add(
                  "%s %s (%s to %s)"
                      .formatted(
                          point,
                          Numbers.percent((double) runs / cell.runs()),
                          Numbers.percent(interval.low()),
                          Numbers.percent(interval.high())));
            });
    long gone =
        cell.stoppedBy(Termination.DIVERGED)
            + cell.stoppedBy(Termination.LEFT_DOMAIN)
            + cell.stoppedBy(Termination.NON_FINITE);
    if (gone > 0) {
      parts.add("none " + Numbers.percent((double) gone / cell.runs()));
    }
    parts.add("unresolved " + Numbers.count(cell.unresolved()));
    return String.join(", ", parts);
  }

  /** Failures first; what hypotheses a verdict rests on stands below it. */
  private void printFindings(String title, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    if (!title.isEmpty()) {
      out.printf("%n%s%n", style.title(title));
    }
    findings.stream()
        .sorted(Comparator.comparing(finding -> SEVERITY.indexOf(finding.verdict())))
        .forEach(
            finding -> {
              String subject =
                  finding.prediction() + finding.point().map(point -> " " + point).orElse("");
              lines.printPadded(
                  style.verdict(finding.verdict(), LabelledLines.pad(finding.verdict().label())),
                  subject + ": " + finding.detail());
              printWrapped("", hypotheses(finding));
            });
  }

  /** Says what is violated with its numbers, else what the verdict rests on, by status. */
  private static String hypotheses(Finding finding) {
    if (finding.hypotheses().stream().anyMatch(Hypothesis::isViolated)) {
      return finding.hypotheses().stream()
          .filter(Hypothesis::isViolated)
          .map(hypothesis -> "violated: " + hypothesis.name() + " (" + hypothesis.detail() + ")")
          .collect(Collectors.joining("; "));
    }
    return Arrays.stream(Status.values())
        .map(status -> named(finding.hypotheses(), status))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String named(List<Hypothesis> hypotheses, Status status) {
    String names =
        hypotheses.stream()
            .filter(hypothesis -> hypothesis.status() == status)
            .map(Hypothesis::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : status + ": " + names;
  }

  private void printControls(List<ControlResult> controls) {
    if (controls.isEmpty()) {
      return;
    }
    out.printf("%n%s%n", style.title("controls"));
    controls.stream()
        .sorted(Comparator.comparing(ControlResult::passed))
        .forEach(
            control -> {
              lines.printPadded(
                  style.passed(
                      control.passed(), LabelledLines.pad(control.passed() ? "passed" : "FAILED")),
                  control.control()
                      + control.cell().map(cell -> " in " + cell).orElse("")
                      + ": expected "
                      + control.expected());
              printWrapped("", "observed " + control.observed());
            });
  }

  private void printTally(StudyOutcome outcome) {
    String verdicts =
        Arrays.stream(Verdict.values())
            .map(verdict -> outcome.count(verdict) + " " + verdict)
            .collect(Collectors.joining(", "));
    long passed = outcome.controls().stream().filter(ControlResult::passed).count();
    String controls =
        outcome.controls().isEmpty()
            ? ""
            : "; %d of %d controls passed".formatted(passed, outcome.controls().size());
    out.printf("%n%s%n", style.passed(outcome.isSound(), verdicts + controls));
    long tests = FamilyWise.tests(outcome.findings());
    if (tests > 0) {
      out.printf(
          "%s with Holm's correction: a false \"contradicted\" has a chance of at most %s%n",
          Numbers.plural(tests, "test"), Numbers.brief(FamilyWise.RATE));
    }
  }

  private void printWrapped(String label, String text) {
    if (!text.isEmpty()) {
      lines.print(label, text);
    }
  }
}
