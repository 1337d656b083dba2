package org.separatrix.api.objective;

import java.nio.DoubleBuffer;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Hands the lanes of a block to ND4J and takes the results back.
 *
 * <p>A point becomes a column of an array of doubles in 'f' order, which always has {@link #WIDTH}
 * columns, because a matrix product may round a column differently when their number changes;
 * columns without a lane repeat the first one. ND4J's matrix products are set to one thread: the
 * engine already uses every core, and a product split among threads may round differently.
 *
 * <p>An ND4J operation costs 4 to 20 microseconds and its first use a second, so this pays for
 * matrices with more than about a hundred rows.
 */
public final class LaneArrays {
  /** Number of columns of every array. */
  public static final int WIDTH = 64;

  static {
    useOneThread();
  }

  private LaneArrays() {}

  /** Sets ND4J's matrix products to one thread, for all of the program. */
  public static void useOneThread() {
    Nd4j.factory().blas().setMaxThreads(1);
  }

  /**
   * Computes a function of each lane.
   *
   * @param x points, {@code rows x lanes}; not modified
   * @param out receives the results, {@code results x lanes}
   * @param lanes number of points
   * @param function maps {@code rows x WIDTH} to {@code results x WIDTH}, or to a vector of length
   *     {@code WIDTH} if there is one result, column by column; its argument is reused, its result
   *     is closed if it owns its memory
   * @throws IllegalStateException if the function's result has another type or size
   */
  public static void map(
      double[][] x, double[][] out, int lanes, UnaryOperator<INDArray> function) {
    try (INDArray points =
        Nd4j.createUninitialized(DataType.DOUBLE, new long[] {x.length, WIDTH}, 'f')) {
      double[] columns = new double[Math.max(x.length, out.length) * WIDTH];
      for (int from = 0; from < lanes; from += WIDTH) {
        int count = Math.min(WIDTH, lanes - from);
        pack(x, from, count, columns);
        points.data().asNioDouble().put(columns, 0, x.length * WIDTH);
        INDArray result = function.apply(points);
        read(result, columns, out.length * WIDTH);
        if (result != points && result.closeable()) {
          result.close();
        }
        unpack(columns, out, from, count);
      }
    }
  }

  private static void pack(double[][] x, int from, int count, double[] columns) {
    int rows = x.length;
    for (int k = 0; k < rows; k++) {
      double[] row = x[k];
      for (int i = 0; i < count; i++) {
        columns[i * rows + k] = row[from + i];
      }
    }
    for (int i = count; i < WIDTH; i++) {
      System.arraycopy(columns, 0, columns, i * rows, rows);
    }
  }

  private static void unpack(double[] columns, double[][] out, int from, int count) {
    int rows = out.length;
    for (int k = 0; k < rows; k++) {
      double[] row = out[k];
      for (int i = 0; i < count; i++) {
        row[from + i] = columns[i * rows + k];
      }
    }
  }

  private static void read(INDArray array, double[] columns, int length) {
    if (array.dataType() != DataType.DOUBLE || array.length() != length) {
      throw new IllegalStateException(
          "expected %d doubles, got %s of %s%n"
                  .formatted(length, array.shapeInfoToString(), array.dataType())
              + "Maybe create arrays with DataType.DOUBLE; ND4J's default is FLOAT.");
    }
    if (array.ordering() == 'f' && !array.isView()) {
      DoubleBuffer values = array.data().asNioDouble();
      values.get(columns, 0, length);
    } else {
      try (INDArray copy = array.dup('f')) {
        copy.data().asNioDouble().get(columns, 0, length);
      }
    }
  }
}
