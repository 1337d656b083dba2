package org.separatrix.core.engine;

import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.Program;

/**
 * The slots of a {@link StepProgram}: first those of the gradient's program, which begin with
 * positions and gradients, then the memory of the method, then what the watch adds up.
 *
 * @param dimension number d of coordinates
 * @param gradientSlots number of slots of the gradient's program
 * @param memory number of memory vectors of the method
 * @param state number n of its state vectors
 */
record StepSlots(int dimension, int gradientSlots, int memory, int state) {
  static StepSlots of(Program gradient, LinearMethod method) {
    return new StepSlots(gradient.inputs(), gradient.slots(), method.memory(), method.b().length);
  }

  int position(int k) {
    return k;
  }

  int gradient(int k) {
    return dimension + k;
  }

  int memory(int j, int k) {
    return gradientSlots + j * dimension + k;
  }

  /** Returns the slot of coordinate k of a state vector, the first of which may be the position. */
  int state(int j, int k) {
    if (!positionIsState()) {
      return memory(j, k);
    }
    return j == 0 ? position(k) : memory(j - 1, k);
  }

  /** Tells whether the first state vector is the position. */
  boolean positionIsState() {
    return memory == state - 1;
  }

  /** Returns the slot of the next value of a state vector until all are known. */
  int next(int j) {
    return memory(memory, 0) + j;
  }

  /** Returns the slot of the first term of the slack. */
  int floor() {
    return next(state);
  }

  /** Returns the slot in which the squares of the gradient are added up. */
  int slack() {
    return floor() + 1;
  }

  /** Returns the slot in which the squares of the position are added up. */
  int square() {
    return slack() + 1;
  }

  int count() {
    return square() + 1;
  }
}
