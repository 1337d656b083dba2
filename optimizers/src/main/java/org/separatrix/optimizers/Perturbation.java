package org.separatrix.optimizers;

import java.util.OptionalDouble;

/**
 * The numbers that perturbed gradient descent works with.
 *
 * @param step the step size eta, positive
 * @param radius radius r of the ball from which a perturbation is drawn, positive
 * @param gradientThreshold perturb only where the norm of the gradient is at most g_thres, positive
 * @param period perturb only when more than t_thres steps have passed since the last time; the
 *     decrease of f is judged after exactly that many; at least 1
 * @param functionThreshold end the run when f has fallen by less than f_thres within a period, at
 *     least 0; empty: never
 */
public record Perturbation(
    double step,
    double radius,
    double gradientThreshold,
    long period,
    OptionalDouble functionThreshold) {

  /** Checks the ranges. */
  public Perturbation {
    positive("step", step);
    positive("radius", radius);
    positive("gradient-threshold", gradientThreshold);
    checkPeriod(period);
    functionThreshold.ifPresent(Perturbation::checkFunctionThreshold);
  }

  static void checkPeriod(long period) {
    if (period < 1) {
      throw new IllegalArgumentException("period is " + period + ": it must be at least 1");
    }
  }

  static void checkFunctionThreshold(double threshold) {
    if (!(threshold >= 0) || Double.isInfinite(threshold)) {
      throw new IllegalArgumentException(
          "function-threshold is " + threshold + ": it must be finite and at least 0");
    }
  }

  static void positive(String key, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          key + " is " + value + ": it must be a positive, finite number");
    }
  }
}
