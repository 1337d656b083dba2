package org.separatrix.analysis.precision;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.PointLimit;
import org.separatrix.analysis.rate.IteratedMap;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.plugin.Doc;

/** Starts on stable manifolds, in single and in double precision. */
public final class RoundingEscape implements Analyzer {
  static final Prediction ESCAPE =
      new Prediction(
          "rounding-escape",
          "rounding lets a start on a stable manifold go after about ln(R / 2^-p) / ln z steps, z the"
              + " largest |eigenvalue| of A + lambda_min B C: float64 after 29 ln 2 / ln z steps more"
              + " than float32",
          "rounding errors of the relative size 2^-p, p = 24 and 53, in the linear recursion of Lee,"
              + " Simchowitz, Jordan and Recht, COLT 2016; the model of rounding: Higham, Accuracy and"
              + " Stability of Numerical Algorithms, 2nd ed. (2002), section 2.2",
          List.of(
              "deterministic map with a linearization",
              "lambda_min < 0 and a stable direction",
              "starts on W^s up to rounding",
              "the saddle at the origin"),
          "the difference between the steps at which runs in float64 and in float32 leave, from the"
              + " same starts on the manifold, with the function turned anew at random for each",
          "contradicted if a t-test of the mean difference rejects 29 ln 2 / ln z, less what starts"
              + " off the manifold and gradients of many roundings can take, at 1e-6 after Holm's"
              + " correction over all tests of the study",
          "another mean difference, or runs that stay");

  static final Prediction INVARIANCE =
      new Prediction(
          "rounding-invariance",
          "where the stable manifold is a coordinate plane on which the gradient's other components"
              + " vanish, runs on it stay there for ever in any precision",
          "sums and products of zeros are exact in IEEE 754 arithmetic",
          List.of(
              "deterministic map with a linearization",
              "lambda_min < 0 and a stable direction",
              "W^s a coordinate plane on which the gradient's other components vanish",
              "its coordinates are 0, or the method has no memory"),
          "the coordinates across the plane after as many steps as rounding would need to be seen"
              + " many times over, in float32 and in float64",
          "contradicted if one of them changes at all",
          "a run that leaves the plane");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public RoundingEscape(Config config) {
    this.config = config;
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "precision");
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(ESCAPE, INVARIANCE);
  }

  @Override
  public boolean allowsForSinglePrecision() {
    return true;
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    for (CellResult cell : result.methods()) {
      Census census = result.census(cell.problem().name());
      List<CriticalPoint> saddles =
          census.points().stream()
              .filter(point -> point.kind() == CriticalPointKind.STRICT_SADDLE)
              .toList();
      IteratedMap method = IteratedMap.of(cell.optimizer());
      if (!method.isUsable() && !saddles.isEmpty()) {
        String detail = "no map with a known linearization, so no stable manifold to start on";
        findings.add(
            CellFinding.of(
                ESCAPE.id(), cell, Verdict.HYPOTHESES_NOT_MET, method.hypotheses(), detail));
      }
      if (!method.isUsable()) {
        continue;
      }
      for (CriticalPoint saddle : limit().first(saddles)) {
        findings.addAll(
            new RoundingTest(config, new TestedSaddle(cell, census, saddle, method))
                .run(laboratory));
      }
      findings.addAll(
          limit().leftOut(cell, saddles, "saddles", List.of(ESCAPE), method.hypotheses()));
    }
    return Analysis.of(findings);
  }

  /**
   * Configuration of {@link RoundingEscape}.
   *
   * @param starts number of starts on each stable manifold
   * @param maxSteps most steps of a run
   * @param maxPoints most saddles of an objective, in the order of their ids
   */
  @Doc(
      value =
          "Starts on stable manifolds in single and in double precision: how long rounding lets them"
              + " stay.",
      example = "{type: precision, starts: 1000}")
  public record Config(
      @Doc(value = "Number of starts on each stable manifold.", defaultValue = "1000") int starts,
      @Doc(value = "Most steps of a run.", defaultValue = "100000") int maxSteps,
      @Doc(value = "Most saddles of an objective, in the order of their ids.", defaultValue = "20")
          int maxPoints) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(1000, 100_000, 20);

    /** Checks the numbers. */
    public Config {
      if (starts < 100 || starts > 1_000_000) {
        throw new IllegalArgumentException(
            "starts is " + starts + ": it must be from 100 to 1000000");
      }
      if (maxSteps < 100) {
        throw new IllegalArgumentException(
            "max-steps is " + maxSteps + ": it must be at least 100");
      }
      PointLimit.check(maxPoints);
    }
  }
}
