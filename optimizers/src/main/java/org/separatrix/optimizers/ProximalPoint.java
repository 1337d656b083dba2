package org.separatrix.optimizers;

import java.util.Optional;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;

/**
 * The proximal point method (Martinet 1970, Rockafellar 1976; Lee, Panageas, Piliouras, Simchowitz,
 * Jordan and Recht, Math. Programming 2019): x_{k+1} = argmin_u f(u) + |u - x_k|^2 / (2 alpha).
 *
 * <p>For alpha &lt; 1/L the minimum is unique and the inverse of the step is u + alpha grad f(u),
 * so that the step is a diffeomorphism; linearized at a critical point, each Hessian eigenvalue
 * lambda contributes 1 / (1 + alpha lambda). The minimum is found by Newton's method to rounding,
 * whose gradients are counted and whose Hessians are not. Where I + alpha H is not positive
 * definite on the way the step is not defined, and the run ends as not finite.
 */
public final class ProximalPoint implements Optimizer {
  private final double alpha;

  /**
   * Creates the method.
   *
   * @param alpha the step size, positive
   */
  public ProximalPoint(double alpha) {
    this.alpha = alpha;
  }

  ProximalPoint(Config config, Problem problem) {
    this(config.step().resolve(problem));
    if (!(problem.objective() instanceof TwiceDifferentiable)) {
      throw new IllegalArgumentException(
          "proximal-point needs a Hessian, but objective '%s' gives none.%n"
                  .formatted(problem.name())
              + "Maybe write the objective as a formula, or implement TwiceDifferentiable.");
    }
  }

  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    new ProximalSolver(alpha, oracle, block.dimension(), block.lanes()).minimize(block);
  }

  /** Returns 1 / (1 + alpha lambda). */
  @Override
  public Optional<Linearization> linearization() {
    return Optional.of(lambda -> new double[][] {{1 / Math.fma(alpha, lambda, 1)}});
  }

  /**
   * Configuration of {@link ProximalPoint}.
   *
   * @param step the step size alpha
   */
  @Doc(
      value =
          "The proximal point method: argmin_u f(u) + |u - x|^2/(2 alpha), by Newton's method; the"
              + " objective must give its Hessian.",
      example = "{type: proximal-point, step: {times-1-over-L: 0.9}}")
  public record Config(
      @Doc(value = StepDoc.MEANING, unit = StepDoc.UNIT, example = StepDoc.EXAMPLE)
          StepSize step) {}
}
