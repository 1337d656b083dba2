package org.separatrix.optimizers;

import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;

/**
 * Heavy-ball momentum (Polyak, USSR Comput. Math. Math. Phys. 4, 1964): x_{k+1} = x_k - alpha grad
 * f(x_k) + beta (x_k - x_{k-1}), starting at rest, x_{-1} = x_0.
 *
 * <p>Linearized at a critical point, each Hessian eigenvalue lambda contributes the roots of z^2 -
 * (1 + beta - alpha lambda) z + beta. Their product is beta, so for beta &gt; 0 the map of (x_k,
 * x_{k-1}) is a diffeomorphism whatever the step.
 */
public final class HeavyBall extends LinearMethod {
  /**
   * Creates the method.
   *
   * @param alpha the step size, positive
   * @param beta the momentum, in [0, 1)
   */
  public HeavyBall(double alpha, double beta) {
    super(
        new double[][] {{1 + MomentumDoc.check(beta), -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1, 0});
  }

  HeavyBall(Config config, Problem problem) {
    this(config.step().resolve(problem), config.momentum());
  }

  /**
   * Configuration of {@link HeavyBall}.
   *
   * @param step the step size alpha
   * @param momentum the momentum beta
   */
  @Doc(
      value = "Heavy-ball momentum: x - alpha grad f(x) + beta (x - previous x).",
      example = "{type: heavy-ball, step: 0.05, momentum: 0.9}")
  public record Config(
      @Doc(value = StepDoc.MEANING, unit = StepDoc.UNIT, example = StepDoc.EXAMPLE) StepSize step,
      @Doc(value = MomentumDoc.MEANING, example = MomentumDoc.EXAMPLE) double momentum) {
    /** Checks the momentum. */
    public Config {
      MomentumDoc.check(momentum);
    }
  }
}
