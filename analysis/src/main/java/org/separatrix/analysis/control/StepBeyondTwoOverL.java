package org.separatrix.analysis.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Control;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Doc;

/**
 * Gradient descent with a step beyond 2 / lambda_max: every minimum must repel.
 *
 * <p>A run that starts beside the minimum along the eigenvector of lambda_max changes its distance
 * by the factor |1 - alpha lambda_max| in each step: above 1 at alpha = factor * 2 / lambda_max,
 * below 1 at 0.9 * 2 / lambda_max. Both are measured, so a laboratory in which everything moves
 * away, or nothing, does not pass.
 */
public final class StepBeyondTwoOverL implements Control {
  private static final String ID = "step-beyond-2-over-l";
  private static final double WITHIN = 0.9;
  private static final double TOLERANCE = 1e-3;
  private static final int STEPS = 12;

  private final double factor;

  /**
   * Creates the control.
   *
   * @param config the factor
   */
  public StepBeyondTwoOverL(Config config) {
    factor = config.factor();
  }

  /**
   * Configuration of the control.
   *
   * @param factor step size in units of 2 / lambda_max
   */
  @Doc(
      value = "Gradient descent with a step beyond 2 / lambda_max: every minimum must repel.",
      example = "{type: step-beyond-2-over-l, factor: 1.05}")
  public record Config(
      @Doc(
              value = "Step size as a multiple of 2 / lambda_max of each minimum.",
              unit = "2 / lambda_max",
              defaultValue = "1.1")
          double factor) {
    /** Checks that the factor is above 1 and moderate, so that the first steps stay near. */
    public Config {
      if (!(factor > 1 && factor <= 1.5)) {
        throw new IllegalArgumentException(
            "factor is " + factor + ": it must lie above 1, where a minimum repels, and up to 1.5");
      }
    }
  }

  @Override
  public List<ControlResult> run(StudyResult result, Laboratory laboratory) {
    List<ControlResult> outcomes = new ArrayList<>();
    PassedOver passedOver = new PassedOver();
    for (Census census : result.censuses()) {
      passedOver.add(census.problem().name(), "no local minimum among the critical points found");
      for (CriticalPoint point : census.points()) {
        if (point.kind() == CriticalPointKind.LOCAL_MINIMUM) {
          outcomes.add(outcome(census, point, laboratory));
        }
      }
    }
    return outcomes.isEmpty()
        ? List.of(passedOver.failure(ID, "a local minimum to start beside"))
        : outcomes;
  }

  private ControlResult outcome(Census census, CriticalPoint minimum, Laboratory laboratory) {
    Problem problem = census.problem();
    double distance = distance(census, minimum);
    double beyond = measuredRatio(problem, minimum, distance, factor, laboratory);
    double within = measuredRatio(problem, minimum, distance, WITHIN, laboratory);
    boolean passed = agrees(beyond, factor) && agrees(within, WITHIN);
    String expected =
        "%s %s of %s: distance times %s per step at alpha = %s/lambda_max, times %s at %s/lambda_max"
            .formatted(
                minimum.id(),
                Numbers.point(minimum.x()),
                problem.name(),
                Numbers.number(2 * factor - 1),
                Numbers.number(2 * factor),
                Numbers.number(2 * WITHIN - 1),
                Numbers.number(2 * WITHIN));
    String observed =
        "times %s and times %s".formatted(Numbers.number(beyond), Numbers.number(within));
    return new ControlResult(ID, Optional.empty(), expected, observed, passed);
  }

  private static boolean agrees(double ratio, double multiple) {
    return Math.abs(ratio - (2 * multiple - 1)) <= TOLERANCE;
  }

  /** Returns a distance as far above the rounding of coordinates as below the next point. */
  private static double distance(Census census, CriticalPoint minimum) {
    double scale = Nonlinearity.scale(census, minimum);
    double rounding = Math.ulp(1.0) * Math.max(norm(minimum.x()), scale);
    return Math.sqrt(rounding) * Math.sqrt(scale);
  }

  /** Returns the mean factor per step by which the distance from the minimum changed. */
  private static double measuredRatio(
      Problem problem,
      CriticalPoint minimum,
      double distance,
      double multiple,
      Laboratory laboratory) {
    double[] eigenvalues = minimum.eigenvalues();
    double largest = eigenvalues[eigenvalues.length - 1];
    double[] direction = minimum.eigenvectors()[eigenvalues.length - 1];
    double[] start = minimum.x();
    for (int k = 0; k < start.length; k++) {
      start[k] = Math.fma(distance, direction[k], start[k]);
    }
    StopRule stop = new StopRule(-1, STEPS, Double.MAX_VALUE, Optional.empty());
    Runs runs =
        laboratory.run(
            ID + "/" + minimum.id() + "/" + multiple,
            problem,
            new FixedStep(multiple * 2 / largest),
            new GivenStarts(List.of(start)),
            1,
            stop);
    double before = minimum.distance(runs.startOf(0));
    double after = minimum.distance(runs.endOf(0));
    return Math.pow(after / before, 1.0 / STEPS);
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double coordinate : x) {
      sum += coordinate * coordinate;
    }
    return Math.sqrt(sum);
  }
}
