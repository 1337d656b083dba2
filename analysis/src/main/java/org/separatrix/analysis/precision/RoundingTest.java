package org.separatrix.analysis.precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.separatrix.api.analysis.Termination;
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
 * <p>Rounding errors of the relative size 2^-p add up to 2^-p W along the unstable direction, with a
 * random number W of the same law in both precisions, so that a run leaves the slab |v'(x - s)| &lt;=
 * R after (ln(R / 2^-p) - ln|W|)/ln z + 1/2 steps in the mean, and the difference between the two
 * precisions has the mean 29 ln 2 / ln z, whatever the law of W, R and the start are. Starts on a
 * series may be off the manifold by e units of their rounding in float64, which costs at most ln(1 +
 * e) / ln z steps.
 */
record RoundingTest(
    RoundingEscape.Config config,
    CellResult cell,
    Census census,
    CriticalPoint point,
    IteratedMap method) {
  private static final int DIGITS =
      Precision.FLOAT64.digits() - Precision.FLOAT32.digits();

  private static final int ENOUGH_ON_A_PLANE = 100;

  /** Error of the mean difference, in steps, that a verdict of agreement needs: 5% of it. */
  private static final double ACCURACY = 0.05;

  Finding run(Laboratory laboratory) {
    Optimizer doubled =
        cell.optimizer() instanceof SinglePrecision single ? single.method() : cell.optimizer();
    double growth = growth();
    double radius = Nonlinearity.scale(census, point) / 8;
    Optional<ManifoldStarts> starts =
        ManifoldStarts.at(
            cell.problem().objective(),
            doubled,
            point,
            radius,
            config.starts(),
            laboratory.random(purpose("starts")));
    List<Hypothesis> hypotheses = hypotheses(growth, starts);
    boolean aligned = starts.isPresent() && starts.get().isAligned();
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return finding(
          RoundingEscape.ESCAPE.id(),
          Verdict.HYPOTHESES_NOT_MET,
          hypotheses,
          Map.of(),
          Map.of(),
          "no law of the rounding errors");
    }
    Runs single =
        run(Precision.FLOAT32.apply(doubled, cell.problem().objective()), starts, radius, laboratory);
    Runs full = run(doubled, starts, radius, laboratory);
    return aligned
        ? invariance(hypotheses, starts.get(), single, full)
        : escape(hypotheses, growth, starts.get().excess(), single, full);
  }

  private List<Hypothesis> hypotheses(double growth, Optional<ManifoldStarts> starts) {
    List<Hypothesis> hypotheses = new ArrayList<>(method.hypotheses());
    hypotheses.add(
        new Hypothesis(
            "lambda_min < 0 and a stable direction",
            growth > 1 ? point.status() : Status.VIOLATED,
            "z = " + Numbers.number(growth)));
    if (starts.isPresent() && starts.get().isAligned()) {
      hypotheses.add(
          new Hypothesis(
              "W^s a coordinate plane on which the gradient's other components vanish",
              Status.ESTIMATED,
              "exactly, at all starts"));
      return hypotheses;
    }
    hypotheses.add(
        new Hypothesis(
            "starts on W^s up to rounding",
            starts.isPresent() ? Status.ESTIMATED : Status.VIOLATED,
            starts
                .map(
                    found ->
                        found.flat()
                            ? "the stable subspace is invariant"
                            : "on the series of the parameterization method")
                .orElse("none found: no formula, no A, B and C, or no such neighbourhood")));
    boolean atZero = isAtZero();
    hypotheses.add(
        new Hypothesis(
            "the saddle at 0 along the unstable direction",
            atZero ? Status.ESTIMATED : Status.VIOLATED,
            atZero
                ? "rounding errors are relative to the distance"
                : "%s: steps below half a unit in the last place of it are lost"
                    .formatted(Numbers.point(point.x()))));
    return hypotheses;
  }

  private boolean isAtZero() {
    double[] center = ManifoldStarts.center(point);
    double[] v = point.eigenvectors()[0];
    for (int k = 0; k < v.length; k++) {
      if (center[k] != 0 && Math.abs(v[k]) > 1e-12) {
        return false;
      }
    }
    return true;
  }

  private Runs run(
      Optimizer optimizer,
      Optional<ManifoldStarts> starts,
      double radius,
      Laboratory laboratory) {
    double[] s = point.x();
    double[] v = point.eigenvectors()[0];
    StopRule.Region slab =
        (x, lane) -> {
          double along = 0;
          for (int k = 0; k < s.length; k++) {
            along = Math.fma(v[k], x[k][lane] - s[k], along);
          }
          return Math.abs(along) <= radius;
        };
    ManifoldStarts on = starts.orElseThrow();
    List<double[]> points =
        on.isAligned() ? on.points().subList(0, ENOUGH_ON_A_PLANE) : on.points();
    return laboratory.run(
        purpose("runs"),
        cell.problem(),
        optimizer,
        new GivenStarts(points),
        points.size(),
        new StopRule(
            -1,
            on.isAligned() ? stepsOnAPlane() : config.maxSteps(),
            Double.POSITIVE_INFINITY,
            Optional.of(slab)));
  }

  /** Returns the steps in which rounding in double precision would show twenty times over. */
  private long stepsOnAPlane() {
    double rounding = Precision.FLOAT64.digits() * Math.log(2) / Math.log(growth());
    return (long) Math.min(config.maxSteps(), Math.ceil(20 * rounding));
  }

  private double growth() {
    return ComplexEigenvalues.of(
            method.linearization().orElseThrow().at(point.eigenvalues()[0]))
        .spectralRadius();
  }

  private Finding escape(
      List<Hypothesis> hypotheses, double growth, double excess, Runs single, Runs full) {
    double expected = DIGITS * Math.log(2) / Math.log(growth);
    // Starts that are off the manifold by more than their rounding leave earlier in float64.
    double early = Math.log1p(excess) / Math.log(growth);
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("difference", expected);
    predicted.put("earlier-at-most", early);
    StreamingStatistics differences = new StreamingStatistics();
    StreamingStatistics inSingle = new StreamingStatistics();
    int staying = 0;
    for (int i = 0; i < full.size(); i++) {
      if (leaves(single, i) && leaves(full, i)) {
        differences.addValue((double) full.steps()[i] - single.steps()[i]);
        inSingle.addValue(single.steps()[i]);
      } else {
        staying++;
      }
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("staying", (double) staying);
    if (staying > 0) {
      String detail =
          "%d of %d runs do not leave within %s steps; raise max-steps of precision"
              .formatted(staying, full.size(), Numbers.count(config.maxSteps()));
      return finding(
          RoundingEscape.ESCAPE.id(),
          Verdict.INCONCLUSIVE,
          hypotheses,
          predicted,
          observed,
          detail);
    }
    double error = differences.getStandardDeviation() / Math.sqrt(differences.getN());
    observed.put("difference", differences.getMean());
    observed.put("standard-error", error);
    observed.put("float32-steps", inSingle.getMean());
    observed.put("float64-steps", inSingle.getMean() + differences.getMean());
    observed.put("runs", (double) differences.getN());
    Verdict verdict =
        error <= ACCURACY * expected ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    String detail =
        "float64 stays %s +- %s steps longer than float32, predicted %s (%s starts, float32 %s steps)"
            .formatted(
                Numbers.number(differences.getMean(), 5),
                Numbers.number(error, 2),
                Numbers.number(expected, 5),
                Numbers.count(differences.getN()),
                Numbers.number(inSingle.getMean(), 5));
    Finding finding =
        finding(RoundingEscape.ESCAPE.id(), verdict, hypotheses, predicted, observed, detail);
    return error > 0
        ? finding.testedBy(
            Significance.of(
                new TTest()
                    .tTest(
                        Math.max(expected - early, Math.min(expected, differences.getMean())),
                        differences)))
        : finding;
  }

  private Finding invariance(
      List<Hypothesis> hypotheses, ManifoldStarts starts, Runs single, Runs full) {
    long left = 0;
    for (Runs runs : List.of(single, full)) {
      for (int i = 0; i < runs.size(); i++) {
        double[] start = runs.startOf(i);
        double[] end = runs.endOf(i);
        boolean stays = Arrays.stream(starts.fixed()).allMatch(k -> end[k] == (float) start[k]);
        left += stays ? 0 : 1;
      }
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("left", (double) left);
    observed.put("runs", 2.0 * full.size());
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
                Numbers.count(2L * full.size()),
                Numbers.count(stepsOnAPlane())));
  }

  private static boolean leaves(Runs runs, int run) {
    return runs.termination()[run] == Termination.LEFT_DOMAIN;
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
