package org.separatrix.optimizers;

import java.util.Optional;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.plugin.Doc;

/**
 * AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011) with a scale for each coordinate: v_{k+1} = v_k
 * + g_k^2, x_{k+1} = x_k - alpha g_k / sqrt(v_{k+1}), where g_k = grad f(x_k), and v_0 &gt; 0.
 *
 * <p>Antonakopoulos, Mertikopoulos, Piliouras and Wang ("AdaGrad Avoids Saddle Points", ICML 2022)
 * prove that almost no start leads to a strict saddle: where a run converges its squared gradients
 * have a sum, so v does as well, and what remains is gradient descent with a fixed scale for each
 * coordinate.
 *
 * <p>At every v a critical point stays where it is, so the linearization there depends on the run,
 * and the method declares none.
 */
public final class AdaGrad implements Optimizer {
  private static final int SUM = 0;

  private final Config config;

  /**
   * Creates the method.
   *
   * @param config its parameters
   */
  public AdaGrad(Config config) {
    this.config = config;
  }

  /**
   * Configuration of {@link AdaGrad}.
   *
   * @param step the step size alpha
   * @param accumulator v_0 in each coordinate
   */
  @Doc(
      value =
          "AdaGrad: x - alpha grad f(x) / sqrt(v) in each coordinate, where v is the sum of all"
              + " squared gradients.",
      example = "{type: adagrad, step: 0.5}")
  public record Config(
      @Doc(value = AdaptiveDoc.STEP, unit = AdaptiveDoc.STEP_UNIT, example = "0.5") double step,
      @Doc(
              value = "What each sum of squares begins with, a positive number.",
              unit = "squared unit of f per squared unit of x",
              defaultValue = "0.1",
              example = "1.0e-10")
          double accumulator) {
    /** Checks the ranges. */
    public Config {
      AdaptiveDoc.positive("step", step);
      AdaptiveDoc.positive("accumulator", accumulator);
    }
  }

  /** One vector: the sums of squares. */
  @Override
  public int memory() {
    return 1;
  }

  @Override
  public Optional<String> avoidanceTheorem() {
    return Optional.of("Antonakopoulos, Mertikopoulos, Piliouras and Wang 2022");
  }

  @Override
  public void start(Iterates block, int lane) {
    for (double[] sum : block.memory(SUM)) {
      sum[lane] = config.accumulator();
    }
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    int lanes = block.lanes();
    for (int k = 0; k < block.dimension(); k++) {
      double[] gradient = block.gradient()[k];
      double[] sum = block.memory(SUM)[k];
      SquaredNorm.addSquares(gradient, sum, lanes);
      AdaptiveLanes.move(config.step(), gradient, sum, 0, block.position()[k], lanes);
    }
  }
}
