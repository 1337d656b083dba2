package org.separatrix.api.optimizer;

import java.util.Optional;

/**
 * A first-order method: one step, as a pure update of the state of a block of runs.
 *
 * <p>The engine owns the loop. Before each step it evaluates the gradient at every lane's position
 * and retires the lanes that are done; then it asks the method for the next positions. All state of
 * a run lives in the {@link Iterates}: an instance is shared by all threads and has none of its
 * own. What happens to a lane depends on that lane alone, to the last bit.
 */
public interface Optimizer {
  /** Returns how many vectors of length d a run keeps beside its position. */
  int memory();

  /** Returns how many numbers a run keeps beside its position and its memory vectors. */
  default int scalars() {
    return 0;
  }

  /**
   * Sets up the memory of a fresh run, whose position is the starting point and whose memory is all
   * zero.
   *
   * @param block the block
   * @param lane the lane to set up
   */
  default void start(Iterates block, int lane) {}

  /**
   * Takes one step: reads positions, gradients and memory, overwrites positions and memory.
   *
   * @param block the state of the runs
   * @param oracle further values and gradients, at points of the method's choosing
   */
  void step(Iterates block, Oracle oracle);

  /**
   * Returns the linearization of the step at a critical point, if there is one. Without it the
   * predictions that need it are answered with "hypotheses not met".
   */
  default Optional<Linearization> linearization() {
    return Optional.empty();
  }

  /**
   * Tells whether equal states always step to equal states, which the stable manifold theorem
   * supposes.
   */
  default boolean isDeterministic() {
    return true;
  }

  /**
   * Returns the theorem by which almost no start leads this method to a strict saddle of a twice
   * continuously differentiable function, where that does not rest on one map and its
   * linearization, as the stable manifold theorem does. Predictions take the method's word for it.
   *
   * @return where it is proven, such as "Musat and Boumal 2025"
   */
  default Optional<String> avoidanceTheorem() {
    return Optional.empty();
  }
}
