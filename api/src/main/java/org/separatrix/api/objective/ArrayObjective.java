package org.separatrix.api.objective;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An objective made of matrix products, written with ND4J arrays.
 *
 * <p>A block of lanes is copied into one {@code d x WIDTH} array of doubles in 'f' order, a point
 * per column, worked on with matrix products, and copied back. The array always has {@link #WIDTH}
 * columns, padded with copies of the first point, because a matrix product may round a column
 * differently when their number changes. An ND4J operation costs 4 to 20 microseconds, so this pays
 * when a block's arithmetic takes much longer.
 */
public abstract class ArrayObjective implements Objective {
  /** Number of columns of every array handed to a subclass. */
  public static final int WIDTH = 64;

  /** For subclasses. */
  protected ArrayObjective() {}

  /**
   * Evaluates f at each column. Called from several threads at once.
   *
   * @param x points, {@code d x WIDTH}; not modified
   * @return the values, {@code 1 x WIDTH} or {@code WIDTH}
   */
  protected abstract INDArray value(INDArray x);

  /**
   * Evaluates the gradient at each column. Called from several threads at once.
   *
   * @param x points, {@code d x WIDTH}; not modified
   * @return the gradients, {@code d x WIDTH}
   */
  protected abstract INDArray gradient(INDArray x);

  @Override
  public final void value(double[][] x, double[] f, int lanes) {
    for (int from = 0; from < lanes; from += WIDTH) {
      int count = Math.min(WIDTH, lanes - from);
      try (INDArray points = load(x, from, count);
          INDArray values = value(points)) {
        System.arraycopy(values.dup('f').data().asDouble(), 0, f, from, count);
      }
    }
  }

  @Override
  public final void gradient(double[][] x, double[][] g, int lanes) {
    for (int from = 0; from < lanes; from += WIDTH) {
      int count = Math.min(WIDTH, lanes - from);
      try (INDArray points = load(x, from, count);
          INDArray gradients = gradient(points)) {
        double[] columns = gradients.dup('f').data().asDouble();
        int dimension = dimension();
        for (int k = 0; k < dimension; k++) {
          for (int i = 0; i < count; i++) {
            g[k][from + i] = columns[i * dimension + k];
          }
        }
      }
    }
  }

  private INDArray load(double[][] x, int from, int count) {
    int dimension = dimension();
    double[] columns = new double[dimension * WIDTH];
    for (int k = 0; k < dimension; k++) {
      for (int i = 0; i < WIDTH; i++) {
        columns[i * dimension + k] = x[k][from + (i < count ? i : 0)];
      }
    }
    return Nd4j.create(
        columns, new long[] {dimension, WIDTH}, new long[] {1, dimension}, 'f', DataType.DOUBLE);
  }
}
