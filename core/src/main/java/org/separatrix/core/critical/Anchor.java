package org.separatrix.core.critical;

import org.separatrix.api.analysis.Runs;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;

/** A critical point with what a method does in its neighbourhood. Immutable. */
final class Anchor {
  /** Safety factor on rounding errors of f, which are estimated from those of its gradient. */
  private static final double VALUE_LEVELS = 64;

  private final CriticalPoint point;
  private final RefinedPoint refined;
  private final double[] x;
  private final double[][] hessian;
  private final double nearest;
  private final double radius;
  private final double lowest;
  private final boolean regular;
  private final LocalDynamics dynamics;

  /**
   * Describes a point.
   *
   * @param function the objective
   * @param point the point
   * @param refined what is known of it from its coordinates
   * @param nearest the Euclidean distance to the nearest other critical point
   * @param dynamics what the method does there
   */
  Anchor(
      PointFunction function,
      CriticalPoint point,
      RefinedPoint refined,
      double nearest,
      LocalDynamics dynamics) {
    this.point = point;
    this.refined = refined;
    this.nearest = nearest;
    this.dynamics = dynamics;
    x = point.x();
    radius = Math.min(nearest, function.scale(x)) / 2;
    hessian = refined.hessian();
    lowest =
        point.value()
            - VALUE_LEVELS
                * (Rounding.EPSILON * Math.abs(point.value())
                    + refined.noise() * function.scale(x));
    regular = refined.assessment().zero() == 0 && point.kind() != CriticalPointKind.UNDECIDED;
  }

  CriticalPoint point() {
    return point;
  }

  double x(int k) {
    return x[k];
  }

  /** Returns the Euclidean distance to the nearest other point. */
  double nearest() {
    return nearest;
  }

  /** Returns the Euclidean radius of the neighbourhood of the point. */
  double radius() {
    return radius;
  }

  /** Returns the rounding level of the gradient at the point. */
  double noise() {
    return refined.noise();
  }

  /** Tells whether no eigenvalue of the Hessian is numerically zero. */
  boolean isRegular() {
    return regular;
  }

  /** Tells whether f is certainly higher at the point than this value. */
  boolean isHigherThan(double value) {
    return value < lowest;
  }

  /**
   * Returns for how many steps momentum may carry a run away from a point that attracts it, until
   * the linear law bounds its way: 0 if it does already, or without memory.
   *
   * @param runs the run among others
   * @param i its index
   */
  double stepsToSettle(Runs runs, int i) {
    return dynamics.stepsToSettle(runs, i, radius);
  }

  /** Returns what the method does in the neighbourhood. */
  LocalDynamics dynamics() {
    return dynamics;
  }

  /** Returns the Euclidean distance of a run's end. */
  double distance(double[][] end, int i) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += (end[k][i] - x[k]) * (end[k][i] - x[k]);
    }
    return Math.sqrt(sum);
  }

  /** Tells whether H (end - x*) is the gradient at the end, up to a tenth. */
  boolean explains(double[][] end, double[][] gradient, int i) {
    double deviation = 0;
    double square = 0;
    for (int k = 0; k < x.length; k++) {
      double difference = -gradient[k][i];
      for (int j = 0; j < x.length; j++) {
        difference = Math.fma(hessian[k][j], end[j][i] - x[j], difference);
      }
      deviation += difference * difference;
      square += gradient[k][i] * gradient[k][i];
    }
    // Nearly always so, and without square roots.
    return deviation <= 0.0099 * square
        || Math.sqrt(deviation) <= 0.1 * Math.sqrt(square) + Rounding.LEVELS * refined.noise();
  }

  /**
   * Returns the number of steps after which a run leaves the neighbourhood by the linear law,
   * infinite if that cannot be told from never.
   */
  double stepsToLeave(double[][] end, int i) {
    return dynamics.stepsToLeave(end, i, distance(end, i), radius);
  }
}
