package org.separatrix.analysis.linearization;

import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * A spectrum by a declared linearization: A + lambda B C at each eigenvalue of the Hessian.
 *
 * @param linearization as declared
 * @param eigenvalues of the Hessian, ascending; not copied
 * @param byConstruction whether the step follows from the same A, B and C
 * @param spectrum at these eigenvalues
 */
record DeclaredSpectrum(
    Linearization linearization,
    double[] eigenvalues,
    boolean byConstruction,
    LinearizedSpectrum spectrum)
    implements PointSpectrum {

  DeclaredSpectrum(Linearization linearization, double[] eigenvalues, boolean byConstruction) {
    this(
        linearization,
        eigenvalues,
        byConstruction,
        LinearizedSpectrum.of(linearization, eigenvalues));
  }

  @Override
  public Status status() {
    return byConstruction ? Status.CERTIFIED : Status.DECLARED;
  }

  @Override
  public String detail() {
    return byConstruction ? "A + lambda B C by construction" : "declared by the method";
  }

  /** By Weyl's inequality no eigenvalue of the Hessian moves farther than the Hessian. */
  @Override
  public double moved(double relative) {
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
}
