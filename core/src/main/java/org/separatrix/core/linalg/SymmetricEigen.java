package org.separatrix.core.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a real symmetric matrix, A v_j = lambda_j v_j.
 *
 * <p>Up to dimension {@value #LARGEST_FOR_JACOBI} they come from cyclic Jacobi rotations in Java,
 * which need no native library; above it from {@code dsyevd} of OpenBLAS. A larger matrix that does
 * not mix some coordinates with others is solved block by block. Either way the same matrix gives
 * the same result to the last bit on one machine.
 */
public final class SymmetricEigen {
  /** The largest dimension that is solved without the native library. */
  static final int LARGEST_FOR_JACOBI = 16;

  /** What entries (i, j) and (j, i) may differ by, relative to the largest entry. */
  private static final double ASYMMETRY = 1e-8;

  /** Rows and columns are gone through in stripes of this width, which the cache holds. */
  private static final int TILE = 16;

  private final double[] values;
  private final double[][] vectors;
  private final long work;

  private SymmetricEigen(double[] values, double[][] vectors, long work) {
    this.values = values;
    this.vectors = vectors;
    this.work = work;
  }

  /**
   * Solves the eigenproblem of a symmetric matrix.
   *
   * @param matrix the matrix A, d x d with d at least 1; not modified. Entries (i, j) and (j, i)
   *     may differ by rounding; their mean is used
   * @throws IllegalArgumentException if the matrix is not square, not finite or not symmetric
   */
  public static SymmetricEigen of(double[][] matrix) {
    double[][] a = symmetrized(matrix);
    if (a.length <= LARGEST_FOR_JACOBI) {
      return jacobi(a);
    }
    List<int[]> blocks = IndependentBlocks.of(a);
    return blocks.size() == 1 ? lapack(a) : blockwise(a, blocks);
  }

  /** Solves by rotations; overwrites the matrix. */
  static SymmetricEigen jacobi(double[][] a) {
    CyclicJacobi solution = new CyclicJacobi(a);
    return sorted(solution.values(), solution.vectors(), cube(a.length));
  }

  /** Solves the blocks one by one. */
  private static SymmetricEigen blockwise(double[][] a, List<int[]> blocks) {
    double[] values = new double[a.length];
    double[][] vectors = new double[a.length][a.length];
    long work = (long) a.length * a.length;
    int n = 0;
    for (int[] block : blocks) {
      double[][] part = IndependentBlocks.part(a, block);
      SymmetricEigen solution = block.length <= LARGEST_FOR_JACOBI ? jacobi(part) : lapack(part);
      for (int j = 0; j < block.length; j++) {
        values[n] = solution.values[j];
        for (int k = 0; k < block.length; k++) {
          vectors[n][block[k]] = solution.vectors[j][k];
        }
        n++;
      }
      work += cube(block.length);
    }
    return sorted(values, vectors, work);
  }

  /** Solves by OpenBLAS. */
  static SymmetricEigen lapack(double[][] a) {
    double[][] vectors = new double[a.length][a.length];
    double[] values = DivideAndConquer.solve(a, vectors);
    for (double[] vector : vectors) {
      orient(vector);
    }
    return new SymmetricEigen(values, vectors, cube(a.length));
  }

  /** Returns the order of magnitude of the number of operations that the solution took. */
  public long work() {
    return work;
  }

  private static long cube(long d) {
    return d * d * d;
  }

  /** Returns the eigenvalues, ascending, fresh, length d. */
  public double[] values() {
    return values.clone();
  }

  /**
   * Returns an eigenvalue.
   *
   * @param j which one, from 0 in ascending order
   */
  public double value(int j) {
    return values[j];
  }

  /**
   * Returns the eigenvectors, fresh: row j is the unit eigenvector of eigenvalue j, with its
   * largest component positive; d x d.
   */
  public double[][] vectors() {
    double[][] rows = new double[vectors.length][];
    for (int j = 0; j < rows.length; j++) {
      rows[j] = vectors[j].clone();
    }
    return rows;
  }

  /**
   * Returns a unit eigenvector, fresh, length d.
   *
   * @param j which one, from 0
   */
  public double[] vector(int j) {
    return vectors[j].clone();
  }

  /** Returns the dimension d. */
  public int dimension() {
    return values.length;
  }

  /** Returns the spectral norm, the largest modulus of an eigenvalue. */
  public double spectralNorm() {
    return Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
  }

  /**
   * Returns the coefficients of a vector in the eigenbasis, c_j = v_j' x.
   *
   * @param x the vector, length d; not modified
   */
  public double[] coefficients(double[] x) {
    double[] c = new double[x.length];
    for (int j = 0; j < c.length; j++) {
      for (int k = 0; k < x.length; k++) {
        c[j] = Math.fma(vectors[j][k], x[k], c[j]);
      }
    }
    return c;
  }

  /**
   * Returns the vector with given coefficients in the eigenbasis, sum_j c_j v_j.
   *
   * @param c the coefficients, length d; not modified
   */
  public double[] combination(double[] c) {
    double[] x = new double[c.length];
    for (int j = 0; j < c.length; j++) {
      for (int k = 0; k < x.length; k++) {
        x[k] = Math.fma(c[j], vectors[j][k], x[k]);
      }
    }
    return x;
  }

  private static double[][] symmetrized(double[][] matrix) {
    int d = matrix.length;
    if (d == 0) {
      throw new IllegalArgumentException("the matrix has no rows");
    }
    double largest = 0;
    for (int i = 0; i < d; i++) {
      if (matrix[i].length != d) {
        throw new IllegalArgumentException(
            "the matrix has %d rows, but row %d has %d entries"
                .formatted(d, i + 1, matrix[i].length));
      }
      for (int j = 0; j < d; j++) {
        if (!Double.isFinite(matrix[i][j])) {
          throw new IllegalArgumentException(
              "entry (%d, %d) of the matrix is %s".formatted(i + 1, j + 1, matrix[i][j]));
        }
        largest = Math.max(largest, Math.abs(matrix[i][j]));
      }
    }
    double[][] a = new double[d][d];
    for (int from = 0; from < d; from += TILE) {
      for (int i = from; i < d; i++) {
        takeMeans(matrix, i, from, Math.min(from + TILE, i + 1), ASYMMETRY * largest, a);
      }
    }
    return a;
  }

  /** Sets some entries of a row, and those of the column, to the means of both. */
  private static void takeMeans(
      double[][] matrix, int i, int from, int to, double most, double[][] a) {
    for (int j = from; j < to; j++) {
      if (Math.abs(matrix[i][j] - matrix[j][i]) > most) {
        throw new IllegalArgumentException(
            "the matrix is not symmetric: entry (%d, %d) is %s, entry (%d, %d) is %s"
                .formatted(i + 1, j + 1, matrix[i][j], j + 1, i + 1, matrix[j][i]));
      }
      a[i][j] = matrix[i][j] / 2 + matrix[j][i] / 2;
      a[j][i] = a[i][j];
    }
  }

  private static SymmetricEigen sorted(double[] unsorted, double[][] rows, long work) {
    int d = unsorted.length;
    Integer[] order = IntStream.range(0, d).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(j -> unsorted[j]));
    double[] values = new double[d];
    double[][] vectors = new double[d][];
    for (int j = 0; j < d; j++) {
      values[j] = unsorted[order[j]];
      vectors[j] = rows[order[j]];
      orient(vectors[j]);
    }
    return new SymmetricEigen(values, vectors, work);
  }

  /** Makes the largest component positive, the first of equal ones. */
  private static void orient(double[] vector) {
    int largest = 0;
    for (int k = 1; k < vector.length; k++) {
      if (Math.abs(vector[k]) > Math.abs(vector[largest]) * (1 + 1e-9)) {
        largest = k;
      }
    }
    double sign = Math.signum(vector[largest]);
    for (int k = 0; k < vector.length; k++) {
      vector[k] = vector[k] * sign + 0.0;
    }
  }
}
