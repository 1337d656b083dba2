package org.separatrix.api.objective;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An objective made of matrix products, written with ND4J arrays: a point per column, {@link
 * #WIDTH} columns, see {@link LaneArrays}.
 */
public abstract class ArrayObjective implements Objective {
  /** Number of columns of every array handed to a subclass. */
  public static final int WIDTH = LaneArrays.WIDTH;

  /** For subclasses. */
  protected ArrayObjective() {}

  /**
   * Evaluates f at each column. Called from several threads at once.
   *
   * @param x points, {@code d x WIDTH}; not modified
   * @return the values, {@code 1 x WIDTH} or {@code WIDTH}; closed by the caller
   */
  protected abstract INDArray value(INDArray x);

  /**
   * Evaluates the gradient at each column. Called from several threads at once.
   *
   * @param x points, {@code d x WIDTH}; not modified
   * @return the gradients, {@code d x WIDTH}; closed by the caller
   */
  protected abstract INDArray gradient(INDArray x);

  @Override
  public final int laneGroup() {
    return WIDTH;
  }

  @Override
  public final void value(double[][] x, double[] f, int lanes) {
    LaneArrays.map(x, new double[][] {f}, lanes, this::value);
  }

  @Override
  public final void gradient(double[][] x, double[][] g, int lanes) {
    LaneArrays.map(x, g, lanes, this::gradient);
  }
}
