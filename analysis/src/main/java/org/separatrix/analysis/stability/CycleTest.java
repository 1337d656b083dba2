package org.separatrix.analysis.stability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
 * <p>The cycle is computed from the map alone for amplitudes r, r/2, r/4 and so on; the ratio of 1
 * - multiplier to 4 epsilon deviates from 1 by O(r^2), which extrapolation removes. How small r is
 * to be depends on a: where that is nearly zero the next terms decide for long.
 *
 * @param ratio extrapolated (1 - multiplier) / (4 epsilon), predicted to be 1
 * @param error bounds its error, by how it changed from one amplitude to the next and by rounding
 * @param attracts whether the cycle attracts
 * @param factor of the step at which the smallest cycle was found that it rests on
 * @param cubic the factor by which what is odd and not linear in the map falls when the amplitude
 *     is halved, near 8 if it has three derivatives; NaN if there is too little of it
 * @param death factor of the step at which the attracting cycle loses stability; NaN if not found
 */
record CycleTest(
    double ratio, double error, boolean attracts, double factor, double cubic, double death) {
  private static final int POWERS = 24;

  /** Amplitudes, relative to the scale: from this ... */
  private static final double LARGEST = 0.08;

  /** ... to this one. */
  private static final double LEAST = 1e-4;

  /** Number of amplitudes that tell how an extrapolation changes, and how that changes. */
  private static final int NEEDED = 4;

  private static final double SMALLEST = 1e-5;
  private static final double ROUNDING = 1e-8;
  private static final double STRIDE = 1.01;
  private static final double FARTHEST = 4;
  private static final int MOST_STRIDES = 2000;

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
    List<Double> ratios = new ArrayList<>();
    List<Estimate> estimates = new ArrayList<>();
    for (double amplitude = LARGEST * scale; amplitude > LEAST * scale; amplitude /= 2) {
      Optional<TwoCycle> cycle =
          TwoCycle.ofAmplitude(maps, rest, direction, amplitude, flip, scale);
      double epsilon = cycle.map(each -> excess.applyAsDouble(each.factor())).orElse(0.0);
      if (!(Math.abs(epsilon) > SMALLEST) || !cycle.get().isAlone(maps, rest, scale)) {
        ratios.clear();
        continue;
      }
      ratios.add((1 - cycle.get().atBirth()) / (4 * epsilon));
      if (ratios.size() >= NEEDED) {
        double rounding = (ROUNDING + 2 * excessError) / Math.abs(epsilon);
        Estimate next = Estimate.of(ratios, rounding, cycle.get(), amplitude);
        // Where a smaller cycle differs by more than the errors, the larger one was too large.
        estimates.removeIf(larger -> larger.contradicts(next));
        estimates.add(next);
      }
    }
    Optional<Estimate> least = estimates.stream().min(Comparator.comparing(Estimate::error));
    if (least.isEmpty()) {
      return Optional.empty();
    }
    Estimate best = least.get();
    TwoCycle small = best.cycle();
    boolean attracts = small.multipliers().spectralRadius() < 1;
    double death = attracts ? death(maps, excess, small, rest, scale) : Double.NaN;
    double cubic = OddPart.fall(maps.apply(flip), rest, direction, best.amplitude());
    return Optional.of(
        new CycleTest(best.ratio(), best.error(), attracts, small.factor(), cubic, death));
  }

  /**
   * An extrapolated ratio.
   *
   * @param ratio the ratio
   * @param error bounds its error
   * @param cycle the smallest cycle that it rests on
   * @param amplitude of that
   */
  private record Estimate(double ratio, double error, TwoCycle cycle, double amplitude) {
    boolean contradicts(Estimate other) {
      return Math.abs(ratio - other.ratio) > error + other.error;
    }

    /**
     * Extrapolates the last ratios. What one extrapolation leaves shrinks to a sixteenth from one
     * amplitude to the next, so twice the last change bounds it; where the change before was more
     * than sixteen times that, it has not begun to, and its sixteenth counts.
     */
    static Estimate of(List<Double> ratios, double rounding, TwoCycle cycle, double amplitude) {
      int last = ratios.size() - 1;
      double ratio = extrapolated(ratios, last);
      double before = extrapolated(ratios, last - 1);
      double change = Math.abs(ratio - before);
      double earlier = Math.abs(before - extrapolated(ratios, last - 2));
      double error = 2 * (Math.max(change, earlier / 16) + rounding);
      return new Estimate(ratio, error, cycle, amplitude);
    }

    private static double extrapolated(List<Double> ratios, int i) {
      return (4 * ratios.get(i) - ratios.get(i - 1)) / 3;
    }
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
    int tried = 0;
    while (tried++ < MOST_STRIDES
        && stride > 1 + Math.ulp(1.0)
        && alive.factor() * (1 + Math.ulp(1.0)) < beyond) {
      double factor = Math.min(alive.factor() * stride, 0.5 * (alive.factor() + beyond));
      // Near its birth the cycle grows like the root of epsilon.
      double growth =
          Math.sqrt(excess.applyAsDouble(factor) / excess.applyAsDouble(alive.factor()));
      Optional<TwoCycle> next = alive.at(maps, factor, rest, growth, scale);
      if (next.isPresent() && next.get().multipliers().spectralRadius() <= 1) {
        alive = next.get();
        // Newton's method bears only short strides near the birth.
        stride = Math.min(STRIDE, 1 + 2 * (stride - 1));
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
