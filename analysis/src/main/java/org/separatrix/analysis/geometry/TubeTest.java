package org.separatrix.analysis.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.separatrix.analysis.control.SaddleGeometry;
import org.separatrix.analysis.rate.IteratedMap;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.manifold.Vectors;
import org.separatrix.core.statistics.ClopperPearson;

/** Tests how the share of starts in a tube around a stable manifold depends on its width. */
final class TubeTest {
  /** Expected number of runs in the thinner tube. */
  private static final double HITS = 2000;

  private static final int MOST_STEPS = 50_000;
  private static final int SAMPLES = 16;
  private static final int MOST_HALVINGS = 60;

  /** Part of the standard error that the curvature of f may add. */
  private static final double UNNOTICED = 0.1;

  /** Places in the thinnest tube that double precision must tell apart. */
  private static final double PLACES = 1e4;

  private static final double CONFIDENCE = 0.95;

  private TubeTest() {}

  /** Runs the test. */
  static Finding run(
      CellResult cell, Census census, CriticalPoint point, int runs, Laboratory laboratory) {
    IteratedMap method = IteratedMap.of(cell.optimizer());
    List<Hypothesis> hypotheses = new ArrayList<>(method.hypotheses());
    if (!method.isUsable()) {
      return finding(
          cell, point, Verdict.HYPOTHESES_NOT_MET, hypotheses, "no linearization to go by");
    }
    Optional<TubeLaw> law =
        TubeLaw.of(
            cell.optimizer(), method.linearization().orElseThrow(), point, HITS / runs, MOST_STEPS);
    hypotheses.add(
        new Hypothesis(
            "hyperbolic, with one unstable multiplier for each unstable direction",
            law.isPresent() ? point.status() : Status.VIOLATED,
            law.map(found -> found.codimension() + " unstable directions")
                .orElse("or too slow to see within %,d steps".formatted(MOST_STEPS))));
    if (law.isEmpty()) {
      return finding(cell, point, Verdict.HYPOTHESES_NOT_MET, hypotheses, "no tube to measure");
    }
    double halfWidth = halfWidth(cell.problem(), census, point, law.get(), laboratory);
    double rounding = Math.ulp(1 + Vectors.norm(point.x()));
    boolean linear = halfWidth * law.get().thinnest() >= PLACES * rounding;
    hypotheses.add(
        new Hypothesis(
            "linear regime",
            linear ? Status.ESTIMATED : Status.VIOLATED,
            "within " + Numbers.number(halfWidth, 2)));
    if (!linear) {
      return finding(cell, point, Verdict.HYPOTHESES_NOT_MET, hypotheses, "no tube above rounding");
    }
    TubeExperiment seen = TubeExperiment.run(cell, point, law.get(), halfWidth, runs, laboratory);
    return judge(cell, point, hypotheses, law.get(), seen);
  }

  /** Returns the largest half-width at which the law strays too little to be noticed. */
  private static double halfWidth(
      Problem problem, Census census, CriticalPoint point, TubeLaw law, Laboratory laboratory) {
    double halfWidth = SaddleGeometry.neighbourhood(census, point);
    double[][] center = laboratory.hessian(problem, point.x());
    RandomGenerator random = laboratory.random("tube/" + problem.name() + "/" + point.id());
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double variation = 0;
      for (int n = 0; n < SAMPLES; n++) {
        double[] corner = point.x();
        for (int k = 0; k < corner.length; k++) {
          corner[k] += random.nextBoolean() ? halfWidth : -halfWidth;
        }
        variation = Math.max(variation, difference(laboratory.hessian(problem, corner), center));
      }
      if (law.stray(variation) <= UNNOTICED / Math.sqrt(HITS)) {
        return halfWidth;
      }
      halfWidth /= 2;
    }
    return 0;
  }

  private static double difference(double[][] one, double[][] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < one.length; j++) {
        sum = Math.hypot(sum, one[i][j] - other[i][j]);
      }
    }
    return sum;
  }

  private static Finding judge(
      CellResult cell,
      CriticalPoint point,
      List<Hypothesis> hypotheses,
      TubeLaw law,
      TubeExperiment seen) {
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("slope", (double) law.codimension());
    predicted.put("share", law.manyShare());
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("share", (double) seen.many() / seen.runs());
    if (seen.few() == 0) {
      observed.put("runs", 0.0);
      return Finding.at(
              ManifoldGeometry.TUBE.id(),
              cell,
              point,
              Verdict.CONSISTENT,
              hypotheses,
              predicted,
              observed,
              "no run stayed for %d steps".formatted(law.few()))
          .testedBy(Significance.of(twoSided(0, seen.runs(), law.fewShare())));
    }
    ClopperPearson.Interval interval = ClopperPearson.interval(seen.many(), seen.few(), CONFIDENCE);
    double slope = -Math.log((double) seen.many() / seen.few()) / law.logarithm();
    double low = -Math.log(interval.high()) / law.logarithm();
    double high = -Math.log(interval.low()) / law.logarithm();
    observed.put("slope", slope);
    observed.put("slope-low", low);
    observed.put("slope-high", high);
    double pValue = pValue(law, seen);
    return Finding.at(
            ManifoldGeometry.TUBE.id(),
            cell,
            point,
            Verdict.CONSISTENT,
            hypotheses,
            predicted,
            observed,
            "%s of %s runs stay for %d steps, %s for %d: slope %s (%s to %s), codimension %d, p = %s"
                .formatted(
                    Numbers.count(seen.few()),
                    Numbers.count(seen.runs()),
                    law.few(),
                    Numbers.count(seen.many()),
                    law.many(),
                    Numbers.number(slope, 3),
                    Numbers.number(low, 3),
                    Numbers.number(high, 3),
                    law.codimension(),
                    Numbers.number(pValue, 2)))
        .testedBy(Significance.of(pValue));
  }

  /** The largest over all shares that the curvature of f allows, so that it is conservative. */
  private static double pValue(TubeLaw law, TubeExperiment seen) {
    double share = law.manyShare() / law.fewShare();
    double stray = UNNOTICED / Math.sqrt(HITS);
    double low = share * Math.exp(-stray);
    double high = Math.min(1, share * Math.exp(stray));
    double observed = (double) seen.many() / seen.few();
    double nearest = Math.max(low, Math.min(high, observed));
    return nearest == observed ? 1 : twoSided(seen.many(), seen.few(), nearest);
  }

  /** Twice the smaller tail, exact. */
  private static double twoSided(long successes, long trials, double share) {
    BinomialDistribution distribution = new BinomialDistribution((int) trials, share);
    double atMost = distribution.cumulativeProbability((int) successes);
    double atLeast =
        successes == 0 ? 1 : 1 - distribution.cumulativeProbability((int) successes - 1);
    return Math.max(0, Math.min(1, 2 * Math.min(atMost, atLeast)));
  }

  private static Finding finding(
      CellResult cell,
      CriticalPoint point,
      Verdict verdict,
      List<Hypothesis> hypotheses,
      String detail) {
    return Finding.at(
        ManifoldGeometry.TUBE.id(), cell, point, verdict, hypotheses, Map.of(), Map.of(), detail);
  }
}
