package org.separatrix.optimizers;

import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;

/**
 * Cyclic coordinate descent with a fixed step (Lee, Panageas, Piliouras, Simchowitz, Jordan and
 * Recht, Math. Programming 2019): one step is a sweep, x_i -= alpha df/dx_i for i = 1, ..., d, each
 * partial derivative at the point that the one before has left.
 *
 * <p>Its derivative at a critical point is the product of I - alpha e_i e_i' H from i = d on the
 * left to i = 1 on the right. That does not fall into blocks by the eigenvalues of H, so it has no
 * {@link org.separatrix.api.optimizer.Linearization}. Each factor has the determinant 1 - alpha
 * H_ii, so that the sweep is a local diffeomorphism if alpha is below 1/max_i |H_ii|, for which
 * alpha &lt; 1/L suffices.
 *
 * <p>A partial derivative costs a full gradient: d of them a sweep, and so they are counted.
 */
public final class CoordinateDescent implements Optimizer {
  private final double alpha;

  /**
   * Creates the method with a step size.
   *
   * @param alpha the step size, positive
   */
  public CoordinateDescent(double alpha) {
    this.alpha = alpha;
  }

  CoordinateDescent(Config config, Problem problem) {
    this(config.step().resolve(problem));
  }

  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    int d = block.dimension();
    double[][] x = block.position();
    double[][] g = new double[d][];
    for (int k = 0; k < d; k++) {
      g[k] = block.scratch(k);
    }
    Axpy.add(-alpha, block.gradient()[0], x[0], block.lanes());
    for (int k = 1; k < d; k++) {
      oracle.gradient(x, g, block.lanes());
      Axpy.add(-alpha, g[k], x[k], block.lanes());
    }
  }

  /**
   * Configuration of {@link CoordinateDescent}.
   *
   * @param step the step size alpha
   */
  @Doc(
      value =
          "Cyclic coordinate descent: a step is a sweep x_i - alpha df/dx_i over all coordinates, at"
              + " the cost of d gradients.",
      example = "{type: coordinate-descent, step: {times-1-over-L: 0.9}}")
  public record Config(
      @Doc(value = StepDoc.MEANING, unit = StepDoc.UNIT, example = StepDoc.EXAMPLE)
          StepSize step) {}
}
