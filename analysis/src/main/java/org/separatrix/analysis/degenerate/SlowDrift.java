package org.separatrix.analysis.degenerate;

import java.util.Optional;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.DominantEigenvector;

/**
 * The drift of a method where the Hessian nearly vanishes: the eigenvalue 1 of A moves with lambda
 * as z = 1 - a lambda - a_2 lambda^2 + ..., so that the method moves like gradient descent of the
 * step size a = -l'B C r / l'r, l and r being the left and right eigenvectors of A for 1.
 *
 * <p>Gradient descent has a = alpha, a_2 = 0; heavy ball and Nesterov's method have a = alpha / (1
 * - beta), since a move is repeated with the weights 1, beta, beta^2, ....
 *
 * @param step a, positive for a method that descends
 * @param second a_2
 * @param otherRadius largest modulus of the other eigenvalues of A, or of the step's Jacobian
 * @param error bounds the relative error of a; 0 for a declared linearization
 */
public record SlowDrift(double step, double second, double otherRadius, double error) {
  private static final double TOLERANCE = 1e-9;

  /** The change of z from which a_2 is taken. */
  private static final double CHANGE = 1e-3;

  /**
   * Returns the drift of a method.
   *
   * @param linearization of its step
   * @return empty if 1 is not a simple eigenvalue of A, alone on or outside the unit circle
   */
  public static Optional<SlowDrift> of(Linearization linearization) {
    double[][] block = linearization.at(0);
    ComplexEigenvalues all = ComplexEigenvalues.of(block);
    double other = all.size() > 1 ? all.modulus(1) : 0;
    Optional<DominantEigenvector> dominant = DominantEigenvector.of(block);
    if (dominant.isEmpty()
        || Math.abs(dominant.get().value() - 1) > TOLERANCE
        || other > 1 - TOLERANCE) {
      return Optional.empty();
    }
    double step = -slope(linearization, dominant.get(), 1);
    if (step == 0) {
      return Optional.empty();
    }
    // The first derivative again, where a method that is not of the form A, B, C is still linear.
    double h = Math.min(1, CHANGE * (1 - other)) / Math.abs(step);
    step = -slope(linearization, dominant.get(), h);
    double curvature = (root(linearization, h) + root(linearization, -h) - 2) / (2 * h * h);
    return Optional.of(new SlowDrift(step, -curvature, other, 0));
  }

  /** Returns l' M'(0) r by a central difference. */
  private static double slope(
      Linearization linearization, DominantEigenvector eigenvector, double h) {
    double[][] above = linearization.at(h);
    double[][] below = linearization.at(-h);
    double sum = 0;
    for (int i = 0; i < above.length; i++) {
      for (int j = 0; j < above.length; j++) {
        double change = (above[i][j] - below[i][j]) / (2 * h);
        sum += eigenvector.left()[i] * change * eigenvector.right()[j];
      }
    }
    return sum;
  }

  private static double root(Linearization linearization, double lambda) {
    return ComplexEigenvalues.of(linearization.at(lambda)).re()[0];
  }

  /** Returns a_2 / a^2, which has no unit: 0 for gradient descent. */
  public double lag() {
    return second / (step * step);
  }
}
