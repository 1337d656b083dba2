package org.separatrix.analysis.linearization;

import java.util.Optional;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * A spectrum by a declared linearization: A + lambda B C at each eigenvalue of the Hessian.
 *
 * @param optimizer the method
 * @param linearization as it declares
 * @param point the critical point
 * @param spectrum at the point's eigenvalues
 */
record DeclaredSpectrum(
    Optimizer optimizer,
    Linearization linearization,
    CriticalPoint point,
    LinearizedSpectrum spectrum)
    implements PointSpectrum {

  static DeclaredSpectrum of(
      Optimizer optimizer, Linearization linearization, CriticalPoint point) {
    return new DeclaredSpectrum(
        optimizer, linearization, point, LinearizedSpectrum.of(linearization, point.eigenvalues()));
  }

  private boolean byConstruction() {
    return optimizer instanceof LinearMethod;
  }

  @Override
  public Status status() {
    return byConstruction() ? Status.CERTIFIED : Status.DECLARED;
  }

  @Override
  public String detail() {
    return byConstruction() ? "A + lambda B C by construction" : "declared by the method";
  }

  /** By Weyl's inequality no eigenvalue of the Hessian moves farther than the Hessian. */
  @Override
  public double moved(double relative) {
    double[] eigenvalues = point.eigenvalues();
    double norm = Math.max(Math.abs(eigenvalues[0]), Math.abs(eigenvalues[eigenvalues.length - 1]));
    double moved = 0;
    for (double sign : new double[] {-1, 1}) {
      double[] shifted = eigenvalues.clone();
      for (int i = 0; i < shifted.length; i++) {
        shifted[i] += sign * relative * norm;
      }
      double other = LinearizedSpectrum.of(linearization, shifted).spectralRadius();
      moved = Math.max(moved, Math.abs(other - spectrum.spectralRadius()));
    }
    return moved;
  }

  @Override
  public Optional<UnstableDirection> unstable() {
    Optional<PositionResponse> response =
        PositionResponse.of(optimizer, linearization, point.eigenvalues()[0]);
    return Optional.of(DeclaredDirection.of(linearization, point, response));
  }

  @Override
  public Optional<LinearizedFlow> flow() {
    return DeclaredFlow.of(optimizer, linearization, point.eigenvalues());
  }
}
