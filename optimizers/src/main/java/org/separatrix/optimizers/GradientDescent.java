package org.separatrix.optimizers;

import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;

/**
 * Gradient descent with a fixed step (Cauchy 1847): x_{k+1} = x_k - alpha grad f(x_k).
 *
 * <p>Linearized at a critical point, each Hessian eigenvalue lambda contributes the factor 1 -
 * alpha lambda. For alpha &lt; 1/L the map is a diffeomorphism, and a random start misses every
 * strict saddle (Lee, Simchowitz, Jordan and Recht, COLT 2016).
 */
public final class GradientDescent extends LinearMethod {
  /**
   * Creates the method with a step size.
   *
   * @param alpha the step size, positive
   */
  public GradientDescent(double alpha) {
    super(new double[][] {{1}}, new double[] {-alpha}, new double[] {1});
  }

  GradientDescent(Config config, Problem problem) {
    this(config.step().resolve(problem));
  }

  /**
   * Configuration of {@link GradientDescent}.
   *
   * @param step the step size alpha
   */
  @Doc(
      value = "Gradient descent with a fixed step: x - alpha grad f(x).",
      example = "{type: gradient-descent, step: {times-1-over-L: 0.9}}")
  public record Config(
      @Doc(value = StepDoc.MEANING, unit = StepDoc.UNIT, example = StepDoc.EXAMPLE)
          StepSize step) {}
}
