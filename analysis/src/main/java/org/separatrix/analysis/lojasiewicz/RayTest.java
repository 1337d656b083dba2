package org.separatrix.analysis.lojasiewicz;

import java.util.function.DoubleUnaryOperator;
import org.separatrix.analysis.degenerate.GrowthOrder;
import org.separatrix.analysis.degenerate.SlowDrift;
import org.separatrix.api.analysis.Verdict;

/**
 * The test of the rate along one ray of the kernel.
 *
 * <p>With the step a of the drift, b = a p c and u = t^-(p-2) the law is u_{k+1} = u_k + (p-2) b +
 * Lambda (p-2) b / u_k + ..., Lambda = (p-1) b (1/2 + a_2/a^2), so u_k = (p-2) b k + Lambda ln u_k
 * + C; for x^4 and gradient descent x_k^-2 = 8 alpha k + 6 alpha ln k + C.
 *
 * <p>Between the steps m and n the measured (p-2) b errs, relatively, by at most what phi' departs
 * from its leading term there, the next term (p-1)^2 (1 + 2 |a_2/a^2|)^2 (b/u_m)^2 of the series,
 * the rounding of the moves, the error of a, and p - 1 times the shift of the center relative to
 * t_n. The order that the moves show errs by what phi' departs from a power there and the first
 * term of the series, over ln(t_m/t_n).
 *
 * @param run the run
 * @param growth of f along the ray, as predicted
 * @param drift of the method
 * @param from the step m
 * @param departure largest |phi'(t) / (p c t^{p-1}) - 1| from t_n to t_m, c being that of f
 * @param curvature difference between the largest and the smallest local exponent of phi' there
 * @param offGraph relative difference of the gradient along the ray at the run's own positions from
 *     phi', since the run lags behind the graph over the kernel
 * @param shift of the center along the ray
 * @param rounding of the coordinates
 */
record RayTest(
    SublinearRun run,
    GrowthOrder growth,
    SlowDrift drift,
    int from,
    double departure,
    double curvature,
    double offGraph,
    double shift,
    double rounding) {
  private static final int SAMPLES = 32;

  /** Accuracies that a verdict of agreement needs: of the order, and of the rate, relative. */
  private static final double ACCURACY = 0.1;

  static RayTest of(
      SublinearRun run,
      GrowthOrder growth,
      SlowDrift drift,
      DoubleUnaryOperator slope,
      double offGraph,
      double shift,
      double rounding) {
    int from = run.firstStep();
    double high = run.at(from);
    double low = run.at(run.lastStep());
    double departure = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double step = Math.pow(low / high, 1.0 / SAMPLES);
    for (int i = 0; i <= SAMPLES; i++) {
      double t = high * Math.pow(step, i);
      double q = slope.applyAsDouble(t);
      departure = Math.max(departure, Math.abs(q / growth.slope(t) - 1));
      double exponent = Math.log(slope.applyAsDouble(t * step) / q) / Math.log(step);
      least = Math.min(least, exponent);
      most = Math.max(most, exponent);
    }
    return new RayTest(
        run, growth, drift, from, departure, most - least, offGraph, shift, rounding);
  }

  private double b() {
    return drift.step() * growth.order() * growth.coefficient();
  }

  /** Returns (p-2) b. */
  double predictedRate() {
    return (growth.order() - 2) * b();
  }

  double measuredRate() {
    double logarithmic = (growth.order() - 1) * b() * (0.5 + drift.lag());
    return run.rate(growth.order(), logarithmic, from, run.lastStep());
  }

  /** Returns the relative tolerance of the rate. */
  double rateTolerance() {
    double p = growth.order();
    double small = (p - 1) * (1 + 2 * Math.abs(drift.lag())) * b() * Math.pow(run.at(from), p - 2);
    int last = run.lastStep();
    return departure
        + offGraph
        + small * small
        + noise()
        + drift.error()
        + 2 * (p - 1) * shift / run.at(last);
  }

  private double noise() {
    int last = run.lastStep();
    return (rounding + 0x1p-52 * run.at(last)) / run.move(last) + growth.error() * 1e-3;
  }

  double measuredOrder() {
    return run.order(from, run.lastStep());
  }

  double orderTolerance() {
    double p = Math.max(measuredOrder(), 2);
    int last = run.lastStep();
    double small = 2 * p * (1 + Math.abs(drift.lag())) * run.move(from) / run.at(from);
    double center = 2 * (p - 1) * shift / run.at(last);
    return (small + 2 * offGraph + noise() + center) / Math.log(run.at(from) / run.at(last))
        + curvature;
  }

  /** Slower refutes, faster does not: the published rates are upper bounds. */
  Verdict verdict() {
    double order = orderTolerance();
    double rate = rateTolerance();
    if (!run.fallsFrom(from) || !(order <= ACCURACY)) {
      return Verdict.INCONCLUSIVE;
    }
    if (measuredOrder() > growth.order() + order) {
      return Verdict.CONTRADICTED;
    }
    if (measuredOrder() < growth.order() - order) {
      return Verdict.CONSISTENT;
    }
    if (!(rate <= ACCURACY)) {
      return Verdict.INCONCLUSIVE;
    }
    return measuredRate() < predictedRate() * (1 - rate)
        ? Verdict.CONTRADICTED
        : Verdict.CONSISTENT;
  }
}
