package org.separatrix.optimizers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;

/**
 * Configuration of {@link PerturbedGradientDescent}: its parameters, or the constants of the
 * theorem from which they follow, or both, where what is given outright wins.
 *
 * @param step the step size eta
 * @param radius radius r of a perturbation
 * @param gradientThreshold g_thres
 * @param functionThreshold f_thres
 * @param period t_thres
 * @param stopOnNoDecrease whether a run ends when f has not fallen by f_thres within a period
 * @param theory constants from which what is absent follows
 */
@Doc(
    value =
        "Gradient descent that is moved at random where the gradient is small: Jin et al. 2017,"
            + " Algorithm 2.",
    example =
        "{type: perturbed-gradient-descent, step: 0.05, radius: 0.01, gradient-threshold: 0.001,"
            + " period: 100, stop-on-no-decrease: false}")
public record PerturbedConfig(
    @Doc(
            value = "Step size eta, as for gradient-descent. Required without theory.",
            unit = StepDoc.UNIT,
            example = StepDoc.EXAMPLE)
        @Nullable StepSize step,
    @Doc(
            value =
                "Radius of the ball from which a perturbation is drawn. Required without theory.",
            unit = "unit of x",
            example = "0.01")
        @Nullable Double radius,
    @Doc(
            value =
                "Perturb only where the norm of the gradient is at most this. Required without"
                    + " theory.",
            unit = "unit of f per unit of x",
            example = "0.001")
        @Nullable Double gradientThreshold,
    @Doc(
            value =
                "End the run where it was perturbed last when f has fallen by less than this within"
                    + " a period. Required without theory, unless stop-on-no-decrease is false.",
            unit = "unit of f",
            example = "1.0e-6")
        @Nullable Double functionThreshold,
    @Doc(
            value =
                "Number of steps without a perturbation after each perturbation. Required without"
                    + " theory.",
            unit = "steps",
            example = "100")
        @Nullable Long period,
    @Doc(
            value =
                "Whether a run ends when f has not fallen by function-threshold within a period;"
                    + " otherwise it is perturbed for ever.",
            defaultValue = "true",
            example = "false")
        boolean stopOnNoDecrease,
    @Doc(
            value = "The theorem's constants, from which every parameter that is absent follows.",
            example = "{rho: 12, epsilon: 0.1, delta-f: 5}")
        @Nullable PerturbationTheory theory) {

  /** Checks the ranges, that each parameter is given or follows, and that each one is used. */
  public PerturbedConfig {
    if (radius != null) {
      Perturbation.positive("radius", radius);
    }
    if (gradientThreshold != null) {
      Perturbation.positive("gradient-threshold", gradientThreshold);
    }
    if (functionThreshold != null) {
      Perturbation.checkFunctionThreshold(functionThreshold);
    }
    if (period != null) {
      Perturbation.checkPeriod(period);
    }
    if (theory == null) {
      Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
      parameters.put("step", step);
      parameters.put("radius", radius);
      parameters.put("gradient-threshold", gradientThreshold);
      parameters.put("period", period);
      if (stopOnNoDecrease) {
        parameters.put("function-threshold", functionThreshold);
      }
      checkGiven(parameters);
    }
    if (!stopOnNoDecrease && functionThreshold != null) {
      throw new IllegalArgumentException(
          "function-threshold is %s, but stop-on-no-decrease is false: it would never be used"
              .formatted(functionThreshold));
    }
  }

  /**
   * Returns the parameters for a problem.
   *
   * @param problem the problem
   * @throws IllegalArgumentException if a parameter is out of range
   */
  Perturbation perturbation(Problem problem) {
    if (theory == null) {
      return new Perturbation(
          given(step).resolve(problem),
          given(radius),
          given(gradientThreshold),
          given(period),
          threshold(OptionalDouble.empty()));
    }
    Perturbation derived = theory.perturbation(problem);
    return new Perturbation(
        step != null ? step.resolve(problem) : derived.step(),
        radius != null ? radius : derived.radius(),
        gradientThreshold != null ? gradientThreshold : derived.gradientThreshold(),
        period != null ? period : derived.period(),
        threshold(derived.functionThreshold()));
  }

  private OptionalDouble threshold(OptionalDouble derived) {
    if (!stopOnNoDecrease) {
      return OptionalDouble.empty();
    }
    return functionThreshold != null ? OptionalDouble.of(functionThreshold) : derived;
  }

  /** Names all parameters at once that are missing where none follows. */
  private static void checkGiven(Map<String, @Nullable Object> parameters) {
    List<String> missing =
        parameters.keySet().stream().filter(key -> parameters.get(key) == null).toList();
    if (!missing.isEmpty()) {
      boolean one = missing.size() == 1;
      throw new IllegalArgumentException(
          "%s %s missing.%nMaybe give %s, or theory, from which %s%s."
              .formatted(
                  String.join(", ", missing),
                  one ? "is" : "are",
                  one ? "it" : "them",
                  one ? "it follows" : "they follow",
                  missing.contains("function-threshold") ? ", or stop-on-no-decrease: false" : ""));
    }
  }

  private static <T> T given(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
