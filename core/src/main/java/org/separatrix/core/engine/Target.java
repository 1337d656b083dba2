package org.separatrix.core.engine;

import java.util.List;

/** What a run is to reach, by its position. */
public sealed interface Target {
  /**
   * Tells whether a lane has reached it. What is not a number has not.
   *
   * @param x positions, {@code d x lanes}; not modified
   * @param gradient gradients there; not modified
   * @param value values there, where {@link #needsValue}; not modified
   * @param lane the lane
   */
  boolean isReached(double[][] x, double[][] gradient, double[] value, int lane);

  /** Tells whether the value of the objective decides. */
  default boolean needsValue() {
    return false;
  }

  /**
   * A small gradient.
   *
   * @param tolerance largest Euclidean norm, at least 0
   */
  record GradientNorm(double tolerance) implements Target {
    @Override
    public boolean isReached(double[][] x, double[][] gradient, double[] value, int lane) {
      return Norm.of(gradient, lane) <= tolerance;
    }
  }

  /**
   * A low value.
   *
   * @param level largest value
   */
  record Value(double level) implements Target {
    @Override
    public boolean isReached(double[][] x, double[][] gradient, double[] value, int lane) {
      return value[lane] <= level && value[lane] > Double.NEGATIVE_INFINITY;
    }

    @Override
    public boolean needsValue() {
      return true;
    }
  }

  /**
   * A position near one of some points.
   *
   * @param radius largest Euclidean distance, at least 0
   * @param points the points, each of length d, at least one
   */
  record Distance(double radius, List<double[]> points) implements Target {
    /** Copies the points. */
    public Distance {
      points = points.stream().map(double[]::clone).toList();
    }

    @Override
    public boolean isReached(double[][] x, double[][] gradient, double[] value, int lane) {
      // Most coordinates of most positions need no look: the first few are far enough.
      double far = 2 * radius * radius;
      for (double[] point : points) {
        double sum = 0;
        for (int k = 0; k < point.length && !(sum > far); k++) {
          double difference = x[k][lane] - point[k];
          sum += difference * difference;
        }
        if (Math.sqrt(sum) <= radius) {
          return true;
        }
      }
      return false;
    }
  }
}
