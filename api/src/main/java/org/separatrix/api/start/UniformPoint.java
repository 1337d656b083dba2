package org.separatrix.api.start;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.separatrix.api.random.LaneRandom;

/** Draws points that are uniform in a set. */
public final class UniformPoint {
  /** In up to three dimensions a point of the cube is in the ball with probability 0.5 or more. */
  private static final int FEW = 3;

  private UniformPoint() {}

  /**
   * Draws a point of a ball around the origin.
   *
   * <p>In up to three dimensions it is drawn from the cube until it is in the ball. In more, the
   * first d coordinates of a uniform point of the unit sphere in R^{d+2} are uniform in the unit
   * ball of R^d (Harman and Lacko, J. Multivariate Anal. 101, 2010), which takes no d-th root.
   *
   * @param random random numbers
   * @param radius radius of the ball
   * @param point receives the point, length d
   */
  public static void ofBall(RandomGenerator random, double radius, double[] point) {
    if (point.length <= FEW) {
      drawFromCube(random, point);
      for (int k = 0; k < point.length; k++) {
        point[k] *= radius;
      }
      return;
    }
    double squares = 0;
    for (int k = 0; k < point.length; k++) {
      point[k] = random.nextGaussian();
      squares += point[k] * point[k];
    }
    double first = random.nextGaussian();
    double second = random.nextGaussian();
    double factor = radius / Math.sqrt(squares + first * first + second * second);
    for (int k = 0; k < point.length; k++) {
      point[k] *= factor;
    }
  }

  /**
   * Draws a point for each of several runs, the same as {@link #ofBall(RandomGenerator, double,
   * double[])} does one by one.
   *
   * @param random random numbers, a stream for each point
   * @param radius radius of the ball
   * @param points receives the points, {@code d x lanes}
   * @param first the lane of the first point
   */
  public static void ofBall(LaneRandom random, double radius, double[][] points, int first) {
    double[] factor = new double[random.count()];
    if (points.length <= FEW) {
      drawFromCube(random, points, first, factor);
      Arrays.fill(factor, radius);
    } else {
      drawNormal(random, points, first, factor);
      divideByRoots(radius, factor);
    }
    for (double[] coordinate : points) {
      multiply(coordinate, first, factor);
    }
  }

  /** Draws points of the cube until those of all runs are in the unit ball. */
  private static void drawFromCube(
      LaneRandom random, double[][] points, int first, double[] squares) {
    for (double[] coordinate : points) {
      random.nextDoubles(coordinate, first);
      stretch(coordinate, first, squares.length);
      addSquares(coordinate, first, squares);
    }
    double[] point = new double[points.length];
    for (int i = 0; i < squares.length; i++) {
      if (squares[i] > 1) {
        drawFromCube(random.stream(i), point);
        for (int k = 0; k < point.length; k++) {
          points[k][first + i] = point[k];
        }
      }
    }
  }

  /** Draws d of d + 2 normal coordinates, and adds up the squares of all. */
  private static void drawNormal(
      LaneRandom random, double[][] points, int first, double[] squares) {
    for (double[] coordinate : points) {
      random.nextGaussians(coordinate, first);
      addSquares(coordinate, first, squares);
    }
    double[] further = new double[squares.length];
    for (int n = 0; n < 2; n++) {
      random.nextGaussians(further, 0);
      addSquares(further, 0, squares);
    }
  }

  /** Maps [0, 1) to [-1, 1). */
  private static void stretch(double[] x, int first, int count) {
    for (int i = first; i < first + count; i++) {
      x[i] = 2 * x[i] - 1;
    }
  }

  private static void addSquares(double[] x, int first, double[] squares) {
    for (int i = 0; i < squares.length; i++) {
      squares[i] += x[first + i] * x[first + i];
    }
  }

  private static void divideByRoots(double radius, double[] squares) {
    for (int i = 0; i < squares.length; i++) {
      squares[i] = radius / Math.sqrt(squares[i]);
    }
  }

  private static void multiply(double[] x, int first, double[] factor) {
    for (int i = 0; i < factor.length; i++) {
      x[first + i] *= factor[i];
    }
  }

  /** Draws points of the cube until one is in the unit ball. */
  private static void drawFromCube(RandomGenerator random, double[] point) {
    double squares = 2;
    while (squares > 1) {
      squares = 0;
      for (int k = 0; k < point.length; k++) {
        point[k] = 2 * random.nextDouble() - 1;
        squares += point[k] * point[k];
      }
    }
  }
}
