package org.separatrix.api.analysis;

/**
 * The outcome of an ensemble, by run number. The arrays belong to this object and are read only.
 *
 * @param first number of the first run
 * @param start starting points, {@code d x n}
 * @param end positions at which the runs stopped, {@code d x n}
 * @param memory the method's memory vectors when the runs stopped, {@code memory x d x n}
 * @param scalars the method's scalars when the runs stopped, {@code scalars x n}
 * @param value f at the ends, n
 * @param gradientNorm Euclidean norm of the gradient at the ends, n
 * @param steps number of steps taken, n
 * @param termination why each run stopped, n
 * @param gradientEvaluations gradients evaluated for these runs, one for each position and what the
 *     method asked for besides
 * @param valueEvaluations values that the method asked for
 */
public record Runs(
    long first,
    double[][] start,
    double[][] end,
    double[][][] memory,
    double[][] scalars,
    double[] value,
    double[] gradientNorm,
    long[] steps,
    Termination[] termination,
    long gradientEvaluations,
    long valueEvaluations) {

  /**
   * Creates the outcome of runs of a method without memory.
   *
   * @param first number of the first run
   * @param start starting points, {@code d x n}
   * @param end positions at which the runs stopped, {@code d x n}
   * @param value f at the ends, n
   * @param gradientNorm Euclidean norm of the gradient at the ends, n
   * @param steps number of steps taken, n
   * @param termination why each run stopped, n
   * @param gradientEvaluations gradients evaluated for these runs
   * @param valueEvaluations values that the method asked for
   */
  public Runs(
      long first,
      double[][] start,
      double[][] end,
      double[] value,
      double[] gradientNorm,
      long[] steps,
      Termination[] termination,
      long gradientEvaluations,
      long valueEvaluations) {
    this(
        first,
        start,
        end,
        new double[0][][],
        new double[0][],
        value,
        gradientNorm,
        steps,
        termination,
        gradientEvaluations,
        valueEvaluations);
  }

  /** Returns the number of runs n. */
  public int size() {
    return steps.length;
  }

  /** Returns the number of coordinates d. */
  public int dimension() {
    return end.length;
  }

  /**
   * Returns the end of a run, fresh.
   *
   * @param index position in the arrays
   */
  public double[] endOf(int index) {
    return column(end, index);
  }

  /**
   * Returns the start of a run, fresh.
   *
   * @param index position in the arrays
   */
  public double[] startOf(int index) {
    return column(start, index);
  }

  private static double[] column(double[][] points, int index) {
    double[] point = new double[points.length];
    for (int k = 0; k < point.length; k++) {
      point[k] = points[k][index];
    }
    return point;
  }
}
