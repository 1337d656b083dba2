package org.separatrix.analysis.noise;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.PointLimit;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.BatchMethod;
import org.separatrix.api.optimizer.NoisyMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.plugin.Doc;

/** When noise in the gradients sets runs free at saddles, and how far it spreads them at minima. */
public final class GradientNoise implements Analyzer {
  static final Prediction ESCAPE =
      new Prediction(
          "noise-escape",
          "from a strict saddle, gradient noise N(0, sigma^2) alone gives P(T > k) = erf(R / (s_k"
              + " sqrt(2))) for the step T that leaves |y| <= R, s_k^2 = sigma^2 sum_{j<k} (C (A +"
              + " lambda_min B C)^j B)^2; for gradient descent E T = (ln(R/s) + 0.6351814)/c + 1/2, c ="
              + " ln(1 + alpha gamma), s = sigma sqrt(alpha / (gamma (2 + alpha gamma)))",
          "first passage of the linear recursion y' = (1 + alpha gamma) y + alpha sigma zeta, in the"
              + " form A, B, C of Lessard, Recht and Packard, SIAM J. Optim. 26 (2016)",
          List.of(
              "a linear method with declared Gaussian gradient noise",
              "z > 1 and no other direction grows faster",
              "linear regime",
              "noise far below R"),
          "the step at which each run of an ensemble from the saddle leaves",
          "contradicted if a chi-squared test on bins of whole steps rejects the law at 1e-6 after"
              + " Holm's correction over all tests of the study",
          "exit steps that the law makes as improbable as that");

  static final Prediction VARIANCE =
      new Prediction(
          "stationary-variance",
          "around a minimum, gradient noise N(0, sigma^2) spreads runs along each eigenvector of the"
              + " Hessian with the variance sigma^2 sum_j (C (A + lambda B C)^j B)^2; alpha sigma^2 /"
              + " (lambda (2 - alpha lambda)) for gradient descent",
          "stationary law of the linear recursion: Mandt, Hoffman and Blei, J. Mach. Learn. Res. 18"
              + " (2017), section 3, for a discrete step in the form A, B, C",
          List.of(
              "a linear method with declared Gaussian gradient noise",
              "spectral radius < 1",
              "linear regime"),
          "the mean square along each eigenvector of independent runs from the minimum",
          "contradicted if a two-sided chi-squared test, times d for the d eigenvectors, rejects the"
              + " variances at 1e-6 after Holm's correction over all tests of the study",
          "a spread that the predicted variance makes as improbable as that");

  static final Prediction BATCH =
      new Prediction(
          "batch-escape",
          "from a strict saddle the gradients of random batches alone drive runs out of |y| <= R after"
              + " E T = (ln(R/s) + 0.6351814)/c + 1/2 steps, c = ln(1 + alpha gamma), s = sigma"
              + " sqrt(alpha / (gamma (2 + alpha gamma))), sigma^2 = v'S v (n - b)/(b (n - 1)), S the"
              + " covariance of the gradient of one of n terms at the saddle, v the unstable"
              + " eigenvector",
          "first passage of the linear recursion y' = (1 + alpha gamma) y + alpha sigma zeta; the"
              + " variance of a mean without replacement: Cochran, Sampling Techniques (1977),"
              + " theorem 2.2",
          List.of(
              "gradient descent on batches of a finite sum",
              "linear regime",
              BatchExit.UNEQUAL,
              BatchExit.SMALL),
          "the mean of the steps at which the runs of an ensemble from the saddle leave",
          "contradicted if the mean differs by more than what curvature, runs that come back and"
              + " noise that is neither Gaussian nor independent of the position explain, to leading"
              + " order and doubled, and a normal test rejects the rest at 1e-6 after Holm's correction over all tests of the study",
          "a mean that differs from the law by more than that");

  private static final String DECLARED = "a linear method with declared Gaussian gradient noise";

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public GradientNoise(Config config) {
    this.config = config;
  }

