package org.separatrix.analysis.linearization;

import java.util.Optional;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * The spectrum of a method's map at a critical point: from the linearization that the method
 * declares, else from the Jacobian of its step in the space of position and memory.
 */
public interface PointSpectrum {
  /** Returns the spectrum; eigenvalues within its tolerance of the unit circle count as on it. */
  LinearizedSpectrum spectrum();

  /** Returns how the linearization is known. */
  Status status();

  /** Returns the same in words. */
  String detail();

  /**
   * Returns how far the spectral radius may move when the Hessian moves.
   *
   * @param relative spectral norm of the Hessian's change, relative to the Hessian's
   */
  double moved(double relative);

  /**
   * Returns the direction along which runs leave fastest; empty if the Jacobian of the step has
   * none that starts see: its eigenvalue of largest modulus is complex or lacks eigenvectors.
   */
  Optional<UnstableDirection> unstable();

  /**
   * Returns the linear recursion of runs near the point; empty if positions cannot be read off a
   * declared linearization, or if the Jacobian of the step has no leading direction.
   */
  Optional<LinearizedFlow> flow();

  /**
   * Looks at a method at a point.
   *
   * @param problem the objective
   * @param optimizer the method
   * @param point a critical point of the objective
   * @param laboratory gives the step as a map
   * @return empty if the method draws random numbers, or has neither a linearization nor a step
   *     with a derivative
   */
  static Optional<PointSpectrum> at(
      Problem problem, Optimizer optimizer, CriticalPoint point, Laboratory laboratory) {
    if (!optimizer.isDeterministic()) {
      return Optional.empty();
    }
    if (optimizer.linearization().isPresent()) {
      return Optional.of(DeclaredSpectrum.of(optimizer, optimizer.linearization().get(), point));
    }
    return MeasuredSpectrum.at(problem, laboratory.map(problem, optimizer), point);
  }
}
