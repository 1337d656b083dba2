package org.separatrix.optimizers;

import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.plugin.Doc;

/**
 * RMSProp (Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012): v_{k+1} =
 * rho v_k + (1 - rho) g_k^2, x_{k+1} = x_k - alpha g_k / (sqrt(v_{k+1}) + epsilon), where g_k =
 * grad f(x_k) and v_0 = 0.
 *
 * <p>Near a minimum v vanishes, and the step grows to one of size alpha / epsilon. So a run may
 * come as close to it as one likes, but in the end it oscillates: on lambda x^2/2 the points x and
 * -x with |x| = alpha/2 - epsilon/lambda take turns. No theorem on saddles is known, and the square
 * root has no derivative where v is zero, so the method has no linearization at a critical point.
 */
public final class RmsProp implements Optimizer {
  private static final int SQUARE = 0;

  private final Config config;

  /**
   * Creates the method.
   *
   * @param config its parameters
   */
  public RmsProp(Config config) {
    this.config = config;
  }

  /**
   * Configuration of {@link RmsProp}.
   *
   * @param step the step size alpha
   * @param decay of the mean of squares, rho
   * @param epsilon what is added to the root
   */
  @Doc(
      value =
          "RMSProp: x - alpha grad f(x) / (sqrt(v) + epsilon) in each coordinate, where v is a"
              + " running mean of the squared gradients.",
      example = "{type: rmsprop, step: 0.01}")
  public record Config(
      @Doc(value = AdaptiveDoc.STEP, unit = AdaptiveDoc.STEP_UNIT, example = "0.01") double step,
      @Doc(
              value = "By what the mean of the squared gradients is multiplied in each step.",
              defaultValue = "0.99",
              example = "0.9")
          double decay,
      @Doc(
              value = AdaptiveDoc.EPSILON,
              unit = AdaptiveDoc.EPSILON_UNIT,
              defaultValue = "1.0e-8",
              example = "1.0e-6")
          double epsilon) {
    /** Checks the ranges. */
    public Config {
      AdaptiveDoc.positive("step", step);
      AdaptiveDoc.decay("decay", decay);
      AdaptiveDoc.positive("epsilon", epsilon);
    }
  }

  /** One vector: the means of squares. */
  @Override
  public int memory() {
    return 1;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    int lanes = block.lanes();
    for (int k = 0; k < block.dimension(); k++) {
      double[] gradient = block.gradient()[k];
      double[] square = block.memory(SQUARE)[k];
      AdaptiveLanes.averageSquares(config.decay(), gradient, square, lanes);
      AdaptiveLanes.move(
          config.step(), gradient, square, config.epsilon(), block.position()[k], lanes);
    }
  }
}
