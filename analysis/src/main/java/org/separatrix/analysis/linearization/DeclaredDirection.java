package org.separatrix.analysis.linearization;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.ComplexEigenvalues;

/**
 * The eigenvector v of the most negative eigenvalue lambda of the Hessian, on which a declared
 * linearization acts by the block A + lambda B C.
 *
 * @param point the critical point
 * @param block eigenvalues of the block
 * @param otherRadius largest modulus of the eigenvalues of all other blocks; 0 if there is none
 * @param sensitivity |d ln z / d ln |lambda||
 * @param response of the position, if it can be read off the block
 */
record DeclaredDirection(
    CriticalPoint point,
    ComplexEigenvalues block,
    double otherRadius,
    double sensitivity,
    Optional<PositionResponse> response)
    implements UnstableDirection {
  private static final double DIFFERENCE = 1e-4;

  static DeclaredDirection of(
      Linearization linearization, CriticalPoint point, Optional<PositionResponse> response) {
    double[] eigenvalues = point.eigenvalues();
    double lambda = eigenvalues[0];
    double other = 0;
    for (int i = 1; i < eigenvalues.length; i++) {
      other = Math.max(other, radius(linearization, eigenvalues[i]));
    }
    double above = Math.log(radius(linearization, lambda * (1 + DIFFERENCE)));
    double below = Math.log(radius(linearization, lambda * (1 - DIFFERENCE)));
    return new DeclaredDirection(
        point,
        ComplexEigenvalues.of(linearization.at(lambda)),
        other,
        Math.abs(above - below) / (2 * DIFFERENCE),
        response);
  }

  private static double radius(Linearization linearization, double lambda) {
    return ComplexEigenvalues.of(linearization.at(lambda)).spectralRadius();
  }

  @Override
  public double factor() {
    return block.spectralRadius();
  }

  /** The block is what is predicted from, whatever the step does. */
  @Override
  public double error() {
    return 0;
  }

  @Override
  public double[] vector() {
    return point.eigenvectors()[0];
  }

  @Override
  public double curvature() {
    return point.eigenvalues()[0];
  }

  /** The length of the components along v of the state's vectors. */
  @Override
  public double size(double[] displacement) {
    double[] v = vector();
    double sum = 0;
    for (int offset = 0; offset + v.length <= displacement.length; offset += v.length) {
      double component = 0;
      for (int k = 0; k < v.length; k++) {
        component = Math.fma(v[k], displacement[offset + k], component);
      }
      sum += component * component;
    }
    return Math.sqrt(sum);
  }

  @Override
  public double blurred() {
    return block.size() < 2 ? 0 : block.modulus(1);
  }

  @Override
  public OptionalDouble coefficient() {
    return response.map(PositionResponse::coefficient).orElse(OptionalDouble.empty());
  }

  /** Other eigenvectors have blocks of their own. */
  @Override
  public double leak(double growth, int steps) {
    return 0;
  }

  /** A computed gradient that does not vanish moves the center by |grad f(s)| / |lambda|. */
  @Override
  public double offset() {
    return point.gradientNorm() / Math.abs(curvature());
  }

  @Override
  public double[] strays(double radius, int count) {
    return new double[count];
  }

  @Override
  public List<Probe> probes() {
    double[] product = vector();
    for (int k = 0; k < product.length; k++) {
      product[k] *= curvature();
    }
    return List.of(new Probe(vector(), product));
  }

  @Override
  public double stiffness() {
    return Math.abs(curvature());
  }

  @Override
  public double shift(double[] departure) {
    double[] v = vector();
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      sum += v[k] * departure[k];
    }
    return Math.abs(sum / curvature());
  }
}
