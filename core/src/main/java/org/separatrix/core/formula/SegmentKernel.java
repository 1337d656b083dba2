package org.separatrix.core.formula;

/** A compiled {@link Segment}. Serves several threads at once. */
public interface SegmentKernel {
  /**
   * Computes the segment at each lane.
   *
   * @param slots the arrays of the program's slots; those that the segment assigns are overwritten
   * @param at the slots that the segment reads and assigns, in the order of its source
   * @param constants the numbers in its instructions, in the order of its source
   * @param lanes number of points
   */
  void run(double[][] slots, int[] at, double[] constants, int lanes);
}
