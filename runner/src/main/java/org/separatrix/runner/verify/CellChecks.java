package org.separatrix.runner.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.statistics.ClopperPearson;
import org.separatrix.runner.label.Labels;
import org.separatrix.runner.plan.Cell;

/** Checks that the counts of a cell add up, and that its shares follow from them. */
final class CellChecks {
  private static final double CONFIDENCE = 0.95;

  /** Of the quantiles of the beta distribution, relative. */
  private static final double TOLERANCE = 1e-12;

  private final JsonFields stored;
  private final Cell cell;
  private final List<JsonFields> points;
  private final Optional<Certifier> certifier;
  private final Optional<RunCounts> runs;
  private final List<String> objections = new ArrayList<>();

  /**
   * Prepares the checks.
   *
   * @param stored the cell of the summary
   * @param cell that of the study
   * @param points the summary's critical points of its objective
   * @param certifier proves facts about its objective, if that is possible
   * @param runs what the single runs say, if all of them are there
   */
  CellChecks(
      JsonFields stored,
      Cell cell,
      List<JsonFields> points,
      Optional<Certifier> certifier,
      Optional<RunCounts> runs) {
    this.stored = stored;
    this.cell = cell;
    this.points = points;
    this.certifier = certifier;
    this.runs = runs;
  }

  List<Check> list() {
    long all = stored.count("runs");
    if (all != cell.runs()) {
      objections.add("%d runs are counted, the study has %d".formatted(all, cell.runs()));
    }
    Map<String, Long> terminations = stored.counts("terminations");
    sum("terminations", terminations, all);
    long accounted = stored.count("unresolved") + stored.count("toUnlistedMinima");
    for (Termination reason :
        List.of(Termination.DIVERGED, Termination.LEFT_DOMAIN, Termination.NON_FINITE)) {
      accounted += terminations.getOrDefault(reason.label(), 0L);
    }
    Map<String, Long> limits = new HashMap<>();
    for (JsonFields limit : stored.items("limits")) {
      accounted += limit(limit, all);
      if (limits.put(limit.text("point"), limit.count("runs")) != null) {
        objections.add("the limit %s is listed twice".formatted(limit.text("point")));
      }
    }
    if (accounted != all) {
      objections.add(
          "limits, unlisted minima, unresolved runs and those that left for good are %d, not %d"
              .formatted(accounted, all));
    }
    fates(all);
    stagnation(terminations);
    JsonFields steps = stored.object("steps");
    if (!(steps.number("median") <= steps.number("p90")
        && steps.number("p90") <= steps.number("max")
        && steps.number("mean") <= steps.number("max"))) {
      objections.add("the numbers of steps are not in order");
    }
    runs.ifPresent(each -> compare(each, terminations, limits));
    runs.ifPresent(each -> steps(each, steps));
    Checks checks = new Checks("summary, " + cell.id());
    checks.addAll(
        "counts and shares",
        objections,
        "%,d runs add up%s"
            .formatted(all, runs.isPresent() ? ", counted again in its file of runs" : ""));
    return checks.list();
  }

  private void sum(String name, Map<String, Long> counts, long all) {
    long sum = counts.values().stream().mapToLong(Long::longValue).sum();
    boolean negative = counts.values().stream().anyMatch(count -> count < 0);
    if (sum != all || negative) {
      objections.add("%s sum up to %d, not %d: %s".formatted(name, sum, all, counts));
    }
  }

  private long limit(JsonFields limit, long all) {
    String id = limit.text("point");
    long count = limit.count("runs");
    Optional<JsonFields> point =
        points.stream().filter(each -> each.text("id").equals(id)).findFirst();
    if (point.isEmpty()) {
      objections.add("the limit %s is none of the critical points".formatted(id));
    } else if (!point.get().text("kind").equals(limit.text("kind"))) {
      objections.add(
          "the limit %s is called %s, the point %s"
              .formatted(id, limit.text("kind"), point.get().text("kind")));
    }
    if (count < 0 || count > all) {
      objections.add("%d of %d runs cannot go to %s".formatted(count, all, id));
      return count;
    }
    ClopperPearson.Interval interval = ClopperPearson.interval(count, all, CONFIDENCE);
    compare(id, "share", limit.number("share"), (double) count / all);
    compare(id, "low", limit.number("low"), interval.low());
    compare(id, "high", limit.number("high"), interval.high());
    return count;
  }

