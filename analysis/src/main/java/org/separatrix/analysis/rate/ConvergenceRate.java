package org.separatrix.analysis.rate;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.PointLimit;
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
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;
import org.separatrix.api.plugin.Doc;

/**
 * Holds the rate at which runs approach a local minimum against the spectral radius of the method's
 * linearization there.
 */
public final class ConvergenceRate implements Analyzer {
  static final Prediction PREDICTION =
      new Prediction(
          "convergence-rate",
          "near a local minimum the distance in the state space shrinks per step by the factor"
              + " max_i rho(A + lambda_i B C); max_i |1 - alpha lambda_i| for gradient descent",
          "Ostrowski's theorem and the linear convergence theorem: Ortega and Rheinboldt, Iterative"
              + " Solution of Nonlinear Equations in Several Variables (1970), 10.1.3 and 10.1.4;"
              + " the form A, B, C and the optimal parameters: Lessard, Recht and Packard, SIAM J."
              + " Optim. 26 (2016)",
          List.of(
              "the method has a known linearization",
              "lambda_min > 0",
              "the spectral radius is below 1"),
          "the factor by which the distance shrinks per step, of runs that start around the"
              + " minimum",
          "contradicted if it differs from the spectral radius by more than the scatter of the"
              + " starts, curvature and the number of steps explain; the bounds are computed, not"
              + " drawn",
          "a measured factor that differs from the spectral radius by more than what curvature,"
              + " the number of steps and the differences between starts can explain");

  /** Figures are drawn of the first minimum of so many methods, the first ones. */
  private static final int MOST_DRAWN = 4;

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public ConvergenceRate(Config config) {
    this.config = config;
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "convergence-rate");
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
      Analysis ofCell = analyze(cell, result.census(cell.problem().name()), laboratory);
      findings.addAll(ofCell.findings());
      ofCell.figures().stream().limit(MOST_DRAWN - figures.size()).forEach(figures::add);
    }
    return new Analysis(findings, figures);
  }

  private Analysis analyze(CellResult cell, Census census, Laboratory laboratory) {
    List<CriticalPoint> minima = pointsOf(census, CriticalPointKind.LOCAL_MINIMUM);
    List<CriticalPoint> degenerate = pointsOf(census, CriticalPointKind.DEGENERATE);
    IteratedMap method = IteratedMap.of(cell.optimizer());
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    if (!cell.optimizer().isDeterministic()) {
      if (minima.size() + degenerate.size() > 0) {
        String detail = "no map with a known linearization, so no rate is predicted";
        findings.add(
            CellFinding.of(
                PREDICTION.id(), cell, Verdict.HYPOTHESES_NOT_MET, method.hypotheses(), detail));
      }
      return Analysis.of(findings);
    }
    for (CriticalPoint point : limit().first(minima)) {
      RateTest test = new RateTest(config, cell, census, point);
      findings.add(test.run(laboratory));
      if (point.equals(minima.get(0))) {
        test.figure(laboratory).ifPresent(figures::add);
      }
    }
    findings.addAll(
        limit()
            .leftOut(
                cell, minima, "minima", predictions(), IteratedMap.anywhere(cell.optimizer())));
    if (!degenerate.isEmpty()) {
      findings.add(atDegeneratePoints(cell, degenerate));
    }
    return new Analysis(findings, figures);
  }

  private static Finding atDegeneratePoints(CellResult cell, List<CriticalPoint> points) {
    List<String> ids = points.stream().limit(5).map(CriticalPoint::id).toList();
    Hypothesis hypothesis =
        new Hypothesis(
            "lambda_min > 0",
            Status.VIOLATED,
            "a zero eigenvalue at %s%s"
                .formatted(String.join(", ", ids), points.size() > ids.size() ? ", ..." : ""));
    return CellFinding.of(
        PREDICTION.id(),
        cell,
        Verdict.HYPOTHESES_NOT_MET,
        List.of(hypothesis),
        "no rate is predicted there: the approach to an isolated point is sublinear, that to a"
            + " continuum of minima may be linear");
  }

  private static List<CriticalPoint> pointsOf(Census census, CriticalPointKind kind) {
    return census.points().stream().filter(point -> point.kind() == kind).toList();
  }

  /**
   * Configuration of {@link ConvergenceRate}.
   *
   * @param directions number of starts around each minimum
   * @param maxSteps most steps from each start
   * @param maxPoints most minima of an objective, in the order of their ids
   */
  @Doc(
      value =
          "Measures the linear rate at each local minimum against the spectral radius; draws the"
              + " approach to the first minimum under each of the first four methods.",
      example = "{type: convergence-rate, max-steps: 500000}")
  public record Config(
      @Doc(value = "Number of starts around each minimum.", defaultValue = "6") int directions,
      @Doc(
              value =
                  "Most steps from each start; a rate needs about 200/(1 - rate), at least 10000.",
              defaultValue = "200000")
          int maxSteps,
      @Doc(value = "Most minima of an objective, in the order of their ids.", defaultValue = "20")
          int maxPoints) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(6, 200_000, 20);

    /** Checks the numbers. */
    public Config {
      if (directions < 2) {
        throw new IllegalArgumentException(
            "directions is " + directions + ": it must be at least 2, to tell their scatter");
      }
      if (maxSteps < 100) {
        throw new IllegalArgumentException(
            "max-steps is " + maxSteps + ": it must be at least 100");
      }
      PointLimit.check(maxPoints);
    }
  }
}
