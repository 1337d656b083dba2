package org.separatrix.optimizers;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.separatrix.api.optimizer.Iterates;

/** Some lanes of a block, copied into a small block of their own. */
final class LaneGroup {
  private final int[] lanes;
  private final double[][] x;

  private LaneGroup(int[] lanes, double[][] x) {
    this.lanes = lanes;
    this.x = x;
  }

  /**
   * Copies the positions of some lanes.
   *
   * @param block the block; not modified
   * @param candidates lanes, ascending
   * @param chosen tells which of them
   */
  static LaneGroup gather(Iterates block, int[] candidates, IntPredicate chosen) {
    return gather(block.position(), IntStream.of(candidates).filter(chosen).toArray());
  }

  /**
   * Copies some lanes.
   *
   * @param from coordinates, {@code d x lanes}; not modified
   * @param lanes which of them, ascending; not copied
   */
  static LaneGroup gather(double[][] from, int[] lanes) {
    double[][] x = new double[from.length][lanes.length];
    for (int k = 0; k < x.length; k++) {
      for (int j = 0; j < lanes.length; j++) {
        x[k][j] = from[k][lanes[j]];
      }
    }
    return new LaneGroup(lanes, x);
  }

  int size() {
    return lanes.length;
  }

  /** Returns the lane of the block that a lane of this group was copied from. */
  int lane(int j) {
    return lanes[j];
  }

  /** Returns the copied coordinates, {@code d x size}, to be overwritten at will. */
  double[][] x() {
    return x;
  }

  /** Copies the coordinates into the lanes of a block that they came from. */
  void scatter(double[][] to) {
    for (int k = 0; k < x.length; k++) {
      for (int j = 0; j < lanes.length; j++) {
        to[k][lanes[j]] = x[k][j];
      }
    }
  }
}
