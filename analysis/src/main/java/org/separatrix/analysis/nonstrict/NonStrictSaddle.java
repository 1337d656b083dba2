package org.separatrix.analysis.nonstrict;

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
import org.separatrix.api.figure.Figure;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.plugin.Doc;

/** Tests how long runs stay at degenerate points, and which share of them for ever. */
public final class NonStrictSaddle implements Analyzer {
  static final Prediction SURVIVAL =
      new Prediction(
          "degenerate-survival",
          "near a degenerate point with f ~ r^p F(u) along the kernel of the Hessian, of dimension m,"
              + " a set of positive measure stays for ever if F has a local minimum on the sphere"
              + " with F > 0; else the share that has not left after k steps falls as k^(-e), with"
              + " e = 1/(p-2) for m = 1 and min(2, |F''|/(p F) at the maxima with F > 0)/(p-2) for m ="
              + " 2: k^(-1/2) for x^2 - y^4, k^-2 for the monkey saddle",
          "the flow r' = -p a r^(p-1) F, u' = -a r^(p-2) grad F on the center manifold; Lee,"
              + " Simchowitz, Jordan and Recht, COLT 2016, on why strictness cannot be dropped",
          List.of(
              "the method iterates a map with a known linearization, which drifts along the kernel",
              "elsewhere attracting",
              "kernel of dimension 1 or 2, f ~ r^p F(u) along it, p > 2, F without degenerate"
                  + " critical points"),
          "how many runs from the ball of radius R in the kernel are still in it after some numbers"
              + " of steps",
          "m = 1: contradicted by an exact binomial test at five steps, against the share to within"
              + " the next terms of the recursion, below 1e-6 after Holm's correction over all tests"
              + " of the study; m = 2: if the slope of ln(share) against ln(1 + k/k_0) is off by more"
              + " than six standard errors and its own change from the interval before",
          "another share, or another slope");

  static final Prediction SHARE =
      new Prediction(
          "degenerate-share",
          "where f is a sum over coordinates and of odd order along the kernel, gradient descent"
              + " goes to the degenerate point from the interval between it and its next preimage,"
              + " [0, 1/(3 alpha)] for y^3: from U[-1, 1] the share min(1, 1/(3 alpha))/2",
          "the one-dimensional map y - alpha f'(y), which maps the interval into itself; Lee,"
              + " Simchowitz, Jordan and Recht, COLT 2016, for x^2 + y^3",
          List.of(
              "the method is a gradient step",
              "each partial derivative depends on its own coordinate alone",
              "the kernel is one coordinate's, and f grows on one side of the point alone",
              "the interval is all that goes there",
              "the other coordinates go to the point from every start"),
          "the share of an ensemble from the cell's start that ends in the interval, near the point"
              + " in all other coordinates",
          "contradicted by an exact binomial test against the measure of the interval under the"
              + " start, below 1e-6 after Holm's correction over all tests of the study",
          "another share");

  private static final String KIND = "degenerate or undecided points";

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public NonStrictSaddle(Config config) {
    this.config = config;
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "non-strict-saddle");
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(SURVIVAL, SHARE);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (CellResult cell : result.methods()) {
      Census census = result.census(cell.problem().name());
      List<CriticalPoint> points = points(census);
      if (points.isEmpty() || !cell.optimizer().isDeterministic()) {
        findings.add(
            CellFinding.of(
                SURVIVAL.id(),
                cell,
                Verdict.INCONCLUSIVE,
                IteratedMap.anywhere(cell.optimizer()),
                points.isEmpty()
                    ? "no degenerate critical point is known"
                    : "no map with a known linearization, so nothing is predicted"));
        continue;
      }
      for (CriticalPoint point : limit().first(points)) {
        Analysis tested = new SurvivalTest(config, cell, census, point).run(laboratory);
        findings.addAll(tested.findings());
        figures.addAll(tested.figures());
      }
      findings.addAll(limit().leftOut(cell, points, KIND, List.of(SURVIVAL), List.of()));
    }
    for (CellResult cell : result.cells()) {
      List<CriticalPoint> points = points(result.census(cell.problem().name()));
      for (CriticalPoint point : limit().first(points)) {
        findings.add(new ShareTest(config, cell, point).run(laboratory));
      }
      findings.addAll(limit().leftOut(cell, points, KIND, List.of(SHARE), List.of()));
    }
    return new Analysis(findings, figures);
  }

  private List<CriticalPoint> points(Census census) {
    return census.points().stream()
        .filter(
            point ->
                point.kind() == CriticalPointKind.DEGENERATE
                    || point.kind() == CriticalPointKind.UNDECIDED)
        .toList();
  }

  /**
   * Configuration of {@link NonStrictSaddle}.
   *
   * @param runs number of runs of each ensemble
   * @param maxSteps most steps of a run
   * @param maxPoints most degenerate points of an objective, in the order of their ids
   */
  @Doc(
      value =
          "Measures how slowly degenerate points let runs go, and which share they keep for ever.",
      example = "{type: non-strict-saddle, runs: 50000}")
  public record Config(
      @Doc(value = "Number of runs of each ensemble.", defaultValue = "20000") int runs,
      @Doc(value = "Most steps of a run.", defaultValue = "200000") int maxSteps,
      @Doc(
              value = "Most degenerate points of an objective, in the order of their ids.",
              defaultValue = "3")
          int maxPoints) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(20_000, 200_000, 3);

    /** Checks the numbers. */
    public Config {
      if (runs < 100) {
        throw new IllegalArgumentException("runs is " + runs + ": it must be at least 100");
      }
      if (maxSteps < 100) {
        throw new IllegalArgumentException(
            "max-steps is " + maxSteps + ": it must be at least 100");
      }
      PointLimit.check(maxPoints);
    }
  }
}