  private void compare(String id, String key, double said, double again) {
    if (!(Math.abs(said - again) <= TOLERANCE * Math.abs(again))) {
      objections.add(
          "%s of the runs to %s is said to be %s, it is %s".formatted(key, id, said, again));
    }
  }

  private void fates(long all) {
    if (!stored.has("certificate")) {
      return;
    }
    JsonFields certificate = stored.object("certificate");
    Map<String, Long> fates = certificate.counts("fates");
    sum("fates", fates, all);
    if (!Labels.FATES.all().containsAll(fates.keySet())) {
      objections.add("an unknown fate: " + fates.keySet());
    }
    long stayed = certificate.count("stayed");
    boolean certified = certificate.text("invariance").equals("certified");
    if (stayed < 0 || stayed > all || (!certified && stayed > 0)) {
      objections.add(
          "%d runs are said to have stayed in the domain, whose invariance is %s"
              .formatted(stayed, certificate.text("invariance")));
    }
    if (certified && !isInvariant()) {
      objections.add("it is not proved that a computed step maps the domain into itself");
    }
    runs.ifPresent(
        each -> {
          compare("fates", fates, each.fates());
          if (stayed != each.stayed()) {
            objections.add(
                "%d runs are said to have stayed in the domain, its file of runs has %d"
                    .formatted(stayed, each.stayed()));
          }
        });
  }

  private void stagnation(Map<String, Long> terminations) {
    if (stored.has("stagnation")) {
      long stagnant = stored.object("stagnation").count("runs");
      long budget = terminations.getOrDefault(Termination.BUDGET.label(), 0L);
      if (stagnant < 0 || stagnant > budget) {
        objections.add(
            "%d runs are said to stagnate, %d used up their budget".formatted(stagnant, budget));
      }
    }
  }

  private boolean isInvariant() {
    return cell.optimizer() instanceof LinearMethod method
        && certifier
            .map(each -> each.invariance(method))
            .filter(
                answer ->
                    answer instanceof Invariance.Proven proven && proven.holdsForComputedStep())
            .isPresent();
  }

  private void compare(RunCounts again, Map<String, Long> terminations, Map<String, Long> limits) {
    compare("terminations", terminations, again.terminations());
    compare("limits", limits, again.limits());
  }

  private void steps(RunCounts again, JsonFields said) {
    CellResult.Steps steps = again.steps().summary();
    compareSteps("mean", said, steps.mean());
    compareSteps("median", said, steps.median());
    compareSteps("p90", said, steps.p90());
    compareSteps("max", said, steps.max());
    long gradients = stored.count("gradientEvaluations");
    GradientCount counted = GradientCount.of(cell, again, points);
    if (gradients < counted.fewest()) {
      objections.add(
          "%d gradients are said to be evaluated, the positions of its runs alone are %d"
              .formatted(gradients, counted.fewest()));
    } else if (gradients > counted.most()) {
      objections.add(
          "%d gradients are said to be evaluated, by its file of runs they are %d%s"
              .formatted(
                  gradients, counted.most(), counted.most() > counted.fewest() ? " at most" : ""));
    }
  }

  private void compareSteps(String key, JsonFields said, double counted) {
    if (!(Math.abs(said.number(key) - counted) <= TOLERANCE * counted)) {
      objections.add(
          "the %s of the steps is said to be %s, by its file of runs it is %s"
              .formatted(key, said.number(key), counted));
    }
  }

  private void compare(String name, Map<String, Long> said, Map<String, Long> counted) {
    Map<String, Long> present = new HashMap<>(said);
    present.values().removeIf(count -> count == 0);
    if (!present.equals(counted)) {
      objections.add("%s are %s, its file of runs has %s".formatted(name, present, counted));
    }
  }
}
