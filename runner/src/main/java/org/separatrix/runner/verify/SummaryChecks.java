package org.separatrix.runner.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.bound.CertifiedBound;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;

/**
 * Checks a summary against its study: bounds on L, critical points, cells, and whether findings fit
 * with all these. What can only be found out by running the study again is not checked.
 */
final class SummaryChecks {
  /** Of cells that are not as they should be, so many are named. */
  private static final int MOST_LISTED = 5;

  private final JsonFields summary;
  private final Plan plan;
  private final Subjects subjects;
  private final Map<String, RunCounts> runs;
  private final Checks checks = new Checks("summary");

  /**
   * Prepares the checks.
   *
   * @param summary what is stored
   * @param plan the study
   * @param subjects its objectives
   * @param runs what the single runs say, by the cell's id
   */
  SummaryChecks(JsonFields summary, Plan plan, Subjects subjects, Map<String, RunCounts> runs) {
    this.summary = summary;
    this.plan = plan;
    this.subjects = subjects;
    this.runs = runs;
  }

  List<Check> list() {
    List<Check> list = new ArrayList<>();
    checks.add(
        "study",
        summary.text("study").equals(plan.study().name())
            && summary.count("seed") == plan.study().seed(),
        "%s, seed %d".formatted(plan.study().name(), plan.study().seed()),
        "it is of '%s', seed %d, the study is '%s', seed %d"
            .formatted(
                summary.text("study"),
                summary.count("seed"),
                plan.study().name(),
                plan.study().seed()));
    summary.items("lipschitz").forEach(this::lipschitz);
    Map<String, List<JsonFields>> points =
        summary.items("criticalPoints").stream()
            .collect(Collectors.groupingBy(point -> point.text("objective")));
    for (Problem problem : plan.problems()) {
      points(problem, points.getOrDefault(problem.name(), List.of()));
    }
    list.addAll(checks.list());
    list.addAll(cells(points));
    list.addAll(new FindingChecks(summary, plan).list());
    return list;
  }

  private void lipschitz(JsonFields stored) {
    String name = stored.text("objective") + ", L";
    Optional<Problem> problem = subjects.problem(stored.text("objective"));
    double bound = stored.number("bound");
    if (problem.isEmpty()) {
      checks.refute(name, "the study has no such objective");
      return;
    }
    Optional<CertifiedBound> again =
        plan.bounded().stream()
            .filter(each -> each.problem().equals(problem.get()))
            .findFirst()
            .flatMap(each -> each.lipschitz());
    boolean certified = stored.text("status").equals(Status.CERTIFIED.label());
    double least = again.map(CertifiedBound::lower).orElse(Double.NEGATIVE_INFINITY);
    double most = again.map(CertifiedBound::upper).orElse(Double.POSITIVE_INFINITY);
    if (certified) {
      checks.add(
          name,
          most <= bound,
          "<= %s, recomputed <= %s".formatted(bound, most),
          least > bound
              ? "<= %s is refuted: it is >= %s".formatted(bound, least)
              : "<= %s could not be shown, only <= %s".formatted(bound, most));
    } else {
      double known = problem.get().lipschitz().map(each -> each.value()).orElse(Double.NaN);
      checks.add(
          name,
          bound == known,
          "%s is the study's (%s)".formatted(bound, stored.text("status")),
          "%s is said, the study has %s".formatted(bound, known));
    }
  }

  private void points(Problem problem, List<JsonFields> stored) {
    String name = problem.name() + ", critical points";
    Optional<Certifier> certifier = certifier(problem);
    List<String> objections = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<CertifiedPoint> proven = new HashSet<>();
    Optional<SeparableCensus> census = certifier.flatMap(each -> census(problem));
    PointChecks point = new PointChecks(problem, certifier, census);
    for (JsonFields each : stored) {
      if (!ids.add(each.text("id"))) {
        objections.add(each.text("id") + " is listed twice");
      }
      objections.addAll(point.objections(each));
      point.match(each).ifPresent(proven::add);
    }
    checks.addAll(
        name, objections, "%d with gradient, eigenvalues and kind".formatted(stored.size()));
    JsonFields count =
        summary.items("census").stream()
            .filter(each -> each.text("objective").equals(problem.name()))
            .findFirst()
            .orElse(null);
    if (count == null) {
      checks.refute(name, "their number is missing");
      return;
    }
    boolean certified = count.text("complete").equals(Status.CERTIFIED.label());
    boolean all =
        census.isPresent()
            && census.get().isComplete()
            && census.get().count().equals(BigInteger.valueOf(proven.size()));
    checks.add(
        name,
        count.count("count") == stored.size() && (!certified || all),
        "%d, completeness %s".formatted(stored.size(), count.text("complete")),
        "%d are counted (completeness %s), %d are listed, %d of them proved%s"
            .formatted(
                count.count("count"),
                count.text("complete"),
                stored.size(),
                proven.size(),
                census.map(each -> "; there are " + each.count()).orElse("")));
  }

  private Optional<Certifier> certifier(Problem problem) {
    return plan.study().certify().isWanted()
        ? subjects.subject(problem.name()).flatMap(Subject::certifier)
        : Optional.empty();
  }

  private Optional<SeparableCensus> census(Problem problem) {
    return subjects.subject(problem.name()).flatMap(Subject::census);
  }

  private List<Check> cells(Map<String, List<JsonFields>> points) {
    List<Check> list = new ArrayList<>();
    List<JsonFields> cells = summary.items("cells");
    Checks names = new Checks("summary");
    names.addAll(
        "cells",
        differences(
            cells.stream().map(cell -> cell.text("id")).toList(),
            plan.cells().stream().map(Cell::id).toList()),
        "%d, those of the study".formatted(plan.cells().size()));
    list.addAll(names.list());
    for (JsonFields cell : cells) {
      plan.cells().stream()
          .filter(each -> each.id().equals(cell.text("id")))
          .findFirst()
          .ifPresent(
              each ->
                  list.addAll(
                      new CellChecks(
                              cell,
                              each,
                              points.getOrDefault(each.problem().name(), List.of()),
                              certifier(each.problem()),
                              Optional.ofNullable(runs.get(each.id())))
                          .list()));
    }
    return list;
  }

  private static List<String> differences(List<String> stored, List<String> asked) {
    List<String> missing = new ArrayList<>(asked);
    missing.removeAll(stored);
    List<String> unknown = new ArrayList<>(stored);
    unknown.removeAll(asked);
    List<String> differences = new ArrayList<>();
    if (!missing.isEmpty()) {
      differences.add(
          "%d of the study's %d missing: %s"
              .formatted(missing.size(), asked.size(), some(missing)));
    }
    if (!unknown.isEmpty()) {
      differences.add("%d not in the study: %s".formatted(unknown.size(), some(unknown)));
    }
    if (differences.isEmpty() && !stored.equals(asked)) {
      differences.add("they are in another order than in the study, or some are there twice");
    }
    return differences;
  }

  private static String some(List<String> ids) {
    String listed = String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_LISTED)));
    return ids.size() <= MOST_LISTED ? listed : listed + ", ...";
  }
}
