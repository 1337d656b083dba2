package org.separatrix.analysis.precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.hipparchus.stat.inference.TTest;
import org.separatrix.analysis.control.GivenStarts;
import org.separatrix.analysis.rate.IteratedMap;
import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.precision.Precision;
import org.separatrix.core.precision.SinglePrecision;

/**
 * The runs from the stable manifold of one saddle under one method.
 *
 * <p>The function is turned anew for each start: the constants of one function, rounded, move its
 * manifold by a fixed part of 2^-p, which may be large in one precision and small in the other.
 *
 * <p>Rounding errors of the relative size 2^-p add up to 2^-p W along the unstable direction, with
 * a random number W of the same law in both precisions, so that a run leaves the slab |v'(x - s)|
 * &lt;= R after (ln(R / 2^-p) - ln|W|)/ln z + 1/2 steps in the mean, and the difference between the
 * two precisions has the mean 29 ln 2 / ln z, whatever the law of W, R and the start are. Starts on
 * a series may be off the manifold by e units of their rounding in float64, which costs at most
 * ln(1 + e) / ln z steps.
 */
record RoundingTest(
    RoundingEscape.Config config,
    CellResult cell,
    Census census,
    CriticalPoint point,
    IteratedMap method) {
  private static final int DIGITS = Precision.FLOAT64.digits() - Precision.FLOAT32.digits();

  private static final int ENOUGH_ON_A_PLANE = 100;

  /** Error of the mean difference, in steps, that a verdict of agreement needs: 5% of it. */
  private static final double ACCURACY = 0.05;

  List<Finding> run(Laboratory laboratory) {
    Optimizer optimizer =
        cell.optimizer() instanceof SinglePrecision single ? single.method() : cell.optimizer();
    Optional<ManifoldStarts> starts =
        ManifoldStarts.at(
            cell.problem().objective(),
            optimizer,
            point,
            radius(),
            config.starts(),
            laboratory.random(purpose("starts")));
    List<Finding> findings = new ArrayList<>();
    findings.add(escape(optimizer, starts, laboratory));
    if (starts.isPresent() && starts.get().isAligned()) {
      findings.add(invariance(optimizer, starts.get(), laboratory));
    }
    return findings;
  }

  private double radius() {
    return Nonlinearity.scale(census, point) / 8;
  }

  private List<Hypothesis> hypotheses(Optional<ManifoldStarts> starts) {
    List<Hypothesis> hypotheses = new ArrayList<>(method.hypotheses());
    hypotheses.add(
        new Hypothesis(
            "lambda_min < 0 and a stable direction",
            growth() > 1 ? point.status() : Status.VIOLATED,
            "z = " + Numbers.number(growth())));
    hypotheses.add(
        new Hypothesis(
            "starts on W^s up to rounding",
            starts.isPresent() ? Status.ESTIMATED : Status.VIOLATED,
            starts
                .map(ManifoldStarts::describe)
                .orElse("none found: no formula, no A, B and C, or no such neighbourhood")));
    double[] center = ManifoldStarts.center(point);
    boolean atZero = Arrays.stream(center).allMatch(coordinate -> coordinate == 0);
    hypotheses.add(
        new Hypothesis(
            "the saddle at the origin",
            atZero ? Status.ESTIMATED : Status.VIOLATED,
            atZero
                ? "rounding errors are relative to the distance"
                : "%s: steps below half a unit in the last place of it are lost"
                    .formatted(Numbers.point(point.x()))));
    return hypotheses;
  }

  /** Returns the steps in which rounding in double precision would show twenty times over. */
  private long stepsOnAPlane() {
    double rounding = Precision.FLOAT64.digits() * Math.log(2) / Math.log(growth());
    return (long) Math.min(config.maxSteps(), Math.ceil(20 * rounding));
  }

  private double growth() {
    return ComplexEigenvalues.of(method.linearization().orElseThrow().at(point.eigenvalues()[0]))
        .spectralRadius();
  }

  private Finding escape(
      Optimizer optimizer, Optional<ManifoldStarts> starts, Laboratory laboratory) {
    String id = RoundingEscape.ESCAPE.id();
    List<Hypothesis> hypotheses = hypotheses(starts);
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      String detail = "no law of the rounding errors";
      return finding(id, Verdict.HYPOTHESES_NOT_MET, hypotheses, Map.of(), Map.of(), detail);
    }
    double rate = Math.log(growth());
    double expected = DIGITS * Math.log(2) / rate;
    // Starts that are off the manifold by more than their rounding leave earlier in float64.
    double early = Math.log1p(starts.orElseThrow().excess()) / rate;
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("difference", expected);
    predicted.put("earlier-at-most", early);
    StreamingStatistics differences = new StreamingStatistics();
    StreamingStatistics inSingle = new StreamingStatistics();
    TurnedRuns runs =
        new TurnedRuns(cell.problem(), optimizer, point, radius(), config.maxSteps(), laboratory);
    RandomGenerator random = laboratory.random(purpose("turns"));
    int staying = 0;
    for (double[] start : starts.orElseThrow().points()) {
      TurnedRuns.Steps steps = runs.from(start, random);
      if (steps.single() < config.maxSteps() && steps.full() < config.maxSteps()) {
        differences.addValue(steps.full() - steps.single());
        inSingle.addValue(steps.single());
      } else {
        staying++;
      }
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("staying", (double) staying);
    if (staying > 0) {
      String detail =
          "%d of %d runs do not leave within %s steps; raise max-steps of precision"
              .formatted(staying, config.starts(), Numbers.count(config.maxSteps()));
      return finding(id, Verdict.INCONCLUSIVE, hypotheses, predicted, observed, detail);
    }
    double error = differences.getStandardDeviation() / Math.sqrt((double) differences.getN());
    observed.put("difference", differences.getMean());
    observed.put("standard-error", error);
    observed.put("float32-steps", inSingle.getMean());
    observed.put("float64-steps", inSingle.getMean() + differences.getMean());
    observed.put("runs", (double) differences.getN());
    Verdict verdict = error <= ACCURACY * expected ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    String detail =
        "float64 stays %s +- %s steps longer than float32, predicted %s (%s starts, float32 %s steps)"
            .formatted(
                Numbers.number(differences.getMean(), 5),
                Numbers.number(error, 2),
                Numbers.number(expected, 5),
                Numbers.count(differences.getN()),
                Numbers.number(inSingle.getMean(), 5));
    Finding finding = finding(id, verdict, hypotheses, predicted, observed, detail);
    return error > 0
        ? finding.testedBy(
            Significance.of(
                new TTest()
                    .tTest(
                        Math.max(expected - early, Math.min(expected, differences.getMean())),
                        differences)))
        : finding;
  }

  private Finding invariance(Optimizer optimizer, ManifoldStarts starts, Laboratory laboratory) {
    List<Hypothesis> hypotheses = new ArrayList<>(method.hypotheses());
    hypotheses.add(
        new Hypothesis(
            "lambda_min < 0 and a stable direction",
            point.status(),
            "z = " + Numbers.number(growth())));
    hypotheses.add(
        new Hypothesis(
            "W^s a coordinate plane on which the gradient's other components vanish",
            Status.ESTIMATED,
            "exactly, at all starts"));
    hypotheses.add(exactAtRest(optimizer, starts));
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return finding(
          RoundingEscape.INVARIANCE.id(),
          Verdict.HYPOTHESES_NOT_MET,
          hypotheses,
          Map.of(),
          Map.of(),
          "rounding may move runs off the plane");
    }
    List<double[]> points = starts.points().subList(0, ENOUGH_ON_A_PLANE);
    StopRule stop = new StopRule(-1, stepsOnAPlane(), Double.POSITIVE_INFINITY, Optional.empty());
    List<Runs> all = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      all.add(
          laboratory.run(
              purpose("plane"),
              cell.problem(),
              precision.apply(optimizer, cell.problem().objective()),
              new GivenStarts(points),
              points.size(),
              stop));
    }
    long left = 0;
    for (Runs runs : all) {
      for (int i = 0; i < runs.size(); i++) {
        double[] start = runs.startOf(i);
        double[] end = runs.endOf(i);
        boolean stays = Arrays.stream(starts.fixed()).allMatch(k -> end[k] == (float) start[k]);
        left += stays ? 0 : 1;
      }
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("left", (double) left);
    observed.put("runs", 2.0 * points.size());
    observed.put("steps", (double) stepsOnAPlane());
    return finding(
        RoundingEscape.INVARIANCE.id(),
        left == 0 ? Verdict.CONSISTENT : Verdict.CONTRADICTED,
        hypotheses,
        Map.of("left", 0.0),
        observed,
        "%s of %s runs left the plane within %s steps, in float32 and float64"
            .formatted(
                Numbers.count(left),
                Numbers.count(2L * points.size()),
                Numbers.count(stepsOnAPlane())));
  }

  /**
   * Of a coordinate c other than 0, momentum may round: (1 + beta) c - beta c need not be c, while
   * c less a multiple of a derivative of 0 is.
   */
  private Hypothesis exactAtRest(Optimizer optimizer, ManifoldStarts starts) {
    double[] center = ManifoldStarts.center(point);
    boolean atZero = Arrays.stream(starts.fixed()).allMatch(k -> center[k] == 0);
    boolean exact = atZero || optimizer.memory() == 0;
    return new Hypothesis(
        "its coordinates are 0, or the method has no memory",
        exact ? Status.ESTIMATED : Status.VIOLATED,
        atZero
            ? "its coordinates are 0"
            : exact
                ? "the method has no memory"
                : "multiples of %s round".formatted(Numbers.point(point.x())));
  }

  private String purpose(String what) {
    return "precision/%s/%s/%s".formatted(cell.id(), point.id(), what);
  }

  private Finding finding(
      String prediction,
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return Finding.at(prediction, cell, point, verdict, hypotheses, predicted, observed, detail);
  }
}
