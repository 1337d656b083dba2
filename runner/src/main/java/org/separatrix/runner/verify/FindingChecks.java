package org.separatrix.runner.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;
import org.separatrix.core.statistics.FamilyWise;
import org.separatrix.core.statistics.Holm;
import org.separatrix.runner.label.Labels;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.study.Expectation;

/**
 * Checks that findings are what their own evidence makes of them: about cells and points that there
 * are, with a verdict that their hypotheses and the tests of the whole study leave, and with the
 * expectations and controls that the study asks for. What a run would say again is not checked.
 */
final class FindingChecks {
  /** Of p-values that are multiplied and compared, relative. */
  private static final double TOLERANCE = 1e-12;

  private final JsonFields summary;
  private final Plan plan;
  private final List<JsonFields> findings;
  private final Checks checks = new Checks("summary");

  /**
   * Prepares the checks.
   *
   * @param summary what is stored
   * @param plan the study
   */
  FindingChecks(JsonFields summary, Plan plan) {
    this.summary = summary;
    this.plan = plan;
    findings = summary.items("findings");
  }

  List<Check> list() {
    List<String> objections = new ArrayList<>();
    findings.forEach(finding -> subject(finding, objections));
    findings.forEach(finding -> hypotheses(finding, objections));
    tests(objections);
    checks.addAll(
        "findings", objections, "%d, with verdicts that they bear out".formatted(findings.size()));
    new AvoidanceChecks(summary, plan, findings).addTo(checks);
    expectations();
    controls();
    return checks.list();
  }

  private void subject(JsonFields finding, List<String> objections) {
    String prediction = finding.text("prediction");
    boolean asked =
        plan.analyzers().stream()
            .flatMap(analyzer -> analyzer.predictions().stream())
            .anyMatch(each -> each.id().equals(prediction));
    if (!asked) {
      objections.add("%s: no analyzer of the study tests it".formatted(prediction));
    }
    String objective = finding.text("objective");
    if (finding.has("cell")) {
      String id = finding.text("cell");
      Optional<Cell> cell = plan.cells().stream().filter(each -> each.id().equals(id)).findFirst();
      if (cell.isEmpty() || !cell.get().problem().name().equals(objective)) {
        objections.add("%s: %s has no cell %s".formatted(prediction, objective, id));
      }
    }
    boolean isPoint =
        !finding.has("point")
            || summary.items("criticalPoints").stream()
                .anyMatch(
                    each ->
                        each.text("id").equals(finding.text("point"))
                            && each.text("objective").equals(objective));
    if (!isPoint) {
      objections.add(
          "%s: %s has no critical point %s"
              .formatted(prediction, objective, finding.text("point")));
    }
  }

  private static void hypotheses(JsonFields finding, List<String> objections) {
    List<JsonFields> stored = finding.items("hypotheses");
    boolean violated =
        stored.stream().anyMatch(each -> each.text("status").equals(Status.VIOLATED.label()));
    Optional<Verdict> verdict = Labels.VERDICTS.find(finding.text("verdict"));
    // Which hypothesis is not met, an analyzer need not say.
    boolean notMet = verdict.equals(Optional.of(Verdict.HYPOTHESES_NOT_MET)) && !stored.isEmpty();
    if (verdict.isEmpty()) {
      objections.add("%s: no such verdict as %s".formatted(name(finding), finding.text("verdict")));
    } else if (violated != notMet) {
      objections.add(
          "%s is said to be %s, but %s of its hypotheses is violated"
              .formatted(name(finding), verdict.get().label(), violated ? "one" : "none"));
    }
  }

  /** All tests of the study are decided together. */
  private void tests(List<String> objections) {
    List<JsonFields> tested = findings.stream().filter(each -> each.has("significance")).toList();
    double[] adjusted =
        Holm.adjust(
            tested.stream()
                .mapToDouble(each -> each.object("significance").number("pValue"))
                .toArray());
    for (int i = 0; i < adjusted.length; i++) {
      JsonFields finding = tested.get(i);
      double said = finding.object("significance").number("adjusted");
      if (!(Math.abs(said - adjusted[i]) <= TOLERANCE * adjusted[i])) {
        objections.add(
            "%s: its p-value is said to be adjusted to %s, by Holm's correction it is %s"
                .formatted(name(finding), said, adjusted[i]));
      }
      boolean rejected = adjusted[i] < FamilyWise.RATE;
      if (rejected != finding.text("verdict").equals(Verdict.CONTRADICTED.label())) {
        objections.add(
            "%s is said to be %s, its test %s it"
                .formatted(
                    name(finding),
                    finding.text("verdict"),
                    rejected ? "rejects" : "does not reject"));
      }
    }
  }

  private void expectations() {
    List<String> objections = new ArrayList<>();
    List<JsonFields> stored = summary.items("expectations");
    for (Expectation expectation : plan.study().expectations()) {
      String prediction = expectation.prediction();
      Set<Verdict> seen =
          findings.stream()
              .filter(each -> each.text("prediction").equals(prediction))
              .flatMap(each -> Labels.VERDICTS.find(each.text("verdict")).stream())
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.class)));
      boolean met = seen.equals(expectation.verdicts());
      boolean agrees =
          stored.stream()
              .anyMatch(
                  each ->
                      each.text("prediction").equals(prediction)
                          && each.texts("expected")
                              .equals(Expectation.labels(expectation.verdicts()))
                          && each.texts("seen").equals(Expectation.labels(seen))
                          && each.flag("met") == met);
      if (!agrees) {
        objections.add(
            "of %s the study expects %s, its findings say %s, which is not what stands there"
                .formatted(
                    prediction,
                    Expectation.labels(expectation.verdicts()),
                    Expectation.labels(seen)));
      }
    }
    if (stored.size() != plan.study().expectations().size()) {
      objections.add(
          "%d expectations are stored, the study has %d"
              .formatted(stored.size(), plan.study().expectations().size()));
    }
    if (!stored.isEmpty() || !objections.isEmpty()) {
      checks.addAll("expectations", objections, "%d by its findings".formatted(stored.size()));
    }
  }

  private void controls() {
    Set<String> asked = new HashSet<>();
    plan.study().controls().forEach(each -> asked.add(each.type()));
    Set<String> stored = new HashSet<>();
    summary.items("controls").forEach(each -> stored.add(each.text("control")));
    if (!asked.isEmpty() || !stored.isEmpty()) {
      checks.add(
          "controls",
          asked.equals(stored),
          "all %d that the study has came to something".formatted(asked.size()),
          "they are %s, the study has %s".formatted(stored, asked));
    }
  }

  /** Names a finding for a person. */
  static String name(JsonFields finding) {
    return "%s%s of %s"
        .formatted(
            finding.text("prediction"),
            finding.has("point") ? " " + finding.text("point") : "",
            finding.has("cell") ? finding.text("cell") : finding.text("objective"));
  }
}
