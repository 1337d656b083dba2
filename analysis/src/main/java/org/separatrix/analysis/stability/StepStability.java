package org.separatrix.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
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
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.plugin.Doc;

/**
 * What happens as the step grows: at which step each minimum ceases to attract, what cycle is born
 * there, and where runs go beyond.
 */
public final class StepStability implements Analyzer {
  static final Prediction LIMIT =
      new Prediction(
          "step-stability",
          "a minimum attracts as long as the eigenvalues of A + s lambda_max B C lie inside the unit"
              + " circle, where s multiplies the step, or those of the step's Jacobian on s f where"
              + " a method declares no linearization; for gradient descent, up to alpha = 2 /"
              + " lambda_max, for heavy ball 2 (1 + beta) / lambda_max",
          "Ostrowski's theorem and its converse: Ortega and Rheinboldt, Iterative Solution of"
              + " Nonlinear Equations in Several Variables (1970), 10.1.3; the form A, B, C: Lessard,"
              + " Recht and Packard, SIAM J. Optim. 26 (2016)",
          List.of(
              "deterministic map with a linearization",
              "lambda_min > 0",
              "stable for small steps only",
              "linear regime"),
          "the steps up to which the distance of runs beside the minimum is seen to shrink, and from"
              + " which it is seen to grow, by bisection on the method's own map",
          "contradicted if the predicted step lies outside of these two, of which each is decided"
              + " beyond what the number of steps leaves open, (4 + ln d)/N and six standard errors",
          "a step below the predicted one at which the minimum repels, or one above at which it"
              + " attracts");

  static final Prediction CYCLE =
      new Prediction(
          "two-cycle",
          "where the multiplier of a minimum passes -1, a 2-cycle branches off whose multiplier is 1"
              + " - 4 epsilon + O(epsilon^2) at the step where the minimum's is -(1 + epsilon)",
          "the flip (period-doubling) bifurcation: Kuznetsov, Elements of Applied Bifurcation Theory,"
              + " 3rd ed. (2004), Theorem 4.3",
          List.of(
              "deterministic map with a linearization",
              "the multiplier passes -1",
              "a 2-cycle branches off at another step",
              "the step has three derivatives, where a method declares no linearization"),
          "the multiplier of the 2-cycle, found by Newton's method on two steps of the map, for several"
              + " amplitudes, and the step at which it loses stability",
          "contradicted if the slope, extrapolated to amplitude 0, differs from -4 by more than the"
              + " extrapolation changed it and rounding; inconclusive if that is more than 0.4, or"
              + " all cycles are too large; no random numbers decide",
          "a cycle whose multiplier leaves 1 at another slope");

