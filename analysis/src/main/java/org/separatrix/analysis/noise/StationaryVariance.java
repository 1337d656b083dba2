package org.separatrix.analysis.noise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.special.Gamma;
import org.separatrix.analysis.control.GivenStarts;
import org.separatrix.analysis.hypothesis.TestedPoint;
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
import org.separatrix.api.optimizer.NoisyMethod;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * The test of how far noise spreads runs around a minimum.
 *
 * <p>Runs from the minimum are independent; after K steps the sum of squares along an eigenvector,
 * divided by the variance of the linear recursion, has the chi-squared distribution with as many
 * degrees of freedom as runs. Two-sided, and times d for the d eigenvectors (Bonferroni).
 */
record StationaryVariance(
    GradientNoise.Config config,
    CellResult cell,
    Census census,
    CriticalPoint point,
    NoisyMethod method)
    implements TestedPoint {
  private static final String ID = GradientNoise.VARIANCE.id();

  /** The part of the variance that K steps leave out. */
  private static final double LEFT_OVER = 1e-9;

  /** What curvature may change of the variance, in standard errors of it. */
  private static final double ALLOWED = 0.1;

  Finding run(Laboratory laboratory) {
    double[] lambda = point.eigenvalues();
    LinearizedSpectrum spectrum =
        LinearizedSpectrum.of(method.linearization().orElseThrow(), lambda);
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(GradientNoise.declared(method));
    double radius = spectrum.spectralRadius();
    hypotheses.add(
        new Hypothesis(
            "spectral radius < 1",
            spectrum.isAttracting() ? point.status() : Status.VIOLATED,
            Numbers.number(radius) + " < 1"));
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return notMet(ID, hypotheses, "no law");
    }
    double needed = radius == 0 ? 1 : Math.log(LEFT_OVER) / (2 * Math.log(radius)) + 10;
    if (needed > config.maxSteps()) {
      String detail =
          "the variance settles in %s steps; raise max-steps of noise"
              .formatted(Numbers.count((long) needed));
      return finding(ID, Verdict.INCONCLUSIVE, hypotheses, Map.of(), Map.of(), detail);
    }
    int steps = (int) needed;
    double[] variances = new double[lambda.length];
    for (int i = 0; i < lambda.length; i++) {
      variances[i] = NoiseResponse.of(method, lambda[i], steps).variances()[steps];
    }
    double curvature = curvature(variances);
    double allowed = ALLOWED * Math.sqrt(2.0 / config.runs());
    hypotheses.add(
        new Hypothesis(
            "linear regime",
            curvature <= allowed ? Status.ESTIMATED : Status.VIOLATED,
            "the gradient deviates by %s of its linear part at three deviations, %s allowed"
                .formatted(Numbers.number(curvature, 2), Numbers.number(allowed, 2))));
    if (!(curvature <= allowed)) {
      return notMet(ID, hypotheses, "no law");
    }
    return measured(hypotheses, variances, steps, laboratory);
  }

  /** What the gradient deviates from its linear part, relative, three deviations away. */
  private double curvature(double[] variances) {
    double largest = 0;
    double[][] vectors = point.eigenvectors();
    double[] lambda = point.eigenvalues();
    for (int i = 0; i < variances.length; i++) {
      double[] product = vectors[i].clone();
      for (int k = 0; k < product.length; k++) {
        product[k] *= lambda[i];
      }
      double distance = 3 * Math.sqrt(variances[i]);
      double[] deviations =
          Nonlinearity.along(
              census.problem().objective(),
              point.x(),
              vectors[i],
              product,
              new double[] {distance, -distance});
      largest = Math.max(largest, Math.max(deviations[0], deviations[1]) / lambda[i]);
    }
    return largest;
  }

  private Finding measured(
      List<Hypothesis> hypotheses, double[] variances, int steps, Laboratory laboratory) {
    List<double[]> starts = Collections.nCopies(config.runs(), point.x());
    Runs runs =
        laboratory.run(
            "%s/%s/%s".formatted(GradientNoise.VARIANCE.id(), cell.id(), point.id()),
            cell.problem(),
            method,
            new GivenStarts(starts),
            config.runs(),
            new StopRule(-1, steps, Double.POSITIVE_INFINITY, Optional.empty()));
    Map<String, Double> predicted = new LinkedHashMap<>();
    Map<String, Double> observed = new LinkedHashMap<>();
    double least = 1;
    double half = 0.5 * config.runs();
    for (int i = 0; i < variances.length; i++) {
      double squares = squaresAlong(runs, point.eigenvectors()[i]);
      predicted.put("variance-" + (i + 1), variances[i]);
      observed.put("variance-" + (i + 1), squares / config.runs());
      double statistic = squares / variances[i];
      double below = Gamma.regularizedGammaP(half, statistic / 2);
      double above = Gamma.regularizedGammaQ(half, statistic / 2);
      least = Math.min(least, 2 * Math.min(below, above));
    }
    double pValue = Math.min(1, variances.length * least);
    observed.put("runs", (double) config.runs());
    String detail =
        "after %s steps the variance along the first eigenvector is %s, predicted %s; p = %s over %d"
                .formatted(
                    Numbers.count(steps),
                    Numbers.number(observed.getOrDefault("variance-1", Double.NaN)),
                    Numbers.number(variances[0]),
                    Numbers.number(pValue, 2),
                    variances.length)
            + " eigenvectors, "
            + Numbers.count(config.runs())
            + " runs";
    return finding(ID, Verdict.CONSISTENT, hypotheses, predicted, observed, detail)
        .testedBy(Significance.of(pValue));
  }

  private double squaresAlong(Runs runs, double[] v) {
    double[] s = point.x();
    double squares = 0;
    for (int run = 0; run < runs.size(); run++) {
      double along = 0;
      for (int k = 0; k < v.length; k++) {
        along = Math.fma(v[k], runs.end()[k][run] - s[k], along);
      }
      squares += along * along;
    }
    return squares;
  }
}
