package org.separatrix.optimizers;

import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;

/**
 * Nesterov's accelerated gradient with constant momentum (Soviet Math. Dokl. 27, 1983): y_k = x_k +
 * beta (x_k - x_{k-1}), x_{k+1} = y_k - alpha grad f(y_k), starting at rest, x_{-1} = x_0.
 *
 * <p>The position of a run, where its gradient is taken, is y_k. Linearized at a critical point,
 * each Hessian eigenvalue lambda contributes the roots of z^2 - (1 + beta) (1 - alpha lambda) z +
 * beta (1 - alpha lambda). Their product vanishes where alpha lambda = 1, so the map is a
 * diffeomorphism only for alpha &lt; 1/L.
 */
public final class Nesterov extends LinearMethod {
  /**
   * Creates the method.
   *
   * @param alpha the step size, positive
   * @param beta the momentum, in [0, 1)
   */
  public Nesterov(double alpha, double beta) {
    super(
        new double[][] {{1 + MomentumDoc.check(beta), -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1 + beta, -beta});
  }

  Nesterov(Config config, Problem problem) {
    this(config.step().resolve(problem), config.momentum());
  }

  /**
   * Configuration of {@link Nesterov}.
   *
   * @param step the step size alpha
   * @param momentum the momentum beta
   */
  @Doc(
      value =
          "Nesterov's accelerated gradient with constant momentum: y = x + beta (x - previous x),"
              + " then y - alpha grad f(y).",
      example = "{type: nesterov, step: 0.05, momentum: 0.9}")
  public record Config(
      @Doc(value = StepDoc.MEANING, unit = StepDoc.UNIT, example = StepDoc.EXAMPLE) StepSize step,
      @Doc(value = MomentumDoc.MEANING, example = MomentumDoc.EXAMPLE) double momentum) {
    /** Checks the momentum. */
    public Config {
      MomentumDoc.check(momentum);
    }
  }
}
