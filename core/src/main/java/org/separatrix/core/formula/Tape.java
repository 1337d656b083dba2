package org.separatrix.core.formula;

import java.util.List;

/**
 * A straight line of operations that computes some expressions at many points, in structure of
 * arrays.
 *
 * <p>Slots 0 ... d-1 hold the coordinates, the next m the outputs, the rest intermediate results.
 * Each instruction is one loop over the lanes. Lanes do not see each other, so what comes out for
 * one depends neither on their number nor on its place among them.
 *
 * <p>One tape serves all threads; each has its own {@link Workspace}.
 */
final class Tape {
  /**
   * Largest number of lanes worked on at once; larger blocks are cut into tiles of half as many.
   */
  static final int LANES = 1024;

  private static final int TILE = LANES / 2;
  private static final double[] NOTHING = {};

  private final int inputs;
  private final int outputs;
  private final int registers;
  private final Instruction[] instructions;
  private final ThreadLocal<Workspace> workspaces;
  private final ThreadLocal<double[]> points;

  Tape(int inputs, int outputs, int registers, List<Instruction> instructions) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.registers = registers;
    this.instructions = instructions.toArray(new Instruction[0]);
    workspaces = ThreadLocal.withInitial(() -> new Workspace(inputs, outputs, registers));
    points = ThreadLocal.withInitial(() -> new double[inputs + outputs + registers]);
  }

  /** Returns the number of arrays for intermediate results. */
  int registers() {
    return registers;
  }

  /** Returns the instructions in order. */
  List<Instruction> instructions() {
    return List.of(instructions);
  }

  /**
   * Evaluates at each lane.
   *
   * @param x coordinates, {@code d x lanes}; not modified
   * @param out receives the results, {@code m x lanes}; shares no array with {@code x}
   * @param lanes number of points
   */
  void evaluate(double[][] x, double[][] out, int lanes) {
    Workspace workspace = workspaces.get();
    if (lanes <= LANES) {
      double[][] slots = workspace.bind(x, out, lanes);
      run(slots, lanes);
      workspace.release();
      return;
    }
    for (int from = 0; from < lanes; from += TILE) {
      int count = Math.min(TILE, lanes - from);
      double[][] slots = workspace.load(x, from, count);
      run(slots, count);
      workspace.store(out, from, count);
    }
  }

  /**
   * Evaluates the only output at each lane.
   *
   * @param x coordinates, {@code d x lanes}; not modified
   * @param out receives the result, {@code lanes}; not one of {@code x}
   * @param lanes number of points
   */
  void evaluate(double[][] x, double[] out, int lanes) {
    double[][] only = workspaces.get().only;
    only[0] = out;
    evaluate(x, only, lanes);
    only[0] = NOTHING;
  }

  private void run(double[][] slots, int lanes) {
    for (Instruction instruction : instructions) {
      BlockKernels.run(instruction, slots, lanes);
    }
  }

  /**
   * Evaluates at one point, with the same results as on a block.
   *
   * @param x the point, length d; not modified
   * @param out receives the results, length m
   */
  void evaluate(double[] x, double[] out) {
    double[] slots = points.get();
    System.arraycopy(x, 0, slots, 0, inputs);
    for (Instruction instruction : instructions) {
      slots[instruction.target()] =
          instruction
              .operation()
              .apply(
                  operand(slots, instruction.a()),
                  operand(slots, instruction.b()),
                  operand(slots, instruction.c()),
                  instruction.constant());
    }
    System.arraycopy(slots, inputs, out, 0, outputs);
  }

  private static double operand(double[] slots, int index) {
    return index == Instruction.NONE ? 0 : slots[index];
  }
}
