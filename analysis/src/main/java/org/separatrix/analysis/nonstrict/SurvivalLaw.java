package org.separatrix.analysis.nonstrict;

import org.separatrix.analysis.degenerate.SlowDrift;

/**
 * The share of runs, uniform in the ball of radius R in the kernel, that have not left it after k
 * steps.
 *
 * <p>In one dimension a side with f = -|c| r^p lets go of what started beyond (R^-(p-2) + (p-2) b
 * k)^(-1/(p-2)), b = a p |c|: for x^2 - y^4 and R = 1 the share (1 + 8 alpha k)^(-1/2) is left. A
 * side on which f grows keeps its half for ever. The next terms of the recursion change a distance
 * by a share of (p-1)(1 + 2 |a_2/a^2|) b R^{p-2} at most.
 *
 * @param form of f along the kernel
 * @param drift of the method
 * @param radius R
 */
record SurvivalLaw(RadialForm form, SlowDrift drift, double radius) {
  /** Largest share by which the bend of the graph slows runs down. */
  private static final double LARGEST_BEND = 0.04;

  static SurvivalLaw of(RadialForm form, SlowDrift drift, double small) {
    double p = form.order();
    double b = drift.step() * p * form.largest() * (1 + 2 * Math.abs(drift.lag()));
    double radius = Math.min(form.radius(), Math.pow(small / b, 1 / (p - 2)));
    radius *= Math.min(1, Math.sqrt(LARGEST_BEND / form.bend(radius)));
    return new SurvivalLaw(form, drift, radius);
  }

  /** Returns k_0 = 1/((p-2) b R^{p-2}). */
  double unit() {
    double p = form.order();
    return 1 / ((p - 2) * drift.step() * p * form.largest() * Math.pow(radius, p - 2));
  }

  int[] steps(double[] times) {
    int[] steps = new int[times.length];
    for (int j = 0; j < steps.length; j++) {
      steps[j] = (int) Math.min(Integer.MAX_VALUE - 1.0, Math.ceil(times[j] * unit()));
    }
    return steps;
  }

  /** Returns P(T &gt; k) in one dimension. */
  double share(int k) {
    double kept = 0;
    for (double value : form.values()) {
      kept += value > 0 ? 0.5 : 0;
    }
    return kept + leavingShare(k);
  }

  /** Returns the part of it that will leave. */
  double leavingShare(int k) {
    double p = form.order();
    double share = 0;
    for (double value : form.values()) {
      double rate = (p - 2) * drift.step() * p * -value * Math.pow(radius, p - 2);
      share += value > 0 ? 0 : 0.5 * Math.pow(1 + rate * k, -1 / (p - 2));
    }
    return share;
  }

  /** Returns the relative error of the share. */
  double tolerance() {
    double p = form.order();
    double next =
        (p - 1)
            * (1 + 2 * Math.abs(drift.lag()))
            * drift.step()
            * p
            * form.largest()
            * Math.pow(radius, p - 2);
    // The leading term is left by at most a percent up to the form's own radius, in proportion.
    return next + drift.error() + (0.02 * radius / form.radius() + form.bend(radius)) / (p - 2);
  }
}
