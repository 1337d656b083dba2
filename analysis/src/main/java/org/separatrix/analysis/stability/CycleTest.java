package org.separatrix.analysis.stability;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.separatrix.analysis.manifold.SquareMatrix;
import org.separatrix.analysis.manifold.TangentMap;
import org.separatrix.api.analysis.StepMap;

/**
 * The 2-cycle that is born where a minimum flips.
 *
 * <p>Let the multiplier of the fixed point be -(1 + epsilon). On the center manifold the map is u
 * -&gt; -(1 + epsilon) u + a u^3 + ... after a change of coordinates, and two steps have the fixed
 * points u^2 = epsilon / a with the multiplier 1 - 4 epsilon + O(epsilon^2), whatever a is
 * (Kuznetsov, Elements of Applied Bifurcation Theory, section 4.5). With a &gt; 0 the cycle exists
 * beyond the limit and attracts; with a &lt; 0 it exists before it and repels.
 *
 * <p>The cycle is computed from the map alone for two amplitudes r and r/2; the ratio of 1 -
 * multiplier to 4 epsilon deviates from 1 by O(r^2), which one extrapolation removes.
 *
 * @param ratio extrapolated (1 - multiplier) / (4 epsilon), predicted to be 1
 * @param error what the extrapolation changed at r/2, and rounding
 * @param attracts whether the cycle attracts
 * @param factor of the step at which the smaller cycle was found
 * @param death factor of the step at which the attracting cycle loses stability; NaN if not found
 */
record CycleTest(double ratio, double error, boolean attracts, double factor, double death) {
  private static final int POWERS = 24;
  private static final double SMALLEST = 1e-5;
  private static final double ROUNDING = 1e-8;
  private static final double STRIDE = 1.01;
  private static final double FARTHEST = 4;

  /**
   * Follows the birth of the cycle.
   *
   * @param maps the method's map at a factor of the step
   * @param excess by how much the modulus of the multiplier at the minimum exceeds 1, at a factor
   * @param excessError bounds the error of that
   * @param rest the fixed point, length m; not modified
   * @param flip factor at which it flips
   * @param scale distance over which the objective changes
   * @return empty if no 2-cycle branches off whose multiplier stands alone
   */
  static Optional<CycleTest> run(
      DoubleFunction<StepMap> maps,
      DoubleUnaryOperator excess,
      double excessError,
      double[] rest,
      double flip,
      double scale) {
    double[] direction = direction(maps.apply(flip), rest, scale);
    for (double amplitude = 0.04 * scale; amplitude > 1e-4 * scale; amplitude /= 2) {
      Optional<TwoCycle> large =
          TwoCycle.ofAmplitude(maps, rest, direction, amplitude, flip, scale);
      Optional<TwoCycle> small =
          TwoCycle.ofAmplitude(maps, rest, direction, amplitude / 2, flip, scale);
      if (large.isEmpty() || small.isEmpty() || !large.get().isAlone() || !small.get().isAlone()) {
        continue;
      }
      double epsilon = excess.applyAsDouble(small.get().factor());
      if (!(Math.abs(epsilon) > SMALLEST)) {
        return Optional.empty();
      }
      double atLarge = ratio(excess, large.get());
      double atSmall = ratio(excess, small.get());
      double ratio = (4 * atSmall - atLarge) / 3;
      double error = Math.abs(atSmall - ratio) + (ROUNDING + 2 * excessError) / Math.abs(epsilon);
      boolean attracts = small.get().multipliers().spectralRadius() < 1;
      double death = attracts ? death(maps, excess, large.get(), rest, scale) : Double.NaN;
      return Optional.of(new CycleTest(ratio, error, attracts, small.get().factor(), death));
    }
    return Optional.empty();
  }

  private static double ratio(DoubleUnaryOperator excess, TwoCycle cycle) {
    return (1 - cycle.atBirth()) / (4 * excess.applyAsDouble(cycle.factor()));
  }

  /** The direction that the map only turns round, from high powers of its derivative. */
  private static double[] direction(StepMap map, double[] rest, double scale) {
    SquareMatrix power = TangentMap.at(map, rest, 1e-5 * scale);
    int m = rest.length;
    for (int i = 0; i < POWERS; i++) {
      power = power.times(power);
      double norm = power.norm();
      for (double[] column : power.columns()) {
        for (int k = 0; k < m; k++) {
          column[k] /= norm;
        }
      }
    }
    double[] longest = power.columns()[0];
    for (double[] column : power.columns()) {
      longest =
          SquareMatrix.dot(column, column) > SquareMatrix.dot(longest, longest) ? column : longest;
    }
    double length = Math.sqrt(SquareMatrix.dot(longest, longest));
    double[] direction = longest.clone();
    for (int k = 0; k < m; k++) {
      direction[k] /= length;
    }
    return direction;
  }

  /** Follows the cycle until a multiplier leaves the unit circle. */
  private static double death(
      DoubleFunction<StepMap> maps,
      DoubleUnaryOperator excess,
      TwoCycle first,
      double[] rest,
      double scale) {
    TwoCycle alive = first;
    double beyond = first.factor() * FARTHEST;
    double stride = STRIDE;
    while (stride > 1 + Math.ulp(1.0) && alive.factor() * (1 + Math.ulp(1.0)) < beyond) {
      double factor = Math.min(alive.factor() * stride, 0.5 * (alive.factor() + beyond));
      // Near its birth the cycle grows like the root of epsilon.
      double growth =
          Math.sqrt(excess.applyAsDouble(factor) / excess.applyAsDouble(alive.factor()));
      Optional<TwoCycle> next = alive.at(maps, factor, rest, growth, scale);
      if (next.isPresent() && next.get().multipliers().spectralRadius() <= 1) {
        alive = next.get();
      } else {
        beyond = next.isPresent() ? factor : beyond;
        stride = 1 + (Math.min(stride, factor / alive.factor()) - 1) / 2;
      }
    }
    return beyond <= alive.factor() * (1 + 1e-9) ? alive.factor() : Double.NaN;
  }

  /** Returns what was measured, by name, in units of alpha. */
  Map<String, Double> observed(double alpha) {
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("multiplier-slope", -4 * ratio);
    observed.put("error", 4 * error);
    observed.put("attracts", attracts ? 1.0 : 0.0);
    if (!Double.isNaN(death)) {
      observed.put("death-step", death * alpha);
    }
    return observed;
  }
}
