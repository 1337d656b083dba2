package org.separatrix.analysis.rate;

import java.util.List;
import org.separatrix.api.analysis.StepMap;

/**
 * Measures the factor by which a step shrinks the distance to a fixed point, in the state space.
 *
 * <p>A run from a small distance h_0 is followed until it has come a hundred times closer, then
 * moved back along its ray to h_0 and followed on, so that neither rounding nor curvature limits
 * the number of steps (Benettin, Galgani, Giorgilli and Strelcyn, Meccanica 15, 1980). The slope of
 * the logarithm of the distance over the second half of the steps is a least-squares line's.
 *
 * <p>What a finite number N of steps leaves of the start is of the order 1/N: if the slowest of the
 * directions in the start has the squared weight 1/a, the others still change the slope by at most
 * (1 + ln a)/N; a polynomial factor k of a defective root by at most 2/N; an oscillation of a
 * complex pair less than that.
 *
 * @param logarithm the mean over the directions of the slope, ln of the factor per step
 * @param standardError of that mean, from the differences between directions
 * @param steps steps followed from each direction
 * @param directions number of directions
 */
public record ContractionMeasurement(
    double logarithm, double standardError, int steps, int directions) {
  /** Distances kept, relative to h_0. */
  static final double NEAREST = 1e-2;

  private static final double FARTHEST = 2;

  /** A run that comes this close at once, relative to h_0, starts again. */
  static final double VANISHED = 1e-9;

  /**
   * Measures.
   *
   * @param map the step
   * @param fixedPoint position of the fixed point, length d; not modified
   * @param starts starting points, each close enough for the linear law; not modified
   * @param steps number of steps N from each start, at least 8
   */
  public static ContractionMeasurement measure(
      StepMap map, double[] fixedPoint, List<double[]> starts, int steps) {
    double[] slopes = new double[starts.size()];
    for (int i = 0; i < slopes.length; i++) {
      double[] logarithms = logarithms(map, fixedPoint, starts.get(i), steps);
      slopes[i] = LeastSquaresLine.through(logarithms, steps / 2, steps + 1).slope();
    }
    return of(slopes, steps);
  }

  /** Returns the factor per step. */
  public double factor() {
    return Math.exp(logarithm);
  }

  private static ContractionMeasurement of(double[] slopes, int steps) {
    double mean = 0;
    for (double slope : slopes) {
      mean += slope / slopes.length;
    }
    double squares = 0;
    for (double slope : slopes) {
      squares += (slope - mean) * (slope - mean);
    }
    int n = slopes.length;
    double error = n < 2 ? 0 : Math.sqrt(squares / (n * (n - 1.0)));
    return new ContractionMeasurement(mean, error, steps, n);
  }

  /**
   * Returns ln of the distance, relative to the start's and as if never moved, of every step.
   *
   * @param map the step
   * @param fixedPoint position of the fixed point, length d; not modified
   * @param from starting point, close enough for the linear law; not modified
   * @param steps number of steps N
   * @return N + 1 logarithms
   */
  static double[] logarithms(StepMap map, double[] fixedPoint, double[] from, int steps) {
    double[] rest = map.lift(fixedPoint);
    double[] start = map.lift(from);
    double[] logarithms = new double[steps + 1];
    double[] state = start.clone();
    double[] next = new double[start.length];
    double unit = distance(start, rest);
    double before = unit;
    for (int k = 1; k <= steps; k++) {
      map.apply(state, next);
      double after = distance(next, rest);
      double counted = Math.max(after, VANISHED * unit);
      logarithms[k] = logarithms[k - 1] + Math.log(counted / before);
      if (after < VANISHED * unit) {
        System.arraycopy(start, 0, state, 0, state.length);
        before = unit;
      } else if (after < NEAREST * unit || after > FARTHEST * unit) {
        moveTo(unit / after, rest, next, state);
        before = distance(state, rest);
      } else {
        double[] spare = state;
        state = next;
        next = spare;
        before = after;
      }
    }
    return logarithms;
  }

  /** state = rest + factor (next - rest). */
  private static void moveTo(double factor, double[] rest, double[] next, double[] state) {
    for (int j = 0; j < state.length; j++) {
      state[j] = Math.fma(factor, next[j] - rest[j], rest[j]);
    }
  }

  private static double distance(double[] state, double[] rest) {
    double sum = 0;
    for (int j = 0; j < state.length; j++) {
      sum += (state[j] - rest[j]) * (state[j] - rest[j]);
    }
    return Math.sqrt(sum);
  }
}
