package org.separatrix.analysis.continuum;

import java.util.OptionalDouble;
import org.separatrix.analysis.degenerate.SlowDrift;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.ComplexEigenvalues;

/** The largest Hessian eigenvalue at which a method's linearization does not grow. */
final class SharpnessLimit {
  private static final double ON_CIRCLE = 1e-12;

  /** Eigenvalues are tried in multiples of this over a, where the drift alone turns at 2/a. */
  private static final double STEP = 0.05;

  private static final int STEPS = 20_000;

  private SharpnessLimit() {}

  /**
   * Returns the end of the interval of eigenvalues, from 0, on which the block's eigenvalues stay
   * in the unit disk: 2/alpha for gradient descent.
   *
   * @param linearization of the method
   * @return empty if the method does not descend, or if there is no end
   */
  static OptionalDouble of(Linearization linearization) {
    double step = SlowDrift.of(linearization).map(SlowDrift::step).orElse(0.0);
    if (!(step > 0)) {
      return OptionalDouble.empty();
    }
    for (int i = 1; i <= STEPS; i++) {
      double lambda = i * STEP / step;
      if (!isStable(linearization, lambda)) {
        return OptionalDouble.of(bisect(linearization, (i - 1) * STEP / step, lambda));
      }
    }
    return OptionalDouble.empty();
  }

  private static double bisect(Linearization linearization, double stable, double unstable) {
    double low = stable;
    double high = unstable;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (low + high);
      if (isStable(linearization, middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isStable(Linearization linearization, double lambda) {
    return ComplexEigenvalues.of(linearization.at(lambda)).spectralRadius() <= 1 + ON_CIRCLE;
  }
}
