package org.separatrix.analysis.lojasiewicz;

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
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.plugin.Doc;

/** Holds the rate at which runs approach degenerate minima against the order of f there. */
public final class LojasiewiczRate implements Analyzer {
  static final Prediction PREDICTION =
      new Prediction(
          "lojasiewicz-rate",
          "at a minimum with f ~ c |t|^p along the kernel of the Hessian, p > 2, the distance falls"
              + " at least as fast as (c p (p-2) a k)^(-1/(p-2)), with a = -l'B C r / l'r for the"
              + " eigenvectors l, r of A for 1: alpha for gradient descent, alpha / (1 - beta) with"
              + " momentum; where a method declares no linearization, a is how fast the eigenvalue 1"
              + " of its step's Jacobian falls as the kernel is bent up",
          "Absil, Mahony and Andrews, SIAM J. Optim. 16 (2005); Attouch and Bolte, Math. Program."
              + " 116 (2009), Theorem 2, with the exponent 1 - 1/p; the constant: the recursion"
              + " t - a p c t^(p-1) on the center manifold",
          List.of(
              "the method has a known linearization",
              "1 is a simple eigenvalue of A, and no other lies on or outside the unit circle",
              "the other eigenvalues of the Hessian are positive, and z = A + lambda B C attracts",
              "the kernel has dimension 1, and f ~ c |t|^p along it"),
          "the order p that the moves of a run show, and the growth of t^-(p-2) per step, less its"
              + " logarithmic part, between a quarter of the steps and the last one",
          "contradicted if the order is larger than p, or at the same order the growth is smaller,"
              + " than what higher terms of f, of the recursion and rounding explain; no random"
              + " numbers decide",
          "a run that is slower than that");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public LojasiewiczRate(Config config) {
    this.config = config;
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "lojasiewicz-rate");
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
      List<CriticalPoint> points =
          census.points().stream().filter(LojasiewiczRate::isDegenerate).toList();
      List<Hypothesis> conditions = IteratedMap.anywhere(cell.optimizer());
      if (points.isEmpty() || !cell.optimizer().isDeterministic()) {
        findings.add(
            CellFinding.of(
                PREDICTION.id(),
                cell,
                Verdict.INCONCLUSIVE,
                conditions,
                points.isEmpty()
                    ? "no degenerate critical point is known"
                    : "no map with a known linearization, so no rate is predicted"));
        continue;
      }
      for (CriticalPoint point : limit().first(points)) {
        Analysis tested = new SublinearTest(config, cell, census, point).run(laboratory);
        findings.addAll(tested.findings());
        figures.addAll(tested.figures());
      }
      findings.addAll(
          limit().leftOut(cell, points, "degenerate points", predictions(), conditions));
    }
    return new Analysis(findings, figures);
  }

  private static boolean isDegenerate(CriticalPoint point) {
    return point.kind() == CriticalPointKind.DEGENERATE
        || point.kind() == CriticalPointKind.UNDECIDED;
  }

  /**
   * Configuration of {@link LojasiewiczRate}.
   *
   * @param exponent the order p of f, 0 to take it from f
   * @param maxSteps most steps of a run
   * @param maxPoints most degenerate points of an objective, in the order of their ids
   */
  @Doc(
      value = "Measures the sublinear rate at each degenerate minimum against the order of f.",
      example = "{type: lojasiewicz-rate, exponent: 4}")
  public record Config(
      @Doc(
              value = "Order p of f along the kernel, above 2; 0 to take it from f itself.",
              defaultValue = "0",
              example = "4")
          double exponent,
      @Doc(value = "Most steps of a run.", defaultValue = "200000") int maxSteps,
      @Doc(
              value = "Most degenerate points of an objective, in the order of their ids.",
              defaultValue = "5")
          int maxPoints) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(0, 200_000, 5);

    /** Checks the numbers. */
    public Config {
      if (!(exponent == 0 || (exponent > 2 && exponent <= 100))) {
        throw new IllegalArgumentException(
            "exponent is " + exponent + ": it must be 0, or above 2 and at most 100");
      }
      if (maxSteps < 100) {
        throw new IllegalArgumentException(
            "max-steps is " + maxSteps + ": it must be at least 100");
      }
      PointLimit.check(maxPoints);
    }
  }
}
