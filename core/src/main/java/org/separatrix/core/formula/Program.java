package org.separatrix.core.formula;

import java.util.List;

/**
 * A straight line of operations that computes some expressions at a point.
 *
 * <p>Slots 0 ... d-1 hold the coordinates and are not written; the next m receive the outputs, the
 * rest intermediate results, each slot several in turn.
 *
 * @param inputs number d of coordinates
 * @param outputs number m of results
 * @param registers number of slots for intermediate results
 * @param instructions what to do, in order
 */
public record Program(int inputs, int outputs, int registers, List<Instruction> instructions) {
  /** Copies the list. */
  public Program {
    instructions = List.copyOf(instructions);
  }

  /** Returns the number of slots. */
  public int slots() {
    return inputs + outputs + registers;
  }

  /** Tells whether a slot receives a result. */
  boolean isOutput(int slot) {
    return slot >= inputs && slot < inputs + outputs;
  }
}
