package org.separatrix.core.region;

import java.util.Arrays;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.UpperBounds;

/**
 * A decision, in rounding to nearest but with a proven margin, whether a state lies in a region.
 *
 * <p>For the ball |T (xi - xi*)| &lt;= r let c be the midpoint of the box of xi*, s a bound of |T
 * (xi* - c)|, and D^2 the computed value of |T (xi - c)|^2. A difference has a relative error of u
 * = 2^-53; a sum of N products in any order one of N u, relative to the sum of their moduli; so the
 * computed vector is wrong by at most (N + 2) u ||T||T^-1|| |z|, to first order, and D by at most
 * (2 N + 4) u (1 + ||T||T^-1||_F) relative. Twice that is the margin e. Then D (1 + e) + s &lt;= r
 * puts the state inside, D (1 - e) - s &gt; r outside. Underflow adds less than {@value #TINY}.
 */
final class Prefilter {
  /** What is known. */
  enum Answer {
    INSIDE,
    OUTSIDE,
    UNSURE
  }

  private static final double TINY = 1e-150;
  private static final double UNIT = 0x1p-53;

  private final double[] center;
  private final double[] transform;
  private final boolean isCartesian;
  private final double insideSquared;
  private final double outsideSquared;
  private final long outsideBits;

  private Prefilter(
      IntervalVector restingState, LinearCoordinates coordinates, double radius, boolean isBall) {
    int size = coordinates.size();
    center = restingState.midpoint();
    transform = new double[size * size];
    double[][] t = coordinates.transform().midpoint();
    for (int i = 0; i < size; i++) {
      System.arraycopy(t[i], 0, transform, i * size, size);
    }
    isCartesian = coordinates.transform().equals(IntervalMatrix.identity(size));
    IntervalVector offset = coordinates.of(restingState.minus(IntervalVector.point(center)));
    double shift = LinearCoordinates.norm(offset, 0, size).high();
    double condition =
        UpperBounds.product(
            coordinates.transform().frobeniusNorm(), coordinates.inverse().frobeniusNorm());
    double margin = 2 * (2 * size + 4) * UNIT * (1 + condition) + 16 * UNIT;
    double inside = (radius - shift - TINY) * (1 - 2 * margin) * (1 - 8 * UNIT);
    double outside = (radius + shift + TINY) * (1 + 4 * margin) * (1 + 8 * UNIT);
    boolean useful = margin < 0.01;
    insideSquared = isBall && useful && inside > 0 ? inside * inside * (1 - 8 * UNIT) : -1;
    outsideSquared = useful ? outside * outside * (1 + 8 * UNIT) : Double.POSITIVE_INFINITY;
    outsideBits = Double.doubleToRawLongBits(outsideSquared);
  }

  private Prefilter() {
    center = new double[0];
    transform = new double[0];
    isCartesian = true;
    insideSquared = -1;
    outsideSquared = Double.POSITIVE_INFINITY;
    outsideBits = Double.doubleToRawLongBits(outsideSquared);
  }

  /** Prepares the decision for a region; divergence and products need none. */
  static Prefilter of(CertifiedRegion region) {
    if (region instanceof CaptureBall ball) {
      return new Prefilter(ball.restingState(), ball.coordinates(), ball.radius(), true);
    }
    if (region instanceof SaddleCone cone) {
      return new Prefilter(cone.restingState(), cone.coordinates(), cone.radius(), false);
    }
    return new Prefilter();
  }

  /** Decides; a state that is not finite is outside of a ball. */
  Answer test(double[] state) {
    double squared = isCartesian ? distance(state) : transformedDistance(state);
    if (isNear(squared)) {
      return Answer.INSIDE;
    }
    return squared <= outsideSquared ? Answer.UNSURE : Answer.OUTSIDE;
  }

  /** Tells whether states whose {@link #squares} is this are inside. */
  boolean isNear(double squared) {
    return squared <= insideSquared;
  }

  /** Returns 1 if states whose {@link #squares} is this are outside, else 0; without a branch. */
  int far(double squared) {
    // Numbers that are not negative are in the order of their bits, and NaN comes after all.
    return (int) ((outsideBits - Double.doubleToRawLongBits(squared)) >>> 63);
  }

  /**
   * Computes what {@link #isNear} and {@link #far} ask for.
   *
   * @param states component i d + k of run j is {@code states[i d + k][j]}; not modified
   * @param from the first run
   * @param squared receives the numbers, one for each run
   * @param scratch overwritten, as long
   * @param count number of runs
   */
  void squares(double[][] states, int from, double[] squared, double[] scratch, int count) {
    Arrays.fill(squared, 0, count, 0);
    int size = center.length;
    for (int i = 0; i < size; i++) {
      if (isCartesian) {
        addSquares(states[i], from, center[i], squared, count);
      } else {
        Arrays.fill(scratch, 0, count, 0);
        for (int j = 0; j < size; j++) {
          addProducts(transform[i * size + j], states[j], from, center[j], scratch, count);
        }
        addSquares(scratch, 0, 0, squared, count);
      }
    }
  }

  private static void addSquares(double[] x, int from, double center, double[] sum, int count) {
    for (int i = 0; i < count; i++) {
      double difference = x[from + i] - center;
      sum[i] = Math.fma(difference, difference, sum[i]);
    }
  }

  private static void addProducts(
      double factor, double[] x, int from, double center, double[] sum, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] = Math.fma(factor, x[from + i] - center, sum[i]);
    }
  }

  private double distance(double[] state) {
    double sum = 0;
    for (int i = 0; i < center.length; i++) {
      double difference = state[i] - center[i];
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }

  private double transformedDistance(double[] state) {
    int size = center.length;
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double z = 0;
      for (int j = 0; j < size; j++) {
        z = Math.fma(transform[i * size + j], state[j] - center[j], z);
      }
      sum = Math.fma(z, z, sum);
    }
    return sum;
  }
}