  static Hypothesis declared(NoisyMethod method) {
    return new Hypothesis(
        DECLARED,
        method.noise() > 0 ? Status.DECLARED : Status.VIOLATED,
        "sigma = " + Numbers.number(method.noise()));
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "noise");
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(ESCAPE, VARIANCE, BATCH);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    NoiseSweep sweep = new NoiseSweep();
    for (CellResult cell : result.methods()) {
      Census census = result.census(cell.problem().name());
      if (cell.optimizer() instanceof BatchMethod method) {
        findings.addAll(ofBatches(cell, census, method, laboratory));
        continue;
      }
      for (Prediction prediction : List.of(ESCAPE, VARIANCE)) {
        boolean atSaddles = prediction.equals(ESCAPE);
        List<CriticalPoint> points =
            census.points().stream().filter(point -> isAbout(point, atSaddles)).toList();
        if (points.isEmpty()) {
          continue;
        }
        if (!(cell.optimizer() instanceof NoisyMethod method)) {
          findings.add(undeclared(prediction, cell));
          continue;
        }
        for (CriticalPoint point : limit().first(points)) {
          Finding finding =
              atSaddles
                  ? new NoiseExit(config, cell, census, point, method).run(laboratory)
                  : new StationaryVariance(config, cell, census, point, method).run(laboratory);
          findings.add(finding);
          sweep.add(method, finding);
        }
        findings.addAll(limit().leftOut(cell, points, "points", List.of(prediction), List.of()));
      }
    }
    return new Analysis(findings, sweep.figures());
  }

  private List<Finding> ofBatches(
      CellResult cell, Census census, BatchMethod method, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<CriticalPoint> points =
        census.points().stream().filter(point -> isAbout(point, true)).toList();
    for (CriticalPoint point : limit().first(points)) {
      findings.add(new BatchExit(config, cell, census, point, method).run(laboratory));
    }
    findings.addAll(limit().leftOut(cell, points, "points", List.of(BATCH), List.of()));
    return findings;
  }

  private static boolean isAbout(CriticalPoint point, boolean saddles) {
    return saddles ? point.kind().isStrict() : point.kind() == CriticalPointKind.LOCAL_MINIMUM;
  }

  private static Finding undeclared(Prediction prediction, CellResult cell) {
    Optimizer optimizer = cell.optimizer();
    Hypothesis hypothesis =
        new Hypothesis(
            DECLARED,
            Status.VIOLATED,
            optimizer.isDeterministic()
                ? "the method has no noise"
                : "its noise is of another kind");
    return CellFinding.of(
        prediction.id(),
        cell,
        Verdict.HYPOTHESES_NOT_MET,
        List.of(hypothesis),
        "no law of the noise");
  }

  /**
   * Configuration of {@link GradientNoise}.
   *
   * @param runs number of runs from each point
   * @param maxSteps most steps of a run
   * @param maxPoints most saddles, and most minima, of an objective, in the order of their ids
   */
  @Doc(
      value =
          "Measures when noise sets runs free that start at strict saddles, and how far it spreads"
              + " runs around minima.",
      example = "{type: noise, runs: 50000}")
  public record Config(
      @Doc(value = "Number of runs from each point.", defaultValue = "20000") int runs,
      @Doc(
              value = "Most steps of a run; without them all a test is inconclusive.",
              defaultValue = "20000")
          int maxSteps,
      @Doc(
              value = "Most saddles, and most minima, of an objective, in the order of their ids.",
              defaultValue = "10")
          int maxPoints) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(20_000, 20_000, 10);

    /** Checks the numbers. */
    public Config {
      if (runs < 1000) {
        throw new IllegalArgumentException("runs is " + runs + ": it must be at least 1000");
      }
      if (maxSteps < 1) {
        throw new IllegalArgumentException("max-steps is " + maxSteps + ": it must be at least 1");
      }
      PointLimit.check(maxPoints);
    }
  }
}
