package org.separatrix.optimizers;

/**
 * Solves symmetric linear equations by Cholesky's method, one system at each lane: (w H + v I) y =
 * -b. Where the matrix is not positive definite the solution is not finite.
 *
 * <p>With many lanes the loops over them are innermost, so that they vectorise: for a few unknowns,
 * roots and quotients are what takes time. Few lanes are solved one after the other, with the same
 * results.
 */
final class CholeskyLanes {
  /** With fewer lanes loops over them are slower than none. */
  private static final int MANY = 6;

  private final double weight;
  private final double diagonal;

  /** The factor and the solution of a lane that is solved alone. */
  private final double[][] factor;

  private final double[] solution;

  /**
   * Prepares to solve. Not for use by several threads at once.
   *
   * @param d number of unknowns
   * @param weight w
   * @param diagonal v
   */
  CholeskyLanes(int d, double weight, double diagonal) {
    this.weight = weight;
    this.diagonal = diagonal;
    factor = new double[d][d];
    solution = new double[d];
  }

  /**
   * Solves the equations.
   *
   * @param h the symmetric matrices H, {@code d x d x lanes}; overwritten
   * @param b the vectors b, {@code d x lanes}; not modified
   * @param y receives the solutions, {@code d x lanes}
   * @param lanes how many
   */
  void solve(double[][][] h, double[][] b, double[][] y, int lanes) {
    if (lanes >= MANY) {
      factorize(h, lanes);
      substitute(h, b, y, lanes);
      return;
    }
    for (int lane = 0; lane < lanes; lane++) {
      factorizeAlone(h, lane);
      substituteAlone(b, y, lane);
    }
  }

  private void factorize(double[][][] h, int lanes) {
    for (int i = 0; i < h.length; i++) {
      for (int j = 0; j <= i; j++) {
        double[] entry = h[i][j];
        weigh(entry, i == j ? diagonal : 0, lanes);
        for (int k = 0; k < j; k++) {
          subtractProduct(h[i][k], h[j][k], entry, lanes);
        }
        if (i == j) {
          takeRoot(entry, lanes);
        } else {
          divide(entry, h[j][j], lanes);
        }
      }
    }
  }

  private static void substitute(double[][][] c, double[][] b, double[][] y, int lanes) {
    int d = y.length;
    for (int i = 0; i < d; i++) {
      negate(b[i], y[i], lanes);
      for (int k = 0; k < i; k++) {
        subtractProduct(c[i][k], y[k], y[i], lanes);
      }
      divide(y[i], c[i][i], lanes);
    }
    for (int i = d - 1; i >= 0; i--) {
      for (int k = i + 1; k < d; k++) {
        subtractProduct(c[k][i], y[k], y[i], lanes);
      }
      divide(y[i], c[i][i], lanes);
    }
  }

  private void factorizeAlone(double[][][] h, int lane) {
    double[][] c = factor;
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = Math.fma(weight, h[i][j][lane], i == j ? diagonal : 0);
        for (int k = 0; k < j; k++) {
          sum = Math.fma(-c[i][k], c[j][k], sum);
        }
        c[i][j] = i == j ? Math.sqrt(sum) : sum / c[j][j];
      }
    }
  }

  private void substituteAlone(double[][] b, double[][] y, int lane) {
    double[][] c = factor;
    int d = y.length;
    for (int i = 0; i < d; i++) {
      double sum = -b[i][lane];
      for (int k = 0; k < i; k++) {
        sum = Math.fma(-c[i][k], solution[k], sum);
      }
      solution[i] = sum / c[i][i];
    }
    for (int i = d - 1; i >= 0; i--) {
      double sum = solution[i];
      for (int k = i + 1; k < d; k++) {
        sum = Math.fma(-c[k][i], solution[k], sum);
      }
      solution[i] = sum / c[i][i];
      y[i][lane] = solution[i];
    }
  }

  private void weigh(double[] numbers, double added, int lanes) {
    for (int i = 0; i < lanes; i++) {
      numbers[i] = Math.fma(weight, numbers[i], added);
    }
  }

  private static void subtractProduct(double[] a, double[] b, double[] from, int lanes) {
    for (int i = 0; i < lanes; i++) {
      from[i] = Math.fma(-a[i], b[i], from[i]);
    }
  }

  private static void takeRoot(double[] numbers, int lanes) {
    for (int i = 0; i < lanes; i++) {
      numbers[i] = Math.sqrt(numbers[i]);
    }
  }

  private static void divide(double[] numbers, double[] by, int lanes) {
    for (int i = 0; i < lanes; i++) {
      numbers[i] = numbers[i] / by[i];
    }
  }

  private static void negate(double[] numbers, double[] negative, int lanes) {
    for (int i = 0; i < lanes; i++) {
      negative[i] = -numbers[i];
    }
  }
}
