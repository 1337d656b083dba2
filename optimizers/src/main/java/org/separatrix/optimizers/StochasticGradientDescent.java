package org.separatrix.optimizers;

import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.NoisyMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.random.LaneRandom;

/**
 * Gradient descent with additive Gaussian noise (Robbins and Monro, Ann. Math. Stat. 22, 1951, with
 * a fixed step): x_{k+1} = x_k - alpha (grad f(x_k) + sigma zeta_k), zeta_k ~ N(0, I).
 *
 * <p>Near a strict saddle the noise alone sets runs free; near a minimum each eigendirection of the
 * Hessian keeps the variance alpha sigma^2 / (lambda (2 - alpha lambda)).
 */
public final class StochasticGradientDescent implements NoisyMethod {
  private final GradientDescent descent;
  private final double alpha;
  private final double sigma;

  /**
   * Creates the method.
   *
   * @param alpha the step size, positive
   * @param sigma standard deviation of the noise in each coordinate of the gradient, not negative
   */
  public StochasticGradientDescent(double alpha, double sigma) {
    descent = new GradientDescent(alpha);
    this.alpha = alpha;
    this.sigma = sigma;
  }

  /** Makes the method with noise of the one kind or the other. */
  static Optimizer of(Config config, Problem problem) {
    double alpha = config.step().resolve(problem);
    Integer batch = config.batch();
    return batch == null
        ? new StochasticGradientDescent(alpha, config.noise())
        : MiniBatchGradientDescent.of(alpha, batch, problem);
  }

  /**
   * Configuration of {@link StochasticGradientDescent}.
   *
   * @param step the step size alpha
   * @param noise the standard deviation sigma
   * @param batch number of terms of a finite sum whose gradient is taken
   */
  @Doc(
      value =
          "Gradient descent with additive Gaussian noise, x - alpha (grad f(x) + sigma zeta), zeta ~"
              + " N(0, I), or with the gradients of random batches of terms.",
      example = "{type: stochastic-gradient-descent, step: 0.05, noise: 0.001}")
  public record Config(
      @Doc(value = StepDoc.MEANING, unit = StepDoc.UNIT, example = StepDoc.EXAMPLE) StepSize step,
      @Doc(
              value = "Standard deviation sigma of the noise in each coordinate of the gradient.",
              unit = "unit of f per unit of x",
              defaultValue = "0.0",
              example = "0.001")
          double noise,
      @Doc(
              value =
                  "In place of noise, the number of terms, drawn without replacement in each step,"
                      + " whose gradient is taken; the objective must be a sum over data.",
              example = "10")
          @Nullable Integer batch) {
    /** Checks the noise. */
    public Config {
      if (!(noise >= 0) || Double.isInfinite(noise)) {
        throw new IllegalArgumentException(
            "noise is " + noise + ": it must be a finite number, at least 0");
      }
      if (batch != null && batch < 1) {
        throw new IllegalArgumentException("batch is " + batch + ": it must be at least 1");
      }
      if (batch != null && noise > 0) {
        throw new IllegalArgumentException(
            "batch is %d, and noise is %s: keep one".formatted(batch, noise));
      }
    }
  }

  @Override
  public LinearMethod withoutNoise() {
    return descent;
  }

  @Override
  public double noise() {
    return sigma;
  }

  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    descent.step(block, oracle);
    if (sigma == 0) {
      return;
    }
    LaneRandom random = block.random();
    double[] zeta = block.scratch(0);
    for (int k = 0; k < block.dimension(); k++) {
      random.nextGaussians(zeta, 0);
      Axpy.add(-alpha * sigma, zeta, block.position()[k], block.lanes());
    }
  }
}
