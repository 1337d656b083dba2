package org.separatrix.objectives;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.api.plugin.Doc;
import org.separatrix.objectives.LaneSums.Vectors;

/**
 * Symmetric matrix factorization, f(U) = |U U' - M|^2 / 4 over n x r matrices U, in the Frobenius
 * norm.
 *
 * <p>A point holds the columns of U one below the other: U_{ia} is coordinate a n + i. With S = U'
 * U the gradient is U S - M U, where M U is one matrix product for a whole block and S one r x r
 * matrix for each lane. With rank 1 it is the principal component problem.
 *
 * @see FactorizationLandscape
 */
public final class MatrixFactorization implements TwiceDifferentiable {
  private final int n;
  private final int rank;
  private final double[][] matrix;
  private final double squaredNorm;
  private final LaneProduct negativeProduct;
  private final Landscape landscape;

  /**
   * Creates the function.
   *
   * @param config the spectrum of M and the rank
   */
  public MatrixFactorization(Config config) {
    double[] spectrum = config.paddedSpectrum();
    n = spectrum.length;
    rank = config.rank();
    matrix = Spectrum.matrix(spectrum, config.rotationSeed());
    squaredNorm = Arrays.stream(spectrum).map(mu -> mu * mu).sum();
    negativeProduct = LaneProduct.of(negative(matrix));
    landscape = FactorizationLandscape.of(spectrum, rank, config.rotationSeed());
  }

  private static double[][] negative(double[][] matrix) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).map(entry -> -entry).toArray())
        .toArray(double[][]::new);
  }

  @Override
  public int dimension() {
    return n * rank;
  }

  @Override
  public int laneGroup() {
    return negativeProduct.laneGroup();
  }

  /** Computes (|S|^2 - 2 tr U' M U + |M|^2) / 4, exact to rounding error of |M|^2. */
  @Override
  public void value(double[][] x, double[] f, int lanes) {
    double[][] product = new double[x.length][lanes];
    negativeProduct.multiply(x, product, lanes);
    Arrays.fill(f, 0, lanes, 0.25 * squaredNorm);
    for (int k = 0; k < x.length; k++) {
      LaneSums.addProduct(0.5, x[k], product[k], f, lanes);
    }
    double[][][] s = gram(x, lanes);
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b < rank; b++) {
        LaneSums.addProduct(0.25, s[a][b], s[a][b], f, lanes);
      }
    }
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    negativeProduct.multiply(x, g, lanes);
    double[][][] s = gram(x, lanes);
    for (int a = 0; a < rank; a++) {
      Vectors row = new Vectors(s[a], 0, 1);
      for (int i = 0; i < n; i++) {
        LaneSums.addProducts(row, new Vectors(x, i, n), rank, g[a * n + i], lanes);
      }
    }
  }

  /** Computes S = U' U of each lane, r x r x lanes; entries (a, b) and (b, a) are one array. */
  private double[][][] gram(double[][] x, int lanes) {
    double[][][] s = new double[rank][rank][];
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b <= a; b++) {
        double[] entry = new double[lanes];
        LaneSums.addProducts(new Vectors(x, a * n, 1), new Vectors(x, b * n, 1), n, entry, lanes);
        s[a][b] = entry;
        s[b][a] = entry;
      }
    }
    return s;
  }

  /** Entry (ia, jb) is delta_ij S_ab + U_ib U_ja + delta_ab ((U U')_ij - M_ij). */
  @Override
  public void hessian(double[] x, double[][] h) {
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b < rank; b++) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            double entry = x[b * n + i] * x[a * n + j];
            if (a == b) {
              entry -= matrix[i][j];
              for (int c = 0; c < rank; c++) {
                entry = Math.fma(x[c * n + i], x[c * n + j], entry);
              }
            }
            h[a * n + i][b * n + j] = entry;
          }
        }
        double gram = 0;
        for (int k = 0; k < n; k++) {
          gram = Math.fma(x[a * n + k], x[b * n + k], gram);
        }
        for (int i = 0; i < n; i++) {
          h[a * n + i][b * n + i] += gram;
        }
      }
    }
  }

  @Override
  public Landscape landscape() {
    return landscape;
  }

  /**
   * Configuration of {@link MatrixFactorization}.
   *
   * @param spectrum eigenvalues of M; copied
   * @param n number of rows of U
   * @param rank number of columns r of U
   * @param rotationSeed seed of the rotation of M's eigenvectors
   */
  @Doc(
      value = "Symmetric matrix factorization |U U' - M|^2 / 4 over n x r matrices U.",
      example = "{type: matrix-factorization, spectrum: [3, 2, 1], rank: 1}")
  public record Config(
      @Doc(value = "Eigenvalues of M.", unit = "squared unit of U", example = "[3, 2, 1]")
          double[] spectrum,
      @Doc(
              value =
                  "Number of rows of U, at least the number of eigenvalues given; the others are 0."
                      + " Without it, that number.",
              example = "20")
          @Nullable Integer n,
      @Doc(value = "Number of columns r of U, from 1 to n.", defaultValue = "1", example = "2")
          int rank,
      @Doc(
              value =
                  "Seed of a random rotation of M's eigenvectors, which are the coordinate axes"
                      + " without it.",
              example = "1")
          @Nullable Long rotationSeed) {

    /** Copies the spectrum and checks the sizes. */
    public Config {
      spectrum = SymmetricMatrix.checkedSpectrum(spectrum);
      if (n != null && n < spectrum.length) {
        throw new IllegalArgumentException(
            "n is %d, but spectrum has %d eigenvalues".formatted(n, spectrum.length));
      }
      int rows = n != null ? n : spectrum.length;
      if (rank < 1 || rank > rows) {
        throw new IllegalArgumentException(
            "rank is %d: it must lie between 1 and n, which is %d".formatted(rank, rows));
      }
      Dimension.checkMost(n != null ? "n: n times rank" : "rank: n times rank", (long) rows * rank);
    }

    private double[] paddedSpectrum() {
      return Arrays.copyOf(spectrum, n != null ? n : spectrum.length);
    }
  }
}
