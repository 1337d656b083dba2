package org.separatrix.analysis.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Holds runs near strict saddles against the power iteration that their linearization is. */
public final class PowerIteration implements Analyzer {
  static final Prediction PREDICTION =
      new Prediction(
          "power-iteration",
          "near a strict saddle each component of the displacement along an eigenvector is"
              + " multiplied by C (A + lambda_i B C)^k r in k steps, (1 - alpha lambda_i)^k for"
              + " gradient descent, and the direction aligns with the most negative eigenvector:"
              + " the tangent of the angle changes by the factor max_i rho(A + lambda_i B C) / z_1"
              + " per step, |1 - alpha lambda_2| / (1 + alpha |lambda_1|); where a method declares no"
              + " linearization, the displacement is C J^k S y for the Jacobian J of its step, and"
              + " the direction aligns with that of J's leading eigenvector",
          "Lee, Simchowitz, Jordan and Recht, COLT 2016, Section 3, for quadratics; methods as A,"
              + " B, C: Lessard, Recht and Packard, SIAM J. Optim. 26 (2016)",
          List.of(
              "the method is given by A, B and C, or declares a linearization of one row, or none",
              "lambda_min < 0",
              "z_1 > 1, and all other directions, at least one, grow more slowly"),
          "every component of the displacement at every step, and the mean factor of the tangent"
              + " over the second half of the steps",
          "contradicted if at some step the displacement departs from the linear recursion by more"
              + " than the gradient's deviation from linear along the run, and rounding, can add up"
              + " to; no random numbers decide",
          "a displacement that departs farther");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public PowerIteration(Config config) {
    this.config = config;
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "power-iteration");
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(PREDICTION);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (CellResult cell : result.methods()) {
      Census census = result.census(cell.problem().name());
      List<CriticalPoint> saddles =
          census.points().stream().filter(point -> point.kind().isStrict()).toList();
      List<Hypothesis> conditions = IteratedMap.anywhere(cell.optimizer());
      if (saddles.isEmpty() || !cell.optimizer().isDeterministic()) {
        String detail =
            saddles.isEmpty()
                ? "no strict saddle is known"
                : "no map with a known linearization, so no recursion is predicted";
        findings.add(
            CellFinding.of(PREDICTION.id(), cell, Verdict.INCONCLUSIVE, conditions, detail));
        continue;
      }
      for (CriticalPoint saddle : limit().first(saddles)) {
        Optional<PointSpectrum> known =
            PointSpectrum.at(cell.problem(), cell.optimizer(), saddle, laboratory);
        Analysis tested = new AlignmentTest(config, cell, census, saddle, known).run(laboratory);
        findings.addAll(tested.findings());
        figures.addAll(tested.figures());
      }
      findings.addAll(limit().leftOut(cell, saddles, "strict saddles", predictions(), conditions));
    }
    return new Analysis(findings, figures);
  }

  /**
   * Configuration of {@link PowerIteration}.
   *
   * @param directions number of starts around each saddle
   * @param maxSteps most steps of a run
   * @param maxPoints most saddles of an objective, in the order of their ids
   */
  @Doc(
      value =
          "Holds runs near each strict saddle against the power iteration of the linearization.",
      example = "{type: power-iteration, directions: 8}")
  public record Config(
      @Doc(value = "Number of starts around each saddle.", defaultValue = "4") int directions,
      @Doc(value = "Most steps of a run.", defaultValue = "2000") int maxSteps,
      @Doc(value = "Most saddles of an objective, in the order of their ids.", defaultValue = "10")
          int maxPoints) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(4, 2000, 10);

    /** Checks the numbers. */
    public Config {
      if (directions < 1) {
        throw new IllegalArgumentException(
            "directions is " + directions + ": it must be at least 1");
      }
      if (maxSteps < 10) {
        throw new IllegalArgumentException("max-steps is " + maxSteps + ": it must be at least 10");
      }
      PointLimit.check(maxPoints);
    }
  }
}
