package org.separatrix.core.engine;

import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;

/** Makes step maps. */
public final class StepMaps {
  private StepMaps() {}

  /**
   * Returns the map that a method iterates on an objective.
   *
   * @param objective the function
   * @param optimizer the method
   * @throws IllegalArgumentException if the method draws random numbers
   */
  public static StepMap of(Objective objective, Optimizer optimizer) {
    requireMap(optimizer);
    return optimizer instanceof LinearMethod method
        ? new LinearStepMap(objective, method)
        : new BlockStepMap(objective, optimizer);
  }

  /**
   * Returns the map as runs compute it, with the same roundings. Its states are the position, the
   * memory vectors and then the numbers that the method keeps, whatever the method is.
   *
   * @param objective the function
   * @param optimizer the method
   * @throws IllegalArgumentException if the method draws random numbers
   */
  public static StepMap computed(Objective objective, Optimizer optimizer) {
    requireMap(optimizer);
    return new BlockStepMap(objective, optimizer);
  }

  private static void requireMap(Optimizer optimizer) {
    if (!optimizer.isDeterministic()) {
      throw new IllegalArgumentException(
          "%s draws random numbers, so it does not iterate a map"
              .formatted(optimizer.getClass().getSimpleName()));
    }
  }
}
