package org.separatrix.core.start;

import java.util.random.RandomGenerator;

/** Draws uniform directions, by normalising a standard normal vector. */
final class Direction {
  private Direction() {}

  /**
   * Draws a vector of length 1.
   *
   * @param random random numbers
   * @param x receives the vector
   */
  static void draw(RandomGenerator random, double[] x) {
    double square;
    do {
      square = 0;
      for (int k = 0; k < x.length; k++) {
        x[k] = random.nextGaussian();
        square = Math.fma(x[k], x[k], square);
      }
    } while (square == 0);
    double norm = Math.sqrt(square);
    for (int k = 0; k < x.length; k++) {
      x[k] /= norm;
    }
  }
}
