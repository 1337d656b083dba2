package org.separatrix.analysis.noise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.special.Erf;
import org.separatrix.analysis.escape.ExitTimes;
import org.separatrix.analysis.escape.LinearRegime;
import org.separatrix.analysis.escape.UnstableGrowth;
import org.separatrix.analysis.escape.UnstableLine;
import org.separatrix.analysis.hypothesis.CellFinding;
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
import org.separatrix.api.objective.FiniteSum;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.BatchMethod;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * The test of when the gradients of random batches set runs free that start at a strict saddle.
 *
 * <p>The noise of a batch is neither Gaussian nor independent of the position. To leading order
 * that moves E T by at most the sum of
 *
 * <ul>
 *   <li>(kurtosis/12 (z^2 - 1)/(z^2 + 1) + skewness^2/9 (1 - z^-2)^3/(1 - z^-3)^2) / ln z, from E
 *       ln|W| of the sum W = sum_j z^-j zeta_j by the Edgeworth series, E ln|Z| He_4(Z) = -2, E
 *       ln|Z| He_6(Z) = 8;
 *   <li>E T (alpha slope/z)^2 / (2 ln z), since E ln|z + alpha xi| is less than ln z;
 *   <li>coupling / (2 ln z), what the spread of the other coordinates adds to ln s;
 *   <li>stray / ln z, by the curvature of the objective;
 *   <li>(s/R)^2 / ln z, the steps inside of a run that has left and comes back, sum_j Phi(-(R/s)
 *       sqrt(tanh(j ln z/2)));
 * </ul>
 *
 * doubled for what is of higher order.
 */
