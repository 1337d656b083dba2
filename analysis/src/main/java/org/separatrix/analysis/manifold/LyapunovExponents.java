package org.separatrix.analysis.manifold;

import java.util.random.RandomGenerator;

/**
 * The Lyapunov exponents of a linear map J and the directions that belong to them.
 *
 * <p>A frame of m perturbations is carried along by J and made orthonormal again every few steps;
 * the mean logarithm of the lengths that are lost or gained is the exponent (Benettin, Galgani,
 * Giorgilli and Strelcyn, Meccanica 15, 1980). At a fixed point J is the same in every step, so the
 * exponents are ln |z| of its eigenvalues, and the first n columns of the frame tend to the space
 * of the n most expanding directions.
 *
 * <p>The sign of an exponent is decided when it has acted for so long that it stands {@value
 * #DECISIVE} e-foldings from zero: by then the frame has separated growing from shrinking
 * directions by as much.
 *
 * @param exponents per step of the map, descending up to what has not yet converged, length m
 * @param frame the orthonormal frame
 * @param steps number of steps that the exponents are means over
 */
record LyapunovExponents(double[] exponents, SquareMatrix frame, double steps) {
  private static final double DECISIVE = 12;

  /** Growth or decay of the map between two orthonormalizations. */
  private static final double LARGEST_POWER = 1e4;

  private static final int MOST_SQUARINGS = 16;
  private static final int FIRST_CHECK = 8;
  private static final double WORK = 1e8;

  /**
   * Computes the exponents.
   *
   * @param jacobian J; not modified
   * @param random draws the first frame
   */
  static LyapunovExponents of(SquareMatrix jacobian, RandomGenerator random) {
    int m = jacobian.dimension();
    SquareMatrix power = jacobian;
    double stride = 1;
    for (int i = 0; i < MOST_SQUARINGS; i++) {
      SquareMatrix square = power.times(power);
      double norm = square.norm();
      if (!(norm < LARGEST_POWER && norm > 1 / LARGEST_POWER)) {
        break;
      }
      power = square;
      stride *= 2;
    }
    SquareMatrix frame = randomFrame(m, random);
    double budget = Math.max(4.0 * FIRST_CHECK, WORK / ((double) m * m * m + 1000));
    LyapunovExponents result = new LyapunovExponents(new double[m], frame, 0);
    for (long blocks = FIRST_CHECK; blocks <= budget && !result.isDecided(); blocks *= 2) {
      double[] sum = new double[m];
      for (long block = 0; block < blocks; block++) {
        frame = power.times(frame);
        double[] lengths = frame.orthonormalize();
        for (int i = 0; i < m; i++) {
          sum[i] += Math.log(lengths[i]);
        }
      }
      for (int i = 0; i < m; i++) {
        sum[i] /= blocks * stride;
      }
      result = new LyapunovExponents(sum, frame, blocks * stride);
    }
    return result;
  }

  /** Returns the number of exponents that are negative beyond doubt. */
  int negative() {
    int count = 0;
    for (double exponent : exponents) {
      count += exponent * steps <= -DECISIVE ? 1 : 0;
    }
    return count;
  }

  /** Returns the number of exponents that are positive beyond doubt. */
  int positive() {
    int count = 0;
    for (double exponent : exponents) {
      count += exponent * steps >= DECISIVE ? 1 : 0;
    }
    return count;
  }

  /** Tells whether the sign of every exponent is beyond doubt. */
  boolean isDecided() {
    return negative() + positive() == exponents.length;
  }

  /** Returns the largest exponent. */
  double largest() {
    double largest = Double.NEGATIVE_INFINITY;
    for (double exponent : exponents) {
      largest = Math.max(largest, exponent);
    }
    return largest;
  }

  /** Returns the positive exponent that is closest to zero. */
  double smallestPositive() {
    double smallest = Double.POSITIVE_INFINITY;
    for (double exponent : exponents) {
      smallest = exponent > 0 ? Math.min(smallest, exponent) : smallest;
    }
    return smallest;
  }

  /** Returns the negative exponent that is closest to zero. */
  double largestNegative() {
    double largest = Double.NEGATIVE_INFINITY;
    for (double exponent : exponents) {
      largest = exponent < 0 ? Math.max(largest, exponent) : largest;
    }
    return largest;
  }

  private static SquareMatrix randomFrame(int m, RandomGenerator random) {
    double[][] columns = new double[m][m];
    for (double[] column : columns) {
      for (int i = 0; i < m; i++) {
        column[i] = random.nextGaussian();
      }
    }
    SquareMatrix frame = new SquareMatrix(columns);
    frame.orthonormalize();
    return frame;
  }
}
