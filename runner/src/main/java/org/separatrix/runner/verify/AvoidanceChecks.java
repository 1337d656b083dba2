package org.separatrix.runner.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Beta;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;
import org.separatrix.core.statistics.ClopperPearson;
import org.separatrix.runner.label.Labels;
import org.separatrix.runner.plan.Plan;

/**
 * Recomputes what saddle-avoidance says of each cell and strict point, hits, bounds and verdicts,
 * from the counts of the cell.
 */
final class AvoidanceChecks {
  private static final String ID = "saddle-avoidance";

  /** Of the quantiles of the beta distribution, relative. */
  private static final double TOLERANCE = 1e-12;

  /** A share of runs: with more unresolved ones there is no verdict. */
  private static final double TOLERATED = 0.01;

  /** The probability of a hit that rounding may leave. */
  private static final double ALLOWANCE = 1e-12;

  private final JsonFields summary;
  private final List<JsonFields> findings;
  private final long analyzers;
  private final List<String> objections = new ArrayList<>();

  AvoidanceChecks(JsonFields summary, Plan plan, List<JsonFields> findings) {
    this.summary = summary;
    this.findings = findings.stream().filter(each -> each.text("prediction").equals(ID)).toList();
    analyzers =
        plan.analyzers().stream()
            .flatMap(each -> each.predictions().stream())
            .filter(each -> each.id().equals(ID))
            .count();
  }

  void addTo(Checks checks) {
    if (analyzers == 0) {
      return;
    }
    for (JsonFields cell : summary.items("cells")) {
      for (JsonFields point : summary.items("criticalPoints")) {
        if (point.text("objective").equals(cell.text("objective")) && isStrict(point)) {
          check(cell, point);
        }
      }
    }
    checks.addAll(ID, objections, "%d by the counts of their cells".formatted(findings.size()));
  }

  private static boolean isStrict(JsonFields point) {
    return Labels.POINT_KINDS
        .find(point.text("kind"))
        .filter(CriticalPointKind::isStrict)
        .isPresent();
  }

  private void check(JsonFields cell, JsonFields point) {
    List<JsonFields> found =
        findings.stream()
            .filter(each -> each.has("cell") && each.text("cell").equals(cell.text("id")))
            .filter(each -> each.has("point") && each.text("point").equals(point.text("id")))
            .toList();
    if (found.size() != analyzers) {
      objections.add(
          "%s is answered %d times for %s of %s, the study asks %d times"
              .formatted(ID, found.size(), point.text("id"), cell.text("id"), analyzers));
    }
    found.forEach(finding -> check(finding, cell, point.text("id")));
  }

  private void check(JsonFields finding, JsonFields cell, String point) {
    long runs = cell.count("runs");
    long unresolved = cell.count("unresolved");
    long hits =
        cell.items("limits").stream()
            .filter(each -> each.text("point").equals(point))
            .mapToLong(each -> each.count("runs"))
            .sum();
    long worst = Math.max(hits, undecided(cell, runs, hits + unresolved));
    JsonFields observed = finding.object("observed");
    double upper = ClopperPearson.upper(worst, runs, observed.number("confidence"));
    compare(finding, "runs", observed.number("runs"), (double) runs);
    compare(finding, "hits", observed.number("hits"), (double) hits);
    compare(finding, "unresolved", observed.number("unresolved"), (double) unresolved);
    compare(finding, "upper", observed.number("upper"), upper);
    boolean violated =
        finding.items("hypotheses").stream()
            .anyMatch(each -> each.text("status").equals(Status.VIOLATED.label()));
    if (violated) {
      return;
    }
    if (!finding.has("significance")) {
      objections.add("%s has no p-value".formatted(FindingChecks.name(finding)));
      return;
    }
    double pValue =
        hits == 0 ? 1 : Beta.regularizedBeta(ALLOWANCE, (double) hits, runs - hits + 1.0);
    compare(finding, "pValue", finding.object("significance").number("pValue"), pValue);
    Verdict verdict =
        hits > 0 || unresolved > TOLERATED * runs ? Verdict.INCONCLUSIVE : Verdict.CONSISTENT;
    String said = finding.text("verdict");
    if (!said.equals(Verdict.CONTRADICTED.label()) && !said.equals(verdict.label())) {
      objections.add(
          "%s is said to be %s, with %d hits and %d unresolved of %d runs it is %s"
              .formatted(
                  FindingChecks.name(finding), said, hits, unresolved, runs, verdict.label()));
    }
  }

  /** Runs that may go to a saddle for all that is proven, if these are few, else another number. */
  private static long undecided(JsonFields cell, long runs, long otherwise) {
    if (!cell.has("certificate")) {
      return otherwise;
    }
    Map<String, Long> fates = cell.object("certificate").counts("fates");
    long undecided =
        fates.getOrDefault(Fate.UNDECIDED.label(), 0L)
            + fates.getOrDefault(Fate.CERTIFIED_LEFT_SADDLE.label(), 0L);
    return undecided <= TOLERATED * runs ? undecided : otherwise;
  }

  private void compare(JsonFields finding, String key, double said, double again) {
    if (!(Math.abs(said - again) <= TOLERANCE * Math.abs(again))) {
      objections.add(
          "%s: %s is said to be %s, by the counts of its cell it is %s"
              .formatted(FindingChecks.name(finding), key, said, again));
    }
  }
}
