package org.separatrix.core.engine;

import java.util.stream.Stream;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.optimizer.Iterates;

/**
 * All that a method knows of some runs. The arrays are not copied and read only.
 *
 * @param position positions, {@code d x n}
 * @param memory the method's memory vectors, {@code memory x d x n}
 * @param scalars the method's scalars, {@code scalars x n}
 */
public record States(double[][] position, double[][][] memory, double[][] scalars) {
  /**
   * Returns the states in which some runs stopped.
   *
   * @param runs the runs; not modified
   * @param indices which of them
   */
  public static States of(Runs runs, int[] indices) {
    return new States(
        columns(runs.end(), indices, indices.length),
        Stream.of(runs.memory())
            .map(vector -> columns(vector, indices, indices.length))
            .toArray(double[][][]::new),
        columns(runs.scalars(), indices, indices.length));
  }

  /**
   * Returns some columns of rows.
   *
   * @param rows the rows; not modified
   * @param indices the columns
   * @param count how many of these
   */
  public static double[][] columns(double[][] rows, int[] indices, int count) {
    double[][] columns = new double[rows.length][count];
    for (int k = 0; k < rows.length; k++) {
      double[] row = rows[k];
      for (int j = 0; j < count; j++) {
        columns[k][j] = row[indices[j]];
      }
    }
    return columns;
  }

  /** Makes a lane remember what a run does, whose position it has already. */
  void remember(int index, Iterates block, int lane) {
    for (int j = 0; j < memory.length; j++) {
      double[][] vector = block.memory(j);
      for (int k = 0; k < vector.length; k++) {
        vector[k][lane] = memory[j][k][index];
      }
    }
    for (int j = 0; j < scalars.length; j++) {
      block.scalar(j)[lane] = scalars[j][index];
    }
  }
}
