package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;
import org.separatrix.core.statistics.FamilyWise;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.study.Expectation;
import org.separatrix.runner.sweep.Sweep;

/** Prints verdicts: those of findings, of expectations and of controls, failures first. */
final class VerdictLines {
  private static final List<Verdict> SEVERITY =
      List.of(
          Verdict.CONTRADICTED,
          Verdict.INCONCLUSIVE,
          Verdict.HYPOTHESES_NOT_MET,
          Verdict.CONSISTENT);

  private static final int MOST_ALIKE = 12;

  private final PrintWriter out;
  private final Style style;
  private final LabelledLines lines;

  VerdictLines(PrintWriter out, Style style, LabelledLines lines) {
    this.out = out;
    this.style = style;
    this.lines = lines;
  }

  /** Failures first; what hypotheses a verdict rests on stands below it. */
  void printFindings(String title, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    if (!title.isEmpty()) {
      out.printf("%n%s%n", style.title(title));
    }
    Map<Kind, Integer> seen = new LinkedHashMap<>();
    findings.stream()
        .sorted(Comparator.comparing(finding -> SEVERITY.indexOf(finding.verdict())))
        .forEach(
            finding -> {
              Kind kind = new Kind(finding.verdict(), finding.prediction());
              if (seen.merge(kind, 1, Integer::sum) <= kind.listed()) {
                print(finding, !title.isEmpty());
              }
            });
    seen.forEach(this::printUnlisted);
  }

  /** Findings that are alike, of which there may be one for each of a thousand points. */
  private record Kind(Verdict verdict, String prediction) {
    int listed() {
      return verdict == Verdict.CONTRADICTED ? Integer.MAX_VALUE : MOST_ALIKE;
    }
  }

  private void printUnlisted(Kind kind, int seen) {
    if (seen > kind.listed()) {
      lines.printPadded(
          style.verdict(kind.verdict(), lines.pad(kind.verdict().label())),
          "%s: %s more, in summary.json and the report"
              .formatted(kind.prediction(), Numbers.count(seen - kind.listed())));
    }
  }

  private void print(Finding finding, boolean named) {
    String subject =
        finding.prediction()
            + finding.point().map(point -> " " + point).orElse("")
            + (named ? " of " + whole(finding) : "");
    lines.printPadded(
        style.verdict(finding.verdict(), lines.pad(finding.verdict().label())),
        subject + ": " + finding.detail());
    lines.print("", hypotheses(finding));
  }

  /** Names what a finding is about where that does not stand above it. */
  private static String whole(Finding finding) {
    return finding
        .cell()
        .map(cell -> "cell '" + cell + "'")
        .orElse("objective '" + finding.objective() + "'");
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

  /** What was measured along each sweep that has a prediction, and what was predicted. */
  void printSweeps(List<Sweep> sweeps) {
    List<Sweep> predicted =
        sweeps.stream().filter(sweep -> sweep.prediction().isPresent()).toList();
    if (predicted.isEmpty()) {
      return;
    }
    out.printf("%n%s%n", style.title("sweeps"));
    for (Sweep sweep : predicted) {
      String points =
          sweep.points().stream()
              .map(
                  point ->
                      "%s at %s (%s)"
                          .formatted(
                              Numbers.brief(point.observed()),
                              Numbers.brief(point.value()),
                              Numbers.brief(point.predicted().orElseThrow())))
              .collect(Collectors.joining(", "));
      lines.print(
          sweep.shortParameter(),
          "%s, %s: %s (predicted)".formatted(sweep.subject(), sweep.title(), points));
    }
  }

  void printExpectations(StudyOutcome outcome) {
    if (outcome.expectations().isEmpty()) {
      return;
    }
    out.printf("%n%s%n", style.title("expectations"));
    for (Expectation expectation : outcome.expectations()) {
      boolean met = expectation.isMet(outcome.findings());
      List<String> seen = Expectation.labels(expectation.seen(outcome.findings()));
      lines.printPadded(
          style.passed(met, lines.pad(met ? "met" : "MISSED")),
          expectation.prediction()
              + ": "
              + String.join(", ", Expectation.labels(expectation.verdicts()))
              + (met ? "" : "; seen " + (seen.isEmpty() ? "none" : String.join(", ", seen))));
    }
  }

  void printControls(List<ControlResult> controls) {
    if (controls.isEmpty()) {
      return;
    }
    out.printf("%n%s%n", style.title("controls"));
    controls.stream()
        .sorted(Comparator.comparing(ControlResult::passed))
        .forEach(
            control -> {
              lines.printPadded(
                  style.passed(control.passed(), lines.pad(control.passed() ? "passed" : "FAILED")),
                  control.control()
                      + control.cell().map(cell -> " in " + cell).orElse("")
                      + ": expected "
                      + control.expected());
              lines.print("", "observed " + control.observed());
            });
  }

  void printTally(StudyOutcome outcome) {
    String verdicts =
        Arrays.stream(Verdict.values())
            .map(verdict -> Numbers.count(outcome.count(verdict)) + " " + verdict)
            .collect(Collectors.joining(", "));
    long passed = outcome.controls().stream().filter(ControlResult::passed).count();
    String controls =
        outcome.controls().isEmpty()
            ? ""
            : "; %,d of %,d controls passed".formatted(passed, outcome.controls().size());
    out.println();
    lines.printParagraph(verdicts + controls, line -> style.passed(outcome.isSound(), line));
    long tests = FamilyWise.tests(outcome.findings());
    if (tests > 0) {
      lines.printParagraph(
          "%s with Holm's correction: a false \"contradicted\" has a chance of at most %s"
              .formatted(Numbers.plural(tests, "test"), Numbers.brief(FamilyWise.RATE)));
    }
  }
}
