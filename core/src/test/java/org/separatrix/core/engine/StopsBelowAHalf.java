package org.separatrix.core.engine;

import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/** Shrinks x by a tenth in each step, asks for two values, and ends the run once x is below 1/2. */
final class StopsBelowAHalf implements Optimizer {
  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    oracle.value(block.position(), block.scratch(0), block.lanes());
    oracle.value(block.position(), block.scratch(3), block.lanes());
    for (int i = 0; i < block.lanes(); i++) {
      block.position()[0][i] *= 0.9;
      if (block.position()[0][i] < 0.5) {
        block.stop(i);
      }
    }
  }
}
