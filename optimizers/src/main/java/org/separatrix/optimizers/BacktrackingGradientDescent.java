package org.separatrix.optimizers;

import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/**
 * Gradient descent with Armijo's backtracking: a step at x tries the step sizes alpha, tau alpha,
 * tau^2 alpha, ... until f(x - alpha grad f(x)) &lt;= f(x) - c alpha |grad f(x)|^2.
 *
 * <p>A run begins each search with the step size that it came to in the one before, so that its
 * step sizes never grow. Of this stabilized search Mu&#x219;at and Boumal ("Gradient descent avoids
 * strict saddles with a simple line-search method too", arXiv:2507.13804, 2025) prove that, for
 * almost every first step size, almost no start leads to a strict saddle, without a bound on L. The
 * customary search begins with the first step size each time.
 *
 * <p>A run ends by itself where no step that still moves it is accepted.
 *
 * <p>Step sizes differ from run to run, so the method has no linearization.
 */
public final class BacktrackingGradientDescent implements Optimizer {
  private final BacktrackingConfig config;
  private final double first;

  /**
   * Creates the method.
   *
   * @param config its parameters
   * @param problem gives L, if the first step size needs it
   */
  public BacktrackingGradientDescent(BacktrackingConfig config, Problem problem) {
    this.config = config;
    first = config.step().resolve(problem);
  }

  @Override
  public int memory() {
    return 0;
  }

  @Override
  public int scalars() {
    return ArmijoSearch.SCALARS;
  }

  @Override
  public Optional<String> avoidanceTheorem() {
    return config.restart() ? Optional.empty() : Optional.of("Musat and Boumal 2025");
  }

  @Override
  public void start(Iterates block, int lane) {
    block.scalar(ArmijoSearch.STEP)[lane] = first;
    block.scalar(ArmijoSearch.VALUE)[lane] = Double.NaN;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    findValues(block, oracle);
    if (config.restart()) {
      double[] alpha = block.scalar(ArmijoSearch.STEP);
      for (int i = 0; i < block.lanes(); i++) {
        alpha[i] = first;
      }
    }
    new ArmijoSearch(block, oracle, config.shrink(), config.decrease()).step();
  }

  /** Evaluates f where runs have just begun. */
  private static void findValues(Iterates block, Oracle oracle) {
    double[] value = block.scalar(ArmijoSearch.VALUE);
    int[] fresh =
        IntStream.range(0, block.lanes()).filter(lane -> Double.isNaN(value[lane])).toArray();
    if (fresh.length > 0) {
      double[] f = new double[fresh.length];
      oracle.value(LaneGroup.gather(block.position(), fresh).x(), f, fresh.length);
      for (int j = 0; j < fresh.length; j++) {
        value[fresh[j]] = f[j];
        block.scalar(ArmijoSearch.MAGNITUDE)[fresh[j]] = Math.abs(f[j]);
      }
    }
  }
}
