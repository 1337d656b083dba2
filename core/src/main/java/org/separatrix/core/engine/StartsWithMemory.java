package org.separatrix.core.engine;

import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.start.StartDistribution;

/** Starts at which a method knows something else than it does at rest there. */
interface StartsWithMemory extends StartDistribution {
  /**
   * Sets memory and scalars of a run that the method has just put at rest.
   *
   * @param run its number
   * @param block receives them
   * @param lane the run's lane there
   */
  void setMemory(long run, Iterates block, int lane);
}