  static final Prediction PASSING =
      new Prediction(
          "passing-minimum",
          "beyond its limit of stability a minimum is the limit of a null set of starts, however"
              + " many runs come near it on their way",
          "center-stable manifold theorem, Shub, Global Stability of Dynamical Systems (1987),"
              + " Theorem III.7, applied to a minimum as Lee, Simchowitz, Jordan and Recht (COLT 2016)"
              + " apply it to a saddle",
          List.of("deterministic map with a linearization", "the minimum repels"),
          "how many runs were once near the minimum, and how many stay",
          "contradicted if a run stays for the last hundred steps, and for a hundred more when it is"
              + " moved by a thousandth of the distance; inconclusive if it then leaves, as what"
              + " repels can have shrunk elsewhere, or if none came near. To stay by chance, a run"
              + " must come within the distance times the factor to the power -100, which is below"
              + " 1e-8",
          "a run that stays");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public StepStability(Config config) {
    this.config = config;
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "step-stability");
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(LIMIT, CYCLE, PASSING);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (CellResult cell : result.methods()) {
      Census census = result.census(cell.problem().name());
      List<CriticalPoint> minima =
          census.points().stream()
              .filter(point -> point.kind() == CriticalPointKind.LOCAL_MINIMUM)
              .toList();
      List<Hypothesis> conditions = IteratedMap.anywhere(cell.optimizer());
      if (!cell.optimizer().isDeterministic()) {
        if (!minima.isEmpty()) {
          findings.addAll(withoutPoint(cell, conditions, Verdict.HYPOTHESES_NOT_MET, "no map"));
        }
        continue;
      }
      Optional<StabilityLimit> declared =
          cell.optimizer().linearization().flatMap(StabilityLimit::of);
      Optional<StepFamily> sharpest = Optional.empty();
      double lambda = 0;
      for (CriticalPoint point : limit().first(minima)) {
        Hypothesis map =
            LinearizedMethod.check(cell.problem(), cell.optimizer(), point, laboratory);
        Optional<StepFamily> family = family(cell, point, declared, laboratory);
        findings.addAll(
            new StepTests(config, new TestedMinimum(cell, census, point), map, family)
                .findings(laboratory));
        double largest = point.eigenvalues()[point.dimension() - 1];
        if (family.isPresent() && largest > lambda) {
          sharpest = family;
          lambda = largest;
        }
      }
      findings.addAll(limit().leftOut(cell, minima, "minima", predictions(), conditions));
      if (!minima.isEmpty()) {
        figures.addAll(sweep(cell, minima, sharpest, laboratory));
      }
    }
    return new Analysis(findings, figures);
  }

  private static Optional<StepFamily> family(
      CellResult cell,
      CriticalPoint point,
      Optional<StabilityLimit> declared,
      Laboratory laboratory) {
    Optional<Linearization> linearization = cell.optimizer().linearization();
    return linearization.isEmpty()
        ? MeasuredFamily.of(cell.problem(), cell.optimizer(), point, laboratory)
        : declared.map(
            stable ->
                new DeclaredFamily(
                    linearization.get(),
                    stable,
                    point.eigenvalues(),
                    StabilityLimit.step(cell.optimizer())));
  }

  /**
   * Without a limit, and so without a step to measure in, a method that declares nothing has none.
   */
  private List<Figure> sweep(
      CellResult cell,
      List<CriticalPoint> minima,
      Optional<StepFamily> sharpest,
      Laboratory laboratory) {
    if (sharpest.isEmpty() && cell.optimizer().linearization().isEmpty()) {
      return List.of();
    }
    double alpha =
        sharpest.map(StepFamily::alpha).orElseGet(() -> StabilityLimit.step(cell.optimizer()));
    Optional<Double> limit = sharpest.map(family -> family.limit() * alpha);
    return new StepSweep(config, cell, minima, alpha, limit).figures(laboratory);
  }

  private static List<Finding> withoutPoint(
      CellResult cell, List<Hypothesis> conditions, Verdict verdict, String detail) {
    return List.of(LIMIT, CYCLE, PASSING).stream()
        .map(prediction -> CellFinding.of(prediction.id(), cell, verdict, conditions, detail))
        .toList();
  }

  /**
   * Configuration of {@link StepStability}.
   *
   * @param from smallest step of the sweep, in units of 2 / lambda_max
   * @param to largest step of the sweep, in units of 2 / lambda_max
   * @param count number of steps of the sweep
   * @param starts number of runs at each step of the sweep
   * @param steps steps over which exponents are means
   * @param beyond step of the runs that pass the minimum, in units of the limit of stability
   * @param maxPoints most minima of an objective, in the order of their ids
   */
  @Doc(
      value =
          "Measures at which step each minimum ceases to attract, the 2-cycle that is born there and"
              + " where runs go beyond; draws the bifurcation diagram and the Lyapunov exponent.",
      example = "{type: step-stability, from: 0.8, to: 2.1, count: 400}")
  public record Config(
      @Doc(
              value =
                  "Smallest step of the sweep, lambda_max being the largest Hessian eigenvalue of all"
                      + " minima.",
              unit = "2 / lambda_max",
              defaultValue = "0.5")
          double from,
      @Doc(value = "Largest step of the sweep.", unit = "2 / lambda_max", defaultValue = "2.1")
          double to,
      @Doc(value = "Number of steps of the sweep, at equal distances.", defaultValue = "160")
          int count,
      @Doc(value = "Number of runs at each step of the sweep.", defaultValue = "4") int starts,
      @Doc(value = "Steps of the method over which exponents are means.", defaultValue = "4000")
          int steps,
      @Doc(
              value = "Step of the runs that pass the minima on their way, above 1.",
              unit = "step at which the minimum ceases to attract",
              defaultValue = "1.5")
          double beyond,
      @Doc(value = "Most minima of an objective, in the order of their ids.", defaultValue = "10")
          int maxPoints) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(0.5, 2.1, 160, 4, 4000, 1.5, 10);

    /** Checks the numbers. */
    public Config {
      if (!(from > 0)) {
        throw new IllegalArgumentException("from is " + from + ": it must be positive");
      }
      if (!(to > from && to < 1e6)) {
        throw new IllegalArgumentException("to is " + to + ": it must be above from, " + from);
      }
      if (count < 2 || count > 2000) {
        throw new IllegalArgumentException("count is " + count + ": it must be from 2 to 2000");
      }
      if (starts < 1 || starts > 20) {
        throw new IllegalArgumentException("starts is " + starts + ": it must be from 1 to 20");
      }
      if (steps < 1000) {
        throw new IllegalArgumentException("steps is " + steps + ": it must be at least 1000");
      }
      if (!(beyond >= 1.2 && beyond <= 100)) {
        throw new IllegalArgumentException(
            "beyond is " + beyond + ": it must lie between 1.2 and 100");
      }
      PointLimit.check(maxPoints);
    }
  }
}
