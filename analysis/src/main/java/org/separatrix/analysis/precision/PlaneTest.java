package org.separatrix.analysis.precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.control.GivenStarts;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.precision.Precision;

/**
 * Whether runs stay on a stable manifold that is a coordinate plane, which rounding cannot leave.
 *
 * @param config of the analyzer
 * @param saddle the saddle
 * @param optimizer the method, in double precision
 * @param laboratory for the runs
 */
record PlaneTest(
    RoundingEscape.Config config, TestedSaddle saddle, Optimizer optimizer, Laboratory laboratory) {
  private static final String ID = RoundingEscape.INVARIANCE.id();
  private static final int ENOUGH = 100;
  private static final int MOST_STEPS = 10_000;

  /**
   * Answers the prediction.
   *
   * @param starts on the plane
   */
  Finding finding(ManifoldStarts starts) {
    List<Hypothesis> hypotheses = hypotheses(starts);
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return saddle.notMet(ID, hypotheses, "rounding may move runs off the plane");
    }
    long runs = 0;
    long left = 0;
    for (Precision precision : Precision.values()) {
      Runs some = runs(precision, starts.points().subList(0, ENOUGH));
      runs += some.size();
      left += leaving(some, starts.fixed());
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("left", (double) left);
    observed.put("runs", (double) runs);
    observed.put("steps", (double) steps());
    return saddle.finding(
        ID,
        left == 0 ? Verdict.CONSISTENT : Verdict.CONTRADICTED,
        hypotheses,
        Map.of("left", 0.0),
        observed,
        "%s of %s runs left the plane within %s steps, in float32 and float64"
            .formatted(Numbers.count(left), Numbers.count(runs), Numbers.count(steps())));
  }

  private List<Hypothesis> hypotheses(ManifoldStarts starts) {
    List<Hypothesis> hypotheses = new ArrayList<>(saddle.method().hypotheses());
    hypotheses.add(
        new Hypothesis(
            "lambda_min < 0 and a stable direction",
            saddle.point().status(),
            "z = " + Numbers.number(saddle.growth())));
    hypotheses.add(
        new Hypothesis(
            "W^s a coordinate plane on which the gradient's other components vanish",
            Status.ESTIMATED,
            "exactly, at all starts"));
    hypotheses.add(exactAtRest(starts));
    return hypotheses;
  }

  /**
   * Of a coordinate c other than 0, momentum may round: (1 + beta) c - beta c need not be c, while
   * c less a multiple of a derivative of 0 is.
   */
  private Hypothesis exactAtRest(ManifoldStarts starts) {
    double[] center = ManifoldStarts.center(saddle.point());
    boolean atZero = Arrays.stream(starts.fixed()).allMatch(k -> center[k] == 0);
    boolean exact = atZero || optimizer.memory() == 0;
    return new Hypothesis(
        "its coordinates are 0, or the method has no memory",
        exact ? Status.ESTIMATED : Status.VIOLATED,
        atZero
            ? "its coordinates are 0"
            : exact
                ? "the method has no memory"
                : "multiples of %s round".formatted(Numbers.point(saddle.point().x())));
  }

  /**
   * Returns the steps in which rounding in double precision would grow to 1 twenty times over, and
   * no more than it takes to see whether a step rounds, since any move off the plane counts.
   */
  private long steps() {
    int most = Math.min(config.maxSteps(), MOST_STEPS);
    return (long) Math.min(most, Math.ceil(20 * saddle.stepsOfRounding()));
  }

  private Runs runs(Precision precision, List<double[]> points) {
    return laboratory.run(
        saddle.purpose("plane"),
        saddle.cell().problem(),
        precision.apply(optimizer, saddle.cell().problem().objective()),
        new GivenStarts(points),
        points.size(),
        new StopRule(-1, steps(), Double.POSITIVE_INFINITY, Optional.empty()));
  }

  /** Counts runs that moved in a coordinate across the plane. */
  private static long leaving(Runs runs, int[] across) {
    long leaving = 0;
    for (int i = 0; i < runs.size(); i++) {
      double[] start = runs.startOf(i);
      double[] end = runs.endOf(i);
      boolean stays = Arrays.stream(across).allMatch(k -> end[k] == (float) start[k]);
      leaving += stays ? 0 : 1;
    }
    return leaving;
  }
}
