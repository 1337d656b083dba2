package org.separatrix.analysis.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.PointLimit;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.analysis.rate.IteratedMap;
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
import org.separatrix.api.figure.Figure;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.plugin.Doc;

/**
 * Holds how fast, and when, runs leave the strict saddles against what the method's linearization
 * says.
 */
public final class EscapeTime implements Analyzer {
  static final Prediction RATE =
      new Prediction(
          "escape-rate",
          "near a strict saddle ln|distance| along the unstable eigenvector grows per step by ln z,"
              + " z the largest |eigenvalue| of A + lambda_min B C, or of the step's Jacobian where"
              + " a method declares no linearization; ln(1 + alpha |lambda_min|) for gradient"
              + " descent",
          "power iteration on the linearization: Lee, Simchowitz, Jordan and Recht, COLT 2016; the"
              + " roots for heavy ball and Nesterov: O'Neill and Wright, Math. Program. 176 (2019)",
          List.of(
              "the method has a known linearization",
              "lambda_min < 0",
              "z > 1 and no other direction grows faster",
              "a linear regime above rounding"),
          "the slope of ln|distance| against the step, of runs that pass the linear regime",
          "contradicted if |slope - ln z| exceeds six standard errors and what curvature and"
              + " rounding explain: chance below 2e-9 for each saddle and method",
          "a measured slope that differs from ln z by more than six standard errors and what the"
              + " curvature of the objective can explain");

  static final Prediction TIME =
      new Prediction(
          "escape-time",
          "from x_0 ~ N(0, sigma^2) along the unstable eigenvector, P(T > k) = erf(R / (sigma"
              + " sqrt(2) max_{j<=k} |m_j|)) for the step T that leaves |x| <= R, m_j = C (A +"
              + " lambda_min B C)^j at rest, or the same of the step's Jacobian; (1 + alpha"
              + " |lambda_min|)^j for gradient descent",
          "the exact law of the linear recursion of Lee, Simchowitz, Jordan and Recht, COLT 2016,"
              + " in the form A, B, C of Lessard, Recht and Packard, SIAM J. Optim. 26 (2016)",
          List.of(
              "the method is given by A, B and C, or declares a linearization of one row, or none",
              "lambda_min < 0",
              "z > 1 and no other direction grows faster",
              "a linear regime above rounding"),
          "the step at which each run of an ensemble leaves",
          "contradicted if a chi-squared test on bins of whole steps rejects the law at 1e-6 after"
              + " Holm's correction over all tests of the study",
          "exit steps that the law makes as improbable as that");

  /** Figures are drawn of the first saddle of so many methods, the first ones. */
  private static final int MOST_DRAWN = 4;

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public EscapeTime(Config config) {
    this.config = config;
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "escape-time");
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(RATE, TIME);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    int drawn = 0;
    for (CellResult cell : result.methods()) {
      Census census = result.census(cell.problem().name());
      List<CriticalPoint> saddles =
          census.points().stream().filter(point -> point.kind().isStrict()).toList();
      List<Hypothesis> conditions = IteratedMap.anywhere(cell.optimizer());
      if (!cell.optimizer().isDeterministic()) {
        if (!saddles.isEmpty()) {
          String detail = "no map with a known linearization, so no escape law is predicted";
          findings.addAll(withoutPoint(cell, conditions, Verdict.HYPOTHESES_NOT_MET, detail));
        }
        continue;
      }
      for (CriticalPoint saddle : limit().first(saddles)) {
        Optional<PointSpectrum> known =
            PointSpectrum.at(cell.problem(), cell.optimizer(), saddle, laboratory);
        Optional<Escape> escape = Escape.of(census, saddle, cell, known, config);
        if (escape.isEmpty()) {
          findings.add(Escape.withoutLaw(RATE.id(), cell, saddle, known));
          findings.add(Escape.withoutLaw(TIME.id(), cell, saddle, known));
          continue;
        }
        findings.add(SlopeTest.run(escape.get(), laboratory));
        ExitTest test = ExitTest.run(escape.get(), laboratory);
        findings.add(test.finding());
        if (saddle.equals(saddles.get(0)) && drawn < MOST_DRAWN && test.experiment().isPresent()) {
          figures.addAll(new ExitFigures(escape.get(), test.experiment().get()).all());
          drawn++;
        }
      }
      findings.addAll(limit().leftOut(cell, saddles, "strict saddles", predictions(), conditions));
    }
    return new Analysis(findings, figures);
  }

  private static List<Finding> withoutPoint(
      CellResult cell, List<Hypothesis> conditions, Verdict verdict, String detail) {
    return Stream.of(RATE, TIME)
        .map(prediction -> CellFinding.of(prediction.id(), cell, verdict, conditions, detail))
        .toList();
  }

  /**
   * Configuration of {@link EscapeTime}.
   *
   * @param runs number of runs from each saddle
   * @param sigmaRatio standard deviation of the starts, relative to the distance R that they leave
   * @param maxSteps most steps of a run
   * @param maxPoints most saddles of an objective, in the order of their ids
   */
  @Doc(
      value =
          "Measures how fast and when runs leave each strict saddle, against the exact law of the"
              + " linearization; draws the exit steps of the first saddle under each of the first"
              + " four methods.",
      example = "{type: escape-time, runs: 1000000}")
  public record Config(
      @Doc(value = "Number of runs from each saddle.", defaultValue = "100000") int runs,
      @Doc(
              value =
                  "Standard deviation of the starts, relative to the distance at which runs count"
                      + " as gone.",
              defaultValue = "1e-3")
          double sigmaRatio,
      @Doc(
              value = "Most steps of a run; without them all the test is inconclusive.",
              defaultValue = "50000")
          int maxSteps,
      @Doc(value = "Most saddles of an objective, in the order of their ids.", defaultValue = "20")
          int maxPoints) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(100_000, 1e-3, 50_000, 20);

    /** Checks the numbers. */
    public Config {
      if (runs < 1000) {
        throw new IllegalArgumentException("runs is " + runs + ": it must be at least 1000");
      }
      if (!(sigmaRatio >= 1e-6 && sigmaRatio <= 0.1)) {
        throw new IllegalArgumentException(
            "sigma-ratio is " + sigmaRatio + ": it must lie between 1e-6 and 0.1");
      }
      if (maxSteps < 1) {
        throw new IllegalArgumentException("max-steps is " + maxSteps + ": it must be at least 1");
      }
      PointLimit.check(maxPoints);
    }
  }
}