record BatchExit(
    GradientNoise.Config config,
    CellResult cell,
    Census census,
    CriticalPoint point,
    BatchMethod method) {
  static final String UNEQUAL = "the terms have different gradients at the point";

  static final String SMALL = "noise far below R, nearly Gaussian and independent of the position";

  private static final double LEFT_OVER = 1e-3;
  private static final double ON_CIRCLE = 1e-9;
  private static final double SMALLEST_RATIO = 1e-4;

  /** Of ln|distance| from the linear law. */
  private static final double LARGEST_STRAY = 0.03;

  /** For what is of higher order in the estimates. */
  private static final double SAFETY = 2;

  /** The largest bias that leaves a test, in units of 1/ln z: a fifth in ln s. */
  private static final double LARGEST_BIAS = 0.2;

  Finding run(Laboratory laboratory) {
    LinearMethod mean = method.withAllTerms();
    UnstableGrowth growth = UnstableGrowth.of(mean.linearization().orElseThrow(), point);
    List<Hypothesis> hypotheses = new ArrayList<>();
    boolean isSum =
        cell.problem().objective() instanceof FiniteSum sum && sum.terms() > method.batch();
    hypotheses.add(
        new Hypothesis(
            "gradient descent on batches of a finite sum",
            isSum && mean.isGradientStep() ? Status.DECLARED : Status.VIOLATED,
            "b = " + Numbers.count(method.batch())));
    boolean leads = growth.factor() > 1 + ON_CIRCLE && growth.otherRadius() <= growth.factor();
    Optional<LinearRegime> regime =
        leads ? LinearRegime.find(census, growth, LARGEST_STRAY, SMALLEST_RATIO) : Optional.empty();
    hypotheses.add(LinearRegime.hypothesis(regime));
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return finding(Verdict.HYPOTHESES_NOT_MET, hypotheses, Map.of(), Map.of(), "no law");
    }
    double alpha = -mean.b()[0];
    BatchNoise noise =
        BatchNoise.at(
            (FiniteSum) cell.problem().objective(),
            point,
            method.batch(),
            alpha,
            regime.orElseThrow().radius());
    hypotheses.add(
        new Hypothesis(
            UNEQUAL,
            noise.sigma() > 0 ? Status.ESTIMATED : Status.VIOLATED,
            "sigma = " + Numbers.number(noise.sigma())));
    return noise.sigma() > 0
        ? predicted(hypotheses, growth, regime.get(), noise, laboratory)
        : finding(Verdict.HYPOTHESES_NOT_MET, hypotheses, Map.of(), Map.of(), "no noise here");
  }

  private Finding predicted(
      List<Hypothesis> hypotheses,
      UnstableGrowth growth,
      LinearRegime regime,
      BatchNoise noise,
      Laboratory laboratory) {
    NoiseLaw law =
        new NoiseLaw(
            NoiseResponse.of(
                method.withAllTerms(), noise.sigma(), growth.lambda(), config.maxSteps()),
            regime.radius(),
            LEFT_OVER / config.runs());
    double bias = bias(growth, regime, noise, law.mean());
    boolean nearlyGaussian = bias * growth.logarithm() <= LARGEST_BIAS;
    hypotheses.add(
        new Hypothesis(
            SMALL,
            nearlyGaussian ? Status.ESTIMATED : Status.VIOLATED,
            "E T moves by at most %s steps, %s allowed"
                .formatted(
                    Numbers.number(bias, 2),
                    Numbers.number(LARGEST_BIAS / growth.logarithm(), 2))));
    if (!nearlyGaussian) {
      return finding(Verdict.HYPOTHESES_NOT_MET, hypotheses, Map.of(), Map.of(), "no law");
    }
    if (law.survival(law.lastStep()) > LEFT_OVER / config.runs()) {
      String detail =
          "by the law runs take more than %s steps; raise max-steps of noise"
              .formatted(Numbers.count(config.maxSteps()));
      return finding(Verdict.INCONCLUSIVE, hypotheses, Map.of(), Map.of(), detail);
    }
    return measured(hypotheses, growth, regime, law, bias, laboratory);
  }

  private double bias(
      UnstableGrowth growth, LinearRegime regime, BatchNoise noise, double meanSteps) {
    double z = growth.factor();
    double alpha = -method.withAllTerms().b()[0];
    double kurtosis = noise.kurtosis() / 12 * (z * z - 1) / (z * z + 1);
    double skewness =
        noise.skewness()
            * noise.skewness()
            / 9
            * Math.pow(1 - 1 / (z * z), 3)
            / Math.pow(1 - 1 / (z * z * z), 2);
    double ratio = scale(growth, noise) / regime.radius();
    double slope = meanSteps * Math.pow(alpha * noise.slope() / z, 2) / 2;
    return SAFETY
        * (kurtosis + skewness + slope + noise.coupling() / 2 + regime.stray() + ratio * ratio)
        / growth.logarithm();
  }

  /** s = sigma sqrt(alpha / (gamma (2 + alpha gamma))). */
  private double scale(UnstableGrowth growth, BatchNoise noise) {
    double alpha = -method.withAllTerms().b()[0];
    double gamma = -growth.lambda();
    return noise.sigma() * Math.sqrt(alpha / (gamma * (2 + alpha * gamma)));
  }

  private Finding measured(
      List<Hypothesis> hypotheses,
      UnstableGrowth growth,
      LinearRegime regime,
      NoiseLaw law,
      double bias,
      Laboratory laboratory) {
    UnstableLine line = new UnstableLine(point.x(), growth.direction(), regime.radius(), 0);
    // Outliers of the tail are needed for the mean, so the ensemble ends far beyond the law's end.
    long last = 2L * law.lastStep();
    Runs runs =
        laboratory.run(
            "%s/%s/%s".formatted(GradientNoise.BATCH.id(), cell.id(), point.id()),
            cell.problem(),
            method,
            line,
            config.runs(),
            new StopRule(-1, last, Double.POSITIVE_INFINITY, Optional.of(line)));
    ExitTimes exits = ExitTimes.of(runs, (int) last);
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("mean", law.mean());
    predicted.put("standard-deviation", law.standardDeviation());
    Map<String, Double> observed = new LinkedHashMap<>();
    exits.note(observed);
    observed.put("bias", bias);
    if (exits.failed() > 0 || exits.survivors() > 0) {
      String detail =
          "%s runs did not leave".formatted(Numbers.count(exits.failed() + exits.survivors()));
      return finding(Verdict.INCONCLUSIVE, hypotheses, predicted, observed, detail);
    }
    double error = exits.standardDeviation() / Math.sqrt((double) exits.runs());
    double excess = Math.max(0, Math.abs(exits.mean() - law.mean()) - bias);
    double pValue = Erf.erfc(excess / error / Math.sqrt(2));
    String detail =
        "%s, law %s +- %s with a bias of at most %s; p = %s"
            .formatted(
                exits.text(),
                Numbers.number(law.mean(), 5),
                Numbers.number(law.standardDeviation()),
                Numbers.number(bias, 2),
                Numbers.number(pValue, 2));
    return finding(Verdict.CONSISTENT, hypotheses, predicted, observed, detail)
        .testedBy(Significance.of(pValue));
  }

  private Finding finding(
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return CellFinding.at(
        GradientNoise.BATCH.id(), cell, point, verdict, hypotheses, predicted, observed, detail);
  }
}
