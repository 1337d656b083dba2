package org.separatrix.objectives;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.api.plugin.Doc;

/**
 * The quadratic form x' H x / 2 of a symmetric matrix, on which every method of fixed coefficients
 * is a power iteration.
 *
 * <p>The gradient is H x; its Lipschitz constant L = max |lambda_i| holds everywhere.
 */
public final class Quadratic implements TwiceDifferentiable {
  private final double[][] matrix;
  private final LaneProduct product;
  private final Landscape landscape;

  /**
   * Creates the form.
   *
   * @param config its spectrum or its matrix
   */
  public Quadratic(Config config) {
    double[] spectrum = config.spectrum();
    boolean hasSpectrum = spectrum.length > 0;
    matrix = hasSpectrum ? Spectrum.matrix(spectrum, config.rotationSeed()) : config.matrix();
    product = LaneProduct.of(matrix);
    landscape = landscape(hasSpectrum ? spectrum : JacobiEigenvalues.of(matrix));
  }

  @Override
  public int dimension() {
    return matrix.length;
  }

  @Override
  public int laneGroup() {
    return product.laneGroup();
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    double[][] gradient = new double[x.length][lanes];
    gradient(x, gradient, lanes);
    Arrays.fill(f, 0, lanes, 0.0);
    for (int k = 0; k < gradient.length; k++) {
      double[] xk = x[k];
      double[] gk = gradient[k];
      for (int i = 0; i < lanes; i++) {
        f[i] = Math.fma(0.5 * xk[i], gk[i], f[i]);
      }
    }
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    product.multiply(x, g, lanes);
  }

  @Override
  public void hessian(double[] x, double[][] h) {
    for (int k = 0; k < matrix.length; k++) {
      System.arraycopy(matrix[k], 0, h[k], 0, matrix.length);
    }
  }

  @Override
  public Landscape landscape() {
    return landscape;
  }

  private static Landscape landscape(double[] eigenvalues) {
    double largest = Arrays.stream(eigenvalues).map(Math::abs).max().orElseThrow();
    return Landscape.on(Box.cube(eigenvalues.length, -1, 1))
        .withLipschitz(largest)
        .withCriticalPoint(Spectrum.kind(eigenvalues), new double[eigenvalues.length]);
  }

  /**
   * Configuration of {@link Quadratic}.
   *
   * @param spectrum eigenvalues; copied
   * @param matrix the matrix H; copied
   * @param rotationSeed seed of the rotation of a spectrum
   */
  @Doc(
      value = "The quadratic form x' H x / 2, from the eigenvalues of H or from H itself.",
      example = "{type: quadratic, spectrum: [-1, 2]}")
  public record Config(
      @Doc(
              value = "Eigenvalues of H. Required without matrix.",
              unit = "unit of f per squared unit of x",
              defaultValue = "[]",
              example = "[-1, 2]")
          double[] spectrum,
      @Doc(
              value = "The symmetric matrix H, row by row. Required without spectrum.",
              unit = "unit of f per squared unit of x",
              defaultValue = "[]",
              example = "[[1, 2], [2, -1]]")
          double[][] matrix,
      @Doc(
              value =
                  "Seed of a random rotation of the eigenvectors, which are the coordinate axes"
                      + " without it.",
              example = "1")
          @Nullable Long rotationSeed) {

    /** Checks that H is given in one way, that it is symmetric, finite and not zero. */
    public Config {
      if (spectrum.length == 0 && matrix.length == 0) {
        throw new IllegalArgumentException(
            "spectrum is missing.%nMaybe give it, or the whole matrix.".formatted());
      }
      if (spectrum.length > 0 && matrix.length > 0) {
        throw new IllegalArgumentException("spectrum and matrix are both given: keep one");
      }
      if (matrix.length > 0 && rotationSeed != null) {
        throw new IllegalArgumentException(
            "rotation-seed is %d, but it rotates a spectrum, and matrix is given"
                .formatted(rotationSeed));
      }
      spectrum =
          spectrum.length == 0 ? spectrum.clone() : SymmetricMatrix.checkedSpectrum(spectrum);
      matrix = matrix.length == 0 ? matrix.clone() : SymmetricMatrix.checkedCopy(matrix);
    }

    /**
     * Returns a diagonal form.
     *
     * @param spectrum its eigenvalues
     */
    public static Config diagonal(double... spectrum) {
      return new Config(spectrum, new double[0][], null);
    }

    /**
     * Returns a form with random eigenvectors.
     *
     * @param seed seed of the rotation
     * @param spectrum its eigenvalues
     */
    public static Config rotated(long seed, double... spectrum) {
      return new Config(spectrum, new double[0][], seed);
    }

    /**
     * Returns the form of a matrix.
     *
     * @param matrix the symmetric matrix
     */
    public static Config of(double[][] matrix) {
      return new Config(new double[0], matrix, null);
    }
  }
}
