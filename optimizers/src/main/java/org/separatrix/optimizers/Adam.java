package org.separatrix.optimizers;

import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.plugin.Doc;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, Algorithm 1): with
 * g_k = grad f(x_k) and m_0 = v_0 = 0,
 *
 * <ul>
 *   <li>m_{k+1} = beta_1 m_k + (1 - beta_1) g_k,
 *   <li>v_{k+1} = beta_2 v_k + (1 - beta_2) g_k^2,
 *   <li>x_{k+1} = x_k - alpha m' / (sqrt(v') + epsilon), where m' = m_{k+1} / (1 - beta_1^{k+1})
 *       and v' = v_{k+1} / (1 - beta_2^{k+1}).
 * </ul>
 *
 * <p>Like {@link RmsProp} it has no linearization at a critical point, and need not come to rest:
 * on lambda x^2/2 with late k the points x and -x with |x| = alpha (1 - beta_1) / (2 (1 + beta_1))
 * - epsilon / lambda take turns (Bock and Weiss, "Non-Convergence and Limit Cycles in the Adam
 * Optimizer", ICANN 2019). No theorem on saddles is known.
 */
public final class Adam implements Optimizer {
  private static final int MEAN = 0;
  private static final int SQUARE = 1;

  /** Scalars: beta_1^k and beta_2^k. */
  private static final int FIRST_POWER = 0;

  private static final int SECOND_POWER = 1;

  private final Config config;

  /**
   * Creates the method.
   *
   * @param config its parameters
   */
  public Adam(Config config) {
    this.config = config;
  }

  /**
   * Configuration of {@link Adam}.
   *
   * @param step the step size alpha
   * @param beta1 decay of the mean of gradients
   * @param beta2 decay of the mean of squares
   * @param epsilon what is added to the root
   */
  @Doc(
      value =
          "Adam: x - alpha m / (sqrt(v) + epsilon) in each coordinate, where m and v are running"
              + " means of the gradients and of their squares, corrected for their start from zero.",
      example = "{type: adam, step: 0.01}")
  public record Config(
      @Doc(value = AdaptiveDoc.STEP, unit = AdaptiveDoc.STEP_UNIT, example = "0.01") double step,
      @Doc(
              value = "By what the mean of the gradients is multiplied in each step.",
              defaultValue = "0.9",
              example = "0.8")
          double beta1,
      @Doc(
              value = "By what the mean of the squared gradients is multiplied in each step.",
              defaultValue = "0.999",
              example = "0.99")
          double beta2,
      @Doc(
              value = AdaptiveDoc.EPSILON,
              unit = AdaptiveDoc.EPSILON_UNIT,
              defaultValue = "1.0e-8",
              example = "1.0e-6")
          double epsilon) {
    /** Checks the ranges. */
    public Config {
      AdaptiveDoc.positive("step", step);
      AdaptiveDoc.decay("beta1", beta1);
      AdaptiveDoc.decay("beta2", beta2);
      AdaptiveDoc.positive("epsilon", epsilon);
    }
  }

  /** Two vectors: the means of the gradients and of their squares. */
  @Override
  public int memory() {
    return 2;
  }

  @Override
  public int scalars() {
    return 2;
  }

  @Override
  public void start(Iterates block, int lane) {
    block.scalar(FIRST_POWER)[lane] = 1;
    block.scalar(SECOND_POWER)[lane] = 1;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    int lanes = block.lanes();
    double[] first = block.scalar(FIRST_POWER);
    double[] second = block.scalar(SECOND_POWER);
    double[] rate = block.scratch(0);
    double[] guard = block.scratch(1);
    multiply(config.beta1(), first, lanes);
    multiply(config.beta2(), second, lanes);
    correctRate(config.step(), first, second, rate, lanes);
    correctGuard(config.epsilon(), second, guard, lanes);
    for (int k = 0; k < block.dimension(); k++) {
      double[] gradient = block.gradient()[k];
      double[] mean = block.memory(MEAN)[k];
      double[] square = block.memory(SQUARE)[k];
      AdaptiveLanes.average(config.beta1(), gradient, mean, lanes);
      AdaptiveLanes.averageSquares(config.beta2(), gradient, square, lanes);
      AdaptiveLanes.move(rate, mean, square, guard, block.position()[k], lanes);
    }
  }

  private static void multiply(double factor, double[] power, int lanes) {
    for (int i = 0; i < lanes; i++) {
      power[i] *= factor;
    }
  }

  /** rate = alpha sqrt(1 - beta_2^k) / (1 - beta_1^k), which corrects m and v in their quotient. */
  private static void correctRate(
      double alpha, double[] first, double[] second, double[] rate, int lanes) {
    for (int i = 0; i < lanes; i++) {
      rate[i] = alpha * Math.sqrt(1 - second[i]) / (1 - first[i]);
    }
  }

  /** guard = epsilon sqrt(1 - beta_2^k): the root beside it is that of v, not of v'. */
  private static void correctGuard(double epsilon, double[] second, double[] guard, int lanes) {
    for (int i = 0; i < lanes; i++) {
      guard[i] = epsilon * Math.sqrt(1 - second[i]);
    }
  }
}
