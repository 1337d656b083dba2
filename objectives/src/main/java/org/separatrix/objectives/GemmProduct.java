package org.separatrix.objectives;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.separatrix.api.objective.LaneArrays;

/**
 * A product of a matrix with the points of a block by ND4J. Its last bits depend on the kind of
 * processor.
 *
 * <p>In structure of arrays the points of a block are the rows of a matrix in 'f' order, whose
 * columns are the arrays of the coordinates. So nothing is transposed: the block is multiplied by
 * the symmetric matrix from the right. The block always has {@link #WIDTH} rows, because a product
 * may round otherwise when their number changes.
 */
final class GemmProduct implements LaneProduct {
  /** With 64 rows the product runs at 70 to 90% of its largest speed, with 128 at 90%. */
  private static final int WIDTH = 128;

  private final INDArray matrix;
  private final int n;

  GemmProduct(double[][] matrix) {
    n = matrix.length;
    double[] columns = new double[n * n];
    for (int j = 0; j < n; j++) {
      System.arraycopy(matrix[j], 0, columns, j * n, n);
    }
    LaneArrays.useOneThread();
    this.matrix = Nd4j.create(columns, new long[] {n, n}, new long[] {1, n}, 'f', DataType.DOUBLE);
  }

  @Override
  public int laneGroup() {
    return WIDTH;
  }

  @Override
  public void multiply(double[][] x, double[][] out, int lanes) {
    int vectors = x.length / n;
    long[] shape = {(long) vectors * WIDTH, n};
    try (INDArray points = Nd4j.createUninitialized(DataType.DOUBLE, shape, 'f');
        INDArray products = Nd4j.createUninitialized(DataType.DOUBLE, shape, 'f')) {
      DoubleBuffer in = points.data().asNioDouble();
      DoubleBuffer result = products.data().asNioDouble();
      double[] column = new double[WIDTH];
      for (int from = 0; from < lanes; from += WIDTH) {
        int count = Math.min(WIDTH, lanes - from);
        Arrays.fill(column, count, WIDTH, 0);
        for (int row = 0; row < x.length; row++) {
          System.arraycopy(x[row], from, column, 0, count);
          in.position(start(row, vectors)).put(column);
        }
        points.mmuli(matrix, products);
        for (int row = 0; row < x.length; row++) {
          result.position(start(row, vectors)).get(out[row], from, count);
        }
      }
    }
  }

  /** Vector v of a lane stands below vector v - 1 in each column. */
  private int start(int row, int vectors) {
    return (row % n * vectors + row / n) * WIDTH;
  }
}
