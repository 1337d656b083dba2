package org.separatrix.analysis.escape;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.separatrix.analysis.rate.LeastSquaresLine;
import org.separatrix.api.analysis.StepMap;

/**
 * The growth of ln|distance| per step, measured from runs along the unstable direction.
 *
 * <p>Each run starts on either side of the saddle so near that it grows by a factor of 1000 after
 * the other eigenvalues of its block have fallen behind and before it passes R/16. The distance is
 * that of the state from the state at rest, projected on the unstable direction. The slope of each
 * run is a least-squares line's.
 *
 * @param slope mean over the runs
 * @param uncertainty 6 standard errors of the mean, and what the curvature of the objective, the
 *     other eigenvalues (seen as residuals) and rounding can change of the slope, with the error of
 *     the predicted one
 * @param runs number of runs
 * @param points points on the shortest line
 */
record UnstableTraces(double slope, double uncertainty, int runs, int points) {
  private static final int RUNS = 32;

  private static final double STANDARD_ERRORS = 6;

  /** Runs are followed to R 2^-4. */
  private static final int HALVINGS = 4;

  private static final double GROWTH = 1000;

  private static final double SETTLED = 1e-8;

  /** What rounding can add to each step of ln|distance|, and to the predicted logarithm. */
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  /** A start is at least this many errors of the center away. */
  private static final double CENTER_ERRORS = 1e5;

  /**
   * Measures.
   *
   * @param map the step
   * @param growth of runs at the saddle
   * @param regime the linear regime
   * @param random chooses the starts
   * @param maxSteps most steps of a run
   * @return empty if a run takes more steps or has no line
   */
  static Optional<UnstableTraces> measure(
      StepMap map,
      UnstableGrowth growth,
      LinearRegime regime,
      RandomGenerator random,
      int maxSteps) {
    int settling = growth.settlingSteps(SETTLED);
    double end = Math.scalb(regime.radius(), -HALVINGS);
    double nearest =
        Math.max(
            CENTER_ERRORS * growth.centerError(),
            end * Math.exp(-settling * growth.logarithm()) / GROWTH);
    Trace trace = new Trace(map, growth, end, maxSteps);
    double[] slopes = new double[RUNS];
    int points = Integer.MAX_VALUE;
    double residuals = 0;
    for (int i = 0; i < RUNS; i++) {
      double distance = nearest * (1 + random.nextDouble()) * (i % 2 == 0 ? 1 : -1);
      double[] logarithms = trace.from(distance);
      if (logarithms.length < settling + 2) {
        return Optional.empty();
      }
      LeastSquaresLine line = LeastSquaresLine.through(logarithms, settling, logarithms.length);
      slopes[i] = line.slope();
      points = Math.min(points, line.points());
      residuals = Math.max(residuals, line.residualRange());
    }
    double stray = regime.strayBelow(HALVINGS) + residuals + 2 * growth.centerError() / nearest;
    double bias = LeastSquaresLine.leverage(points) * stray + growth.logarithmError();
    return Optional.of(of(slopes, bias, points));
  }

  private static UnstableTraces of(double[] slopes, double bias, int points) {
    double mean = 0;
    for (double slope : slopes) {
      mean += slope / slopes.length;
    }
    double squares = 0;
    for (double slope : slopes) {
      squares += (slope - mean) * (slope - mean);
    }
    double error = Math.sqrt(squares / (slopes.length * (slopes.length - 1.0)));
    return new UnstableTraces(
        mean, STANDARD_ERRORS * error + bias + ROUNDING, slopes.length, points);
  }
}
