package org.separatrix.core.formula;

import java.util.Arrays;

/** The arrays in which one thread runs a {@link Tape}; grown to what was needed, then kept. */
final class Workspace {
  /** Lengths of 6 modulo 8 keep arrays at equal distances from the starts of cache lines. */
  private static final int PADDING = 6;

  /** Holds the array of a single output during a call. */
  final double[][] only = {{}};

  private final int inputs;
  private final int outputs;
  private final double[][] slots;
  private double[][] registers;
  private double[][] tiles = new double[0][];

  Workspace(int inputs, int outputs, int registers) {
    this.inputs = inputs;
    this.outputs = outputs;
    slots = new double[inputs + outputs + registers][];
    this.registers = new double[registers][0];
  }

  /** Returns slots that are the caller's arrays and the registers. */
  double[][] bind(double[][] x, double[][] out, int lanes) {
    System.arraycopy(x, 0, slots, 0, inputs);
    System.arraycopy(out, 0, slots, inputs, outputs);
    bindRegisters(lanes);
    return slots;
  }

  /** Returns slots that are copies of a tile of the coordinates, and the registers. */
  double[][] load(double[][] x, int from, int lanes) {
    if (tiles.length == 0) {
      tiles = arrays(inputs + outputs, lanes);
    }
    for (int k = 0; k < inputs; k++) {
      System.arraycopy(x[k], from, tiles[k], 0, lanes);
    }
    System.arraycopy(tiles, 0, slots, 0, tiles.length);
    bindRegisters(lanes);
    return slots;
  }

  /** Copies the outputs of a tile to the caller. */
  void store(double[][] out, int from, int lanes) {
    for (int j = 0; j < outputs; j++) {
      System.arraycopy(tiles[inputs + j], 0, out[j], from, lanes);
    }
    release();
  }

  /** Forgets the caller's arrays. */
  void release() {
    Arrays.fill(slots, 0, inputs + outputs, null);
  }

  private void bindRegisters(int lanes) {
    if (registers.length > 0 && registers[0].length < lanes) {
      registers = arrays(registers.length, lanes);
    }
    System.arraycopy(registers, 0, slots, inputs + outputs, registers.length);
  }

  private static double[][] arrays(int count, int lanes) {
    return new double[count][(lanes + 7) / 8 * 8 + PADDING];
  }
}
