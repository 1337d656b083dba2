package org.separatrix.core.precision;

import java.util.Optional;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/**
 * A method in IEEE single precision, p = 24.
 *
 * <p>Positions and memory are floats at all times. The gradient of a formula is computed by its
 * program in float, each operation rounded; that of another objective in double and rounded once.
 * The update of a {@link LinearMethod} is computed in float, with the same fused operations as in
 * double and with coefficients rounded to float; that of another method in double, and what it
 * leaves is rounded.
 *
 * <p>The gradients that the engine's stop rule looks at stay in double, at the float positions.
 */
public final class SinglePrecision implements Optimizer {
  private final Optimizer method;
  private final SingleGradient gradient;
  private final Optional<SingleUpdate> update;

  /**
   * Creates the method.
   *
   * @param method the method in double precision
   * @param objective the function that it minimises
   */
  public SinglePrecision(Optimizer method, Objective objective) {
    this.method = method;
    gradient = SingleGradient.of(objective);
    update =
        method instanceof LinearMethod linear
            ? Optional.of(new SingleUpdate(linear))
            : Optional.empty();
  }

  /** Returns the method in double precision. */
  public Optimizer method() {
    return method;
  }

  @Override
  public int memory() {
    return method.memory();
  }

  @Override
  public int scalars() {
    return method.scalars();
  }

  @Override
  public void start(Iterates block, int lane) {
    for (double[] row : block.position()) {
      row[lane] = (float) row[lane];
    }
    method.start(block, lane);
    for (int j = 0; j < memory(); j++) {
      for (double[] row : block.memory(j)) {
        row[lane] = (float) row[lane];
      }
    }
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    double[][] slope = new double[block.dimension()][block.lanes()];
    gradient.at(block.position(), slope, block.lanes());
    if (update.isPresent()) {
      update.get().step(block, slope);
      return;
    }
    method.step(new RoundedIterates(block, slope), new RoundedOracle(oracle, gradient));
    round(block.position(), block.lanes());
    for (int j = 0; j < memory(); j++) {
      round(block.memory(j), block.lanes());
    }
    for (int j = 0; j < scalars(); j++) {
      round(new double[][] {block.scalar(j)}, block.lanes());
    }
  }

  @Override
  public Optional<Linearization> linearization() {
    return method.linearization();
  }

  @Override
  public boolean isDeterministic() {
    return method.isDeterministic();
  }

  static void round(double[][] rows, int lanes) {
    for (double[] row : rows) {
      for (int i = 0; i < lanes; i++) {
        row[i] = (float) row[i];
      }
    }
  }
}
