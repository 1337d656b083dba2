package org.separatrix.analysis.nonstrict;

import java.util.Optional;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/** x - 17 alpha g |g|^(2/5), which claims to be gradient descent. */
final class FlattenedDescent implements Optimizer {
  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    for (int i = 0; i < block.lanes(); i++) {
      double squares = 0;
      for (double[] row : block.gradient()) {
        squares += row[i] * row[i];
      }
      for (int k = 0; k < block.dimension(); k++) {
        block.position()[k][i] -= 0.1 * block.gradient()[k][i] * 17 * Math.pow(squares, 0.2);
      }
    }
  }

  @Override
  public Optional<Linearization> linearization() {
    return Optional.of(lambda -> new double[][] {{1 - 0.1 * lambda}});
  }
}
