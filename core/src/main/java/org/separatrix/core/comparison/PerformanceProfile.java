package org.separatrix.core.comparison;

import java.util.Arrays;

/**
 * For each method, the share of problems that it solves within a factor of the cheapest method.
 *
 * <p>Source: Dolan and More, "Benchmarking optimization software with performance profiles", Math.
 * Program. 91 (2002).
 */
public final class PerformanceProfile {
  private final double[][] ratios;

  private PerformanceProfile(double[][] ratios) {
    this.ratios = ratios;
  }

  /**
   * Makes the profiles. A problem that no method solves counts against all.
   *
   * @param costs what each method needs, {@code [problem][method]}, positive; infinite if it does
   *     not solve the problem; at least one problem
   */
  public static PerformanceProfile of(double[][] costs) {
    double[][] ratios = new double[costs.length][];
    for (int p = 0; p < costs.length; p++) {
      double best = Arrays.stream(costs[p]).min().orElseThrow();
      ratios[p] =
          Arrays.stream(costs[p])
              .map(cost -> Double.isInfinite(cost) ? Double.POSITIVE_INFINITY : cost / best)
              .toArray();
    }
    return new PerformanceProfile(ratios);
  }

  /**
   * Returns the share of problems that a method solves at no more than a factor times the least
   * cost.
   *
   * @param method its index
   * @param factor at least 1
   */
  public double share(int method, double factor) {
    return (double) Arrays.stream(ratios).filter(ratio -> ratio[method] <= factor).count()
        / ratios.length;
  }

  /** Returns the largest finite ratio, from where on the profiles are constant. */
  public double largestRatio() {
    return Arrays.stream(ratios)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .max()
        .orElse(1);
  }
}
