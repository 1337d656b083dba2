package org.separatrix.api.optimizer;

import java.util.Arrays;
import java.util.Optional;

/**
 * A method with fixed coefficients, xi_{k+1} = A xi_k + B grad f(C xi_k) in every coordinate
 * (Lessard, Recht and Packard, SIAM J. Optim. 26, 2016).
 *
 * <p>The state xi holds n vectors; the gradient is taken at the position C xi. Gradient descent is
 * A = [1], B = [-alpha], C = [1]; heavy ball is A = [[1 + beta, -beta], [1, 0]], B = [-alpha, 0]',
 * C = [1, 0]; Nesterov's method differs from it in C = [1 + beta, -beta] alone.
 *
 * <p>These three matrices are the whole method: the step and the linearization follow from them, so
 * a subclass is a constructor.
 */
public abstract class LinearMethod implements Optimizer {
  private final double[][] a;
  private final double[] b;
  private final double[] c;
  private final LinearUpdate update;

  /**
   * Creates a method whose runs start with all n state vectors equal to the starting point.
   *
   * @param a the matrix A, n x n; copied
   * @param b the column B, length n; copied
   * @param c the row C, length n; copied
   * @throws IllegalArgumentException if the shapes disagree, or if A and C do not keep a state of
   *     equal vectors at rest, that is if the rows of A or the entries of C do not sum to 1
   */
  protected LinearMethod(double[][] a, double[] b, double[] c) {
    this(a, b, c, ones(b.length));
  }

  /**
   * Creates a method.
   *
   * @param a the matrix A, n x n; copied
   * @param b the column B, length n; copied
   * @param c the row C, length n; copied
   * @param rest the vector v with A v = v and C v = 1, by which a run that rests at x has the state
   *     v x, and a run from x_0 starts with v x_0; length n; copied
   * @throws IllegalArgumentException if the shapes disagree, or if v is not such a vector
   */
  protected LinearMethod(double[][] a, double[] b, double[] c, double[] rest) {
    this.a = copy(a);
    this.b = b.clone();
    this.c = c.clone();
    checkShapes();
    update = new LinearUpdate(this.a, this.b, this.c, rest.clone());
  }

  /** Returns the n x n matrix A, fresh. */
  public final double[][] a() {
    return copy(a);
  }

  /** Returns the column B, length n, fresh. */
  public final double[] b() {
    return b.clone();
  }

  /** Returns the row C, length n, fresh. */
  public final double[] c() {
    return c.clone();
  }

  /**
   * Tells whether the update is x + b grad f(x) with a number b: gradient descent if b is below 0.
   */
  public final boolean isGradientStep() {
    return b.length == 1 && a[0][0] == 1 && c[0] == 1;
  }

  /** Returns the vector v of a state at rest, length n, fresh. */
  public final double[] rest() {
    return update.rest();
  }

  /**
   * Returns the number of memory vectors: n - 1 when C reads the first state vector alone, which
   * then is the position, and n otherwise.
   */
  @Override
  public final int memory() {
    return update.positionIsState() ? b.length - 1 : b.length;
  }

  @Override
  public final void start(Iterates block, int lane) {
    update.start(block, lane);
  }

  @Override
  public final void step(Iterates block, Oracle oracle) {
    update.step(block);
  }

  /** Returns A + lambda B C. */
  @Override
  public final Optional<Linearization> linearization() {
    return Optional.of(this::linearizedAt);
  }

  private double[][] linearizedAt(double lambda) {
    double[][] block = copy(a);
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b.length; j++) {
        block[i][j] = Math.fma(lambda * b[i], c[j], block[i][j]);
      }
    }
    return block;
  }

  private void checkShapes() {
    boolean square = a.length == b.length;
    for (double[] row : a) {
      square &= row.length == b.length;
    }
    if (b.length == 0 || !square || c.length != b.length) {
      throw new IllegalArgumentException(
          "A must be n x n, B and C of length n >= 1; B has length %d, C %d, A %d rows"
              .formatted(b.length, c.length, a.length));
    }
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1.0);
    return ones;
  }

  private static double[][] copy(double[][] matrix) {
    double[][] rows = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      rows[i] = matrix[i].clone();
    }
    return rows;
  }
}
