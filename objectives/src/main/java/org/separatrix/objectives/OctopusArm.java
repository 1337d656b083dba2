package org.separatrix.objectives;

/**
 * The two functions of one coordinate from which the {@link Octopus} is made.
 *
 * <p>With t = |x| and s = (t - 2 tau) / tau the profile is
 *
 * <ul>
 *   <li>-gamma t^2 for t up to tau,
 *   <li>-gamma t^2 + (10 gamma - 14 L) (t - tau)^3 / (3 tau) + (5 L - 3 gamma) (t - tau)^4 / (2
 *       tau^2) up to 2 tau,
 *   <li>L (t - 4 tau)^2 - nu beyond, with nu = (37 L + 13 gamma) tau^2 / 6,
 * </ul>
 *
 * and the gate is 0 up to tau, 1 + 10 s^3 + 15 s^4 + 6 s^5 up to 2 tau, 1 beyond. Both are twice
 * continuously differentiable.
 */
final class OctopusArm {
  private final double tau;
  private final double gamma;
  private final double l;
  private final double cubic;
  private final double quartic;
  private final double nu;

  OctopusArm(double tau, double gamma, double l) {
    this.tau = tau;
    this.gamma = gamma;
    this.l = l;
    cubic = (10 * gamma - 14 * l) / (3 * tau);
    quartic = (5 * l - 3 * gamma) / (2 * tau * tau);
    nu = (37 * l + 13 * gamma) * tau * tau / 6;
  }

  double profile(double x) {
    double t = Math.abs(x);
    if (t <= tau) {
      return -gamma * x * x;
    }
    if (t <= 2 * tau) {
      double u = t - tau;
      return -gamma * x * x + u * u * u * (cubic + quartic * u);
    }
    return l * (t - 4 * tau) * (t - 4 * tau) - nu;
  }

  double profileSlope(double x) {
    double t = Math.abs(x);
    if (t <= tau) {
      return -2 * gamma * x;
    }
    if (t <= 2 * tau) {
      double u = t - tau;
      return Math.signum(x) * (-2 * gamma * t + u * u * (3 * cubic + 4 * quartic * u));
    }
    return Math.signum(x) * (2 * l * (t - 4 * tau));
  }

  /** The slope of the profile over x. */
  double profileMultiple(double x) {
    return Math.abs(x) <= tau ? -2 * gamma : profileSlope(x) / x;
  }

  double profileCurvature(double x) {
    double t = Math.abs(x);
    if (t <= tau) {
      return -2 * gamma;
    }
    if (t <= 2 * tau) {
      double u = t - tau;
      return -2 * gamma + u * (6 * cubic + 12 * quartic * u);
    }
    return 2 * l;
  }

  double gate(double x) {
    double t = Math.abs(x);
    if (t <= tau) {
      return 0;
    }
    if (t >= 2 * tau) {
      return 1;
    }
    double s = (t - 2 * tau) / tau;
    return 1 + s * s * s * (10 + s * (15 + 6 * s));
  }

  double gateSlope(double x) {
    double t = Math.abs(x);
    if (!(t > tau && t < 2 * tau)) {
      return 0;
    }
    double s = (t - 2 * tau) / tau;
    return Math.signum(x) * (30 * s * s * (1 + s) * (1 + s) / tau);
  }

  /** The slope of the gate over x. */
  double gateMultiple(double x) {
    return Math.abs(x) <= tau ? 0 : gateSlope(x) / x;
  }

  double gateCurvature(double x) {
    double t = Math.abs(x);
    if (!(t > tau && t < 2 * tau)) {
      return 0;
    }
    double s = (t - 2 * tau) / tau;
    return 60 * s * (1 + s) * (1 + 2 * s) / (tau * tau);
  }
}
