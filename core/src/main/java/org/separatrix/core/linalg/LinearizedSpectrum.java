package org.separatrix.core.linalg;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.optimizer.Linearization;

/**
 * The spectrum of a method's update map at a critical point: the eigenvalues of the block A +
 * lambda_i B C for every eigenvalue lambda_i of the Hessian.
 *
 * <p>The eigenvalues inside the unit circle count the dimension of the stable manifold, those on it
 * of the center manifold, those outside of the unstable manifold (Shub 1987).
 *
 * @param blocks eigenvalues of the blocks, in the order of the Hessian's eigenvalues
 * @param tolerance distance from the unit circle that counts as on it
 */
public record LinearizedSpectrum(List<ComplexEigenvalues> blocks, double tolerance) {
  /**
   * The default tolerance. A Hessian eigenvalue of zero, known to about 1e-10, puts an eigenvalue
   * on the circle with about that error.
   */
  public static final double TOLERANCE = 1e-9;

  /** Copies the list. */
  public LinearizedSpectrum {
    blocks = List.copyOf(blocks);
  }

  /**
   * Returns the spectrum at a critical point.
   *
   * @param linearization of the method
   * @param eigenvalues of the Hessian, ascending, length d; not modified
   */
  public static LinearizedSpectrum of(Linearization linearization, double[] eigenvalues) {
    return of(linearization, eigenvalues, TOLERANCE);
  }

  /**
   * Returns the spectrum at a critical point.
   *
   * @param linearization of the method
   * @param eigenvalues of the Hessian, ascending, length d; not modified
   * @param tolerance distance from the unit circle that counts as on it
   */
  public static LinearizedSpectrum of(
      Linearization linearization, double[] eigenvalues, double tolerance) {
    List<ComplexEigenvalues> blocks = new ArrayList<>();
    for (double lambda : eigenvalues) {
      blocks.add(ComplexEigenvalues.of(linearization.at(lambda)));
    }
    return new LinearizedSpectrum(blocks, tolerance);
  }

  /** Returns the number of eigenvalues inside the unit circle. */
  public int stableDimension() {
    return blocks.stream().mapToInt(block -> block.inside(tolerance)).sum();
  }

  /** Returns the number of eigenvalues on the unit circle. */
  public int centerDimension() {
    return blocks.stream().mapToInt(block -> block.on(tolerance)).sum();
  }

  /** Returns the number of eigenvalues outside the unit circle. */
  public int unstableDimension() {
    return blocks.stream().mapToInt(block -> block.outside(tolerance)).sum();
  }

  /** Returns the largest modulus of all eigenvalues: below 1 the point attracts at that rate. */
  public double spectralRadius() {
    return blocks.stream().mapToDouble(ComplexEigenvalues::spectralRadius).max().orElse(0);
  }

  /**
   * Returns the factor by which the component along the most negative Hessian eigenvalue grows in a
   * step, 1 + alpha |lambda_1| for gradient descent.
   */
  public double escapeFactor() {
    return blocks.get(0).spectralRadius();
  }

  /** Tells whether every eigenvalue lies inside the unit circle, so that the point attracts. */
  public boolean isAttracting() {
    return stableDimension() == blocks.stream().mapToInt(ComplexEigenvalues::size).sum();
  }
}
