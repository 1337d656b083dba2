package org.separatrix.analysis.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.SeparableGradient;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;

/** The test of which starts of one cell diverge. */
record DivergenceTest(InvariantRegion.Config config, CellResult cell) {
  /** Images of the ends are ends up to this, relative to the range; slow ends are less sharp. */
  private static final double SHARP = 1e-2;

  Analysis run(Laboratory laboratory) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    boolean isStep = cell.optimizer() instanceof LinearMethod method && method.isGradientStep();
    hypotheses.add(
        new Hypothesis(
            "gradient step",
            isStep ? Status.CERTIFIED : Status.VIOLATED,
            isStep ? "x - alpha grad f(x)" : "the method has a memory or another form"));
    hypotheses.add(SeparableGradient.check(cell.problem(), laboratory));
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return Analysis.of(
          List.of(
              finding(
                  Verdict.HYPOTHESES_NOT_MET,
                  hypotheses,
                  Map.of(),
                  Map.of(),
                  "no interval known")));
    }
    int count = (int) Math.min(config.runs(), cell.start().count().orElse(config.runs()));
    Runs starts = ensemble(laboratory, count, 0, Double.POSITIVE_INFINITY);
    List<CoordinateMap> maps = maps();
    List<CoordinateMap.Bounded> bounded = bounded(maps, starts);
    hypotheses.add(areIntervals(bounded));
    hypotheses.add(settle(bounded));
    double far = bounded.stream().mapToDouble(CoordinateMap.Bounded::far).reduce(1, Math::max);
    Runs runs = ensemble(laboratory, count, config.maxSteps(), far);
    return new Analysis(
        List.of(finding(hypotheses, bounded, tally(runs, maps, bounded), count)),
        DivergenceFigure.of(cell, maps, bounded, runs));
  }

  private List<CoordinateMap> maps() {
    double alpha = -((LinearMethod) cell.optimizer()).b()[0];
    List<CoordinateMap> maps = new ArrayList<>();
    for (int k = 0; k < cell.problem().dimension(); k++) {
      maps.add(new CoordinateMap(cell.problem(), k, alpha));
    }
    return maps;
  }

  private List<CoordinateMap.Bounded> bounded(List<CoordinateMap> maps, Runs starts) {
    List<CoordinateMap.Bounded> bounded = new ArrayList<>();
    for (int k = 0; k < maps.size(); k++) {
      double[] range = range(starts.start()[k]);
      bounded.add(maps.get(k).bounded(range[0], range[1], config.maxSteps()));
    }
    return bounded;
  }

  private static Hypothesis areIntervals(List<CoordinateMap.Bounded> bounded) {
    boolean are = bounded.stream().allMatch(CoordinateMap.Bounded::isInterval);
    double residual =
        bounded.stream().mapToDouble(CoordinateMap.Bounded::residual).reduce(0, Math::max);
    return new Hypothesis(
        "bounded starts of each coordinate are an interval",
        are && residual <= SHARP ? Status.ESTIMATED : Status.VIOLATED,
        are
            ? "its ends go to its ends, up to %s of the range"
                .formatted(Numbers.number(residual, 2))
            : "a grid shows bounded starts between diverging ones");
  }

  private Hypothesis settle(List<CoordinateMap.Bounded> bounded) {
    boolean settle = bounded.stream().allMatch(CoordinateMap.Bounded::settles);
    return new Hypothesis(
        "bounded starts settle",
        settle ? Status.ESTIMATED : Status.VIOLATED,
        settle
            ? "none that was followed leaves the domain and moves on"
            : "after %s steps some have left the domain and move on, perhaps for ever"
                .formatted(Numbers.count(config.maxSteps())));
  }

  private Runs ensemble(Laboratory laboratory, int count, int steps, double far) {
    return laboratory.run(
        "diverging-share/" + cell.id(),
        cell.problem(),
        cell.optimizer(),
        cell.start(),
        count,
        new StopRule(-1, steps, far, Optional.empty()));
  }

  private static double[] range(double[] starts) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double y : starts) {
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
    double margin = 1e-3 * Math.max(high - low, 1e-6 * (1 + Math.abs(high)));
    return new double[] {low - margin, high + margin};
  }

  private Tally tally(Runs runs, List<CoordinateMap> maps, List<CoordinateMap.Bounded> bounded) {
    long expected = 0;
    long diverged = 0;
    long refuting = 0;
    long open = 0;
    for (int i = 0; i < runs.size(); i++) {
      boolean outside = false;
      for (int k = 0; k < bounded.size(); k++) {
        outside |= !bounded.get(k).contains(runs.start()[k][i]);
      }
      boolean gone =
          runs.termination()[i] == Termination.DIVERGED
              || runs.termination()[i] == Termination.NON_FINITE;
      expected += outside ? 1 : 0;
      diverged += gone ? 1 : 0;
      if (gone != outside) {
        boolean refutes = gone || divergesSoon(runs.startOf(i), maps, bounded);
        refuting += refutes ? 1 : 0;
        open += refutes ? 0 : 1;
      }
    }
    return new Tally(expected, diverged, refuting, open);
  }

  private boolean divergesSoon(
      double[] start, List<CoordinateMap> maps, List<CoordinateMap.Bounded> bounded) {
    for (int k = 0; k < start.length; k++) {
      if (maps.get(k).diverges(start[k], bounded.get(k).far(), config.maxSteps() / 2)) {
        return true;
      }
    }
    return false;
  }

  private Finding finding(
      List<Hypothesis> hypotheses, List<CoordinateMap.Bounded> bounded, Tally tally, int count) {
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("share", (double) tally.expected / count);
    for (int k = 0; k < bounded.size(); k++) {
      CoordinateMap.Bounded each = bounded.get(k);
      if (Double.isFinite(each.low())) {
        predicted.put("low-" + (k + 1), each.low());
      }
      if (Double.isFinite(each.high())) {
        predicted.put("high-" + (k + 1), each.high());
      }
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("share", (double) tally.diverged / count);
    observed.put("runs", (double) count);
    observed.put("refuting", (double) tally.refuting);
    observed.put("open", (double) tally.open);
    Verdict verdict =
        tally.refuting > 0
            ? Verdict.CONTRADICTED
            : tally.open * 100 > count ? Verdict.INCONCLUSIVE : Verdict.CONSISTENT;
    String detail =
        "%s of %s runs diverge, %s start outside; %s with another fate, %s open; bounded for %s"
            .formatted(
                Numbers.count(tally.diverged),
                Numbers.count(count),
                Numbers.count(tally.expected),
                Numbers.count(tally.refuting),
                Numbers.count(tally.open),
                where(bounded));
    return finding(verdict, hypotheses, predicted, observed, detail);
  }

  private static String where(List<CoordinateMap.Bounded> bounded) {
    List<String> intervals = new ArrayList<>();
    for (int k = 0; k < bounded.size(); k++) {
      CoordinateMap.Bounded each = bounded.get(k);
      if (Double.isNaN(each.low())) {
        return "no start";
      }
      if (Double.isFinite(each.low()) || Double.isFinite(each.high())) {
        intervals.add(
            "coordinate %d in (%s, %s)"
                .formatted(k + 1, Numbers.number(each.low(), 7), Numbers.number(each.high(), 7)));
      }
    }
    return intervals.isEmpty() ? "every start" : String.join(", ", intervals);
  }

  private Finding finding(
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return CellFinding.of(
        InvariantRegion.DIVERGENCE.id(), cell, verdict, hypotheses, predicted, observed, detail);
  }

  /**
   * Runs counted.
   *
   * @param expected runs that start outside
   * @param diverged runs that diverged
   * @param refuting runs with another fate than predicted
   * @param open runs that start outside, too near the boundary to have diverged
   */
  private record Tally(long expected, long diverged, long refuting, long open) {}
}
