package org.separatrix.analysis.precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.hipparchus.stat.inference.TTest;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.precision.Precision;
import org.separatrix.core.precision.TurnedObjective;

/**
 * How much longer runs in double precision stay on a stable manifold than those in single.
 *
 * <p>The function is turned anew for each start: the constants of one function, rounded, move its
 * manifold by a fixed part of 2^-p, which may be large in one precision and small in the other.
 *
 * <p>Rounding errors of the relative size 2^-p add up to 2^-p W along the unstable direction, with
 * a random number W of the same law in both precisions, so that a run leaves the slab |v'(x - s)|
 * &lt;= R after (ln(R / 2^-p) - ln|W|)/ln z + 1/2 steps in the mean, and the difference between the
 * two precisions has the mean 29 ln 2 / ln z, whatever the law of W, R and the start are. Starts on
 * a series may be off the manifold by e units of their rounding in float64, which costs at most
 * ln(1 + e) / ln z steps. So do gradients, which float32 rounds once, while in float64 each of
 * their operations rounds: e units of it, as turned functions disagree, times what a step makes of
 * them.
 *
 * @param config of the analyzer
 * @param saddle the saddle
 * @param optimizer the method, in double precision
 * @param laboratory makes maps
 */
record DelayTest(
    RoundingEscape.Config config, TestedSaddle saddle, Optimizer optimizer, Laboratory laboratory) {
  private static final String ID = RoundingEscape.ESCAPE.id();
  private static final int DIGITS = Precision.FLOAT64.digits() - Precision.FLOAT32.digits();

  /** Error of the mean difference, in steps, that a verdict of agreement needs: 5% of it. */
  private static final double ACCURACY = 0.05;

  /** So many starts are followed before the first that does not leave is noticed. */
  private static final int TOGETHER = 16;

  /**
   * Answers the prediction.
   *
   * @param starts on the stable manifold, if there are some
   */
  Finding finding(Optional<ManifoldStarts> starts) {
    List<Hypothesis> hypotheses = hypotheses(starts);
    if (starts.isEmpty() || hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return saddle.notMet(ID, hypotheses, "no law of the rounding errors");
    }
    Delays delays = measure(starts.get());
    double excess = starts.get().excess() + gradientWeight() * delays.gradientError();
    return judge(hypotheses, Forecast.of(saddle, excess), delays);
  }

  private List<Hypothesis> hypotheses(Optional<ManifoldStarts> starts) {
    List<Hypothesis> hypotheses = new ArrayList<>(saddle.method().hypotheses());
    hypotheses.add(
        new Hypothesis(
            "lambda_min < 0 and a stable direction",
            saddle.growth() > 1 ? saddle.point().status() : Status.VIOLATED,
            "z = " + Numbers.number(saddle.growth())));
    hypotheses.add(
        new Hypothesis(
            "starts on W^s up to rounding",
            starts.isPresent() ? Status.ESTIMATED : Status.VIOLATED,
            starts
                .map(ManifoldStarts::describe)
                .orElse("none found: no formula, no A, B and C, or no such neighbourhood")));
    double[] center = ManifoldStarts.center(saddle.point());
    boolean atZero = Arrays.stream(center).allMatch(coordinate -> coordinate == 0);
    hypotheses.add(
        new Hypothesis(
            "the saddle at the origin",
            atZero ? Status.ESTIMATED : Status.VIOLATED,
            atZero
                ? "rounding errors are relative to the distance"
                : "%s: steps below half a unit in the last place of it are lost"
                    .formatted(Numbers.point(saddle.point().x()))));
    return hypotheses;
  }

  /**
   * What the difference must be.
   *
   * @param difference from starts on the manifold, in steps
   * @param early by how much it may be less, as starts and gradients are off by more than rounding
   */
  private record Forecast(double difference, double early) {
    /** Forecasts from the excess, in units of a rounding in float64. */
    static Forecast of(TestedSaddle saddle, double excess) {
      double rate = Math.log(saddle.growth());
      return new Forecast(DIGITS * Math.log(2) / rate, Math.log1p(excess) / rate);
    }

    Map<String, Double> predicted() {
      Map<String, Double> predicted = new LinkedHashMap<>();
      predicted.put("difference", difference);
      predicted.put("earlier-at-most", early);
      return predicted;
    }

    /** Returns the number between the bounds that is nearest to a mean. */
    double nearest(double mean) {
      return Math.max(difference - early, Math.min(difference, mean));
    }
  }

  /**
   * What was measured.
   *
   * @param differences of the steps of each start that left in both precisions
   * @param inSingle the steps of these in float32
   * @param gradientErrors see {@link TurnedRuns.Steps}
   * @param complete whether all starts left; the first that does not is the last that is followed
   */
  private record Delays(
      StreamingStatistics differences,
      StreamingStatistics inSingle,
      StreamingStatistics gradientErrors,
      boolean complete) {
    double gradientError() {
      return gradientErrors.getN() == 0 ? 0 : gradientErrors.getQuadraticMean();
    }

    double standardError() {
      return differences.getStandardDeviation() / Math.sqrt((double) differences.getN());
    }

    Map<String, Double> observed() {
      Map<String, Double> observed = new LinkedHashMap<>();
      observed.put("runs", (double) differences.getN());
      if (complete) {
        observed.put("difference", differences.getMean());
        observed.put("standard-error", standardError());
        observed.put("float32-steps", inSingle.getMean());
        observed.put("float64-steps", inSingle.getMean() + differences.getMean());
      }
      return observed;
    }
  }

  private Delays measure(ManifoldStarts starts) {
    StreamingStatistics differences = new StreamingStatistics();
    StreamingStatistics inSingle = new StreamingStatistics();
    StreamingStatistics gradientErrors = new StreamingStatistics();
    TurnedRuns runs =
        new TurnedRuns(
            saddle.cell().problem(),
            optimizer,
            saddle.point(),
            saddle.radius(),
            config.maxSteps(),
            laboratory);
    RandomGenerator random = laboratory.random(saddle.purpose("turns"));
    List<double[]> points = starts.points();
    for (int from = 0; from < points.size(); from += TOGETHER) {
      List<Supplier<Optional<TurnedRuns.Steps>>> tasks = new ArrayList<>();
      for (double[] start : points.subList(from, Math.min(from + TOGETHER, points.size()))) {
        TurnedObjective turned = new TurnedObjective(saddle.cell().problem().objective(), random);
        tasks.add(() -> runs.from(start, turned));
      }
      for (Optional<TurnedRuns.Steps> steps : laboratory.all(tasks)) {
        if (steps.isEmpty()) {
          return new Delays(differences, inSingle, gradientErrors, false);
        }
        differences.addValue(steps.get().full() - steps.get().single());
        inSingle.addValue(steps.get().single());
        gradientErrors.addValue(steps.get().gradientError());
      }
    }
    return new Delays(differences, inSingle, gradientErrors, true);
  }

  /** Returns how much a step adds for a unit of the gradient, alpha for gradient descent. */
  private double gradientWeight() {
    Linearization linearization = saddle.method().linearization().orElseThrow();
    double[][] without = linearization.at(0);
    double[][] with = linearization.at(1);
    double weight = 0;
    for (int i = 0; i < with.length; i++) {
      for (int j = 0; j < with.length; j++) {
        weight = Math.max(weight, Math.abs(with[i][j] - without[i][j]));
      }
    }
    return weight;
  }

  private Finding judge(List<Hypothesis> hypotheses, Forecast forecast, Delays delays) {
    if (!delays.complete()) {
      return saddle.finding(
          ID,
          Verdict.INCONCLUSIVE,
          hypotheses,
          forecast.predicted(),
          delays.observed(),
          ("the run from start %s does not leave within %s steps, while rounding errors of float64"
                  + " grow to 1 in %s; raise max-steps of precision")
              .formatted(
                  Numbers.count(delays.differences().getN() + 1),
                  Numbers.count(config.maxSteps()),
                  Numbers.number(saddle.stepsOfRounding())));
    }
    double error = delays.standardError();
    double mean = delays.differences().getMean();
    Finding finding =
        saddle.finding(
            ID,
            error <= ACCURACY * forecast.difference() ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE,
            hypotheses,
            forecast.predicted(),
            delays.observed(),
            "float64 stays %s +- %s steps longer than float32, predicted %s (%s starts, float32 %s steps)"
                .formatted(
                    Numbers.number(mean, 5),
                    Numbers.number(error, 2),
                    Numbers.number(forecast.difference(), 5),
                    Numbers.count(delays.differences().getN()),
                    Numbers.number(delays.inSingle().getMean(), 5)));
    return error > 0
        ? finding.testedBy(
            Significance.of(new TTest().tTest(forecast.nearest(mean), delays.differences())))
        : finding;
  }
}
