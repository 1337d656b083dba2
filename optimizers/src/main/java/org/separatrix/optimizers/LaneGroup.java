package org.separatrix.optimizers;

import java.util.Arrays;
import java.util.function.IntPredicate;
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
    int[] lanes = new int[candidates.length];
    int count = 0;
    for (int lane : candidates) {
      if (chosen.test(lane)) {
        lanes[count++] = lane;
      }
    }
    lanes = Arrays.copyOf(lanes, count);
    double[][] from = block.position();
    double[][] x = new double[block.dimension()][lanes.length];
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
