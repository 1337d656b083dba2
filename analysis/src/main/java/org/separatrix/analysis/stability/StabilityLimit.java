package org.separatrix.analysis.stability;

import java.util.Optional;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.ComplexEigenvalues;

/**
 * How far a method's step may grow before a minimum repels.
 *
 * <p>The eigenvalues of A + mu B C stay inside the unit circle for 0 &lt; mu &lt; mu*. A minimum
 * with the largest Hessian eigenvalue lambda attracts while s lambda &lt; mu*, where s multiplies
 * the step. For gradient descent mu* = 2/alpha, for heavy ball 2 (1 + beta)/alpha.
 *
 * @param mu the number mu*
 * @param crossing how the circle is left
 */
record StabilityLimit(double mu, Crossing crossing) {
  /** How an eigenvalue leaves the unit circle. */
  enum Crossing {
    /** At -1: the period doubles. */
    FLIP("flip at -1"),
    /** A complex pair: a closed curve is born or dies. */
    ROTATION("complex pair"),
    /** At 1. */
    TURN("at 1");

    private final String label;

    Crossing(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private static final double RATIO = 1.02;

  /** The scan goes so far beyond the number at which a step is first felt. */
  private static final double RANGE = 1e24;

  private static final double CLEAR = 1e-9;

  /**
   * Looks for the limit.
   *
   * @param linearization of the method
   * @return empty if no step is stable, or every step
   */
  static Optional<StabilityLimit> of(Linearization linearization) {
    double inside = 0;
    double least = leastFelt(linearization);
    for (double mu = least; mu < RANGE * least; mu *= RATIO) {
      double radius = radius(linearization, mu);
      if (radius < 1 - CLEAR) {
        inside = mu;
      } else if (radius > 1 + CLEAR) {
        return inside == 0 ? Optional.empty() : Optional.of(between(linearization, inside, mu));
      }
    }
    return Optional.empty();
  }

  /** Returns about the least mu that changes the spectral radius, whatever the unit of the step. */
  private static double leastFelt(Linearization linearization) {
    double mu = Double.MIN_NORMAL;
    while (mu < Double.MAX_VALUE / RANGE && Math.abs(radius(linearization, 2 * mu) - 1) <= CLEAR) {
      mu *= 2;
    }
    return mu;
  }

  private static StabilityLimit between(Linearization linearization, double inside, double beyond) {
    double low = inside;
    double high = beyond;
    for (int i = 0; i < 100 && high > low * (1 + Math.ulp(1.0)); i++) {
      double middle = 0.5 * (low + high);
      if (radius(linearization, middle) <= 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new StabilityLimit(
        0.5 * (low + high), crossing(ComplexEigenvalues.of(linearization.at(beyond))));
  }

  /**
   * Tells how the unit circle was left.
   *
   * @param leaving eigenvalues shortly after
   */
  static Crossing crossing(ComplexEigenvalues leaving) {
    if (Math.abs(leaving.im()[0]) > CLEAR) {
      return Crossing.ROTATION;
    }
    return leaving.re()[0] < 0 ? Crossing.FLIP : Crossing.TURN;
  }

  /**
   * Returns the spectral radius of A + mu B C.
   *
   * @param linearization of the method
   * @param mu step times Hessian eigenvalue, in units of the method's own step
   */
  static double radius(Linearization linearization, double mu) {
    return ComplexEigenvalues.of(linearization.at(mu)).spectralRadius();
  }

  /**
   * Returns the step alpha of a method: the largest entry of B; of another method, how fast the
   * trace of its linearization falls with the Hessian's eigenvalue.
   *
   * @param optimizer the method, with a linearization
   */
  static double step(Optimizer optimizer) {
    if (optimizer instanceof LinearMethod method) {
      double largest = 0;
      for (double b : method.b()) {
        largest = Math.max(largest, Math.abs(b));
      }
      return largest;
    }
    Linearization linearization = optimizer.linearization().orElseThrow();
    double difference = 0;
    double[][] moved = linearization.at(1);
    double[][] still = linearization.at(0);
    for (int i = 0; i < moved.length; i++) {
      difference += moved[i][i] - still[i][i];
    }
    return Math.abs(difference);
  }
}
