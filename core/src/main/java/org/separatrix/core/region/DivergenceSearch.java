package org.separatrix.core.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * Looks for {@link DivergenceRegion}s of gradient descent, coordinate by coordinate, that begin as
 * far inside as can be proven.
 *
 * <p>On a half-line that ends at R let J be the derivative of G. If J &gt;= m, then |G(x)| &gt;=
 * G(R) + m (x - R), so that overshooting at R and alpha m &gt;= 1 + c give overshooting everywhere;
 * likewise for falling outward. Nothing is found where coordinates are coupled at infinity, or for
 * methods with memory.
 */
public final class DivergenceSearch {
  /** The growth c that is proven, just above 1 for the largest region. */
  private static final double GROWTH = 1 + 0x1p-20;

  private static final double RESOLUTION = 1 + 0x1p-20;
  private static final double LARGEST = 0x1p40;

  private final LiftedMap map;

  /**
   * Prepares the search.
   *
   * @param gradient the first and second derivatives of f
   * @param method the method
   */
  public DivergenceSearch(IntervalExtension gradient, LinearMethod method) {
    map = LiftedMap.of(gradient, method);
  }

  /** Returns the regions that are found, at most one for each coordinate. */
  public List<DivergenceRegion> regions() {
    List<DivergenceRegion> regions = new ArrayList<>();
    for (int k = 0; k < map.dimension() && map.isGradientDescent(); k++) {
      region(k).ifPresent(regions::add);
    }
    return List.copyOf(regions);
  }

  /** Re-checks the proof of a region of this method on this function. */
  public boolean verifies(DivergenceRegion region) {
    int k = region.coordinate();
    boolean hasLow = Double.isFinite(region.low());
    boolean hasHigh = Double.isFinite(region.high());
    if (!map.isGradientDescent()
        || region.growth() > GROWTH
        || !(region.growth() > 1)
        || !(hasLow || hasHigh)) {
      return false;
    }
    // Who overshoots comes at least as far out on the other side as it was.
    boolean isLow =
        !hasLow
            || diverges(k, region.low(), false)
            || (hasHigh && diverges(k, region.low(), true) && -region.low() >= region.high());
    boolean isHigh =
        !hasHigh
            || diverges(k, region.high(), false)
            || (hasLow && diverges(k, region.high(), true) && region.high() >= -region.low());
    return isLow && isHigh;
  }

  private Optional<DivergenceRegion> region(int k) {
    double both = smallest(r -> diverges(k, -r, true) && diverges(k, r, true));
    double above = smallest(r -> diverges(k, r, false));
    double below = smallest(r -> diverges(k, -r, false));
    double high = Math.min(both, above);
    double low = Math.min(both, below);
    return high > LARGEST && low > LARGEST
        ? Optional.empty()
        : Optional.of(new DivergenceRegion(map.dimension(), k, -low, high, GROWTH));
  }

  /** Returns the smallest R found, infinity if there is none. */
  private static double smallest(DoublePredicate proof) {
    double success = 1;
    while (!proof.test(success)) {
      success *= 2;
      if (success > LARGEST) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double failure = success > 1 ? success / 2 : 0;
    while (success > RESOLUTION * failure && success > 1 / LARGEST) {
      double middle = failure + (success - failure) / 2;
      if (proof.test(middle)) {
        success = middle;
      } else {
        failure = middle;
      }
    }
    return success;
  }

  /** Tells whether |x_k| is proven to grow on the half-line beyond an end. */
  private boolean diverges(int k, double end, boolean mayOvershoot) {
    Interval halfLine =
        end > 0
            ? new Interval(end, Double.POSITIVE_INFINITY)
            : new Interval(Double.NEGATIVE_INFINITY, end);
    Interval[] everywhere = new Interval[map.dimension()];
    Arrays.fill(everywhere, Interval.ENTIRE);
    IntervalVector space = IntervalVector.of(everywhere);
    IntervalVector half = space.with(k, halfLine);
    // The Jacobian is said to be undefined where it has no bounds, the Hessian is not.
    if (!map.gradient().hessian(half).isDefinedEverywhere()
        || !map.gradient().gradient(half).isDefinedEverywhere()) {
      return false;
    }
    IntervalMatrix jacobian = map.gradient().jacobian(half).range();
    for (int j = 0; j < map.dimension(); j++) {
      if (j != k && !jacobian.get(k, j).equals(Interval.ZERO)) {
        return false;
      }
    }
    Interval alpha = map.b().get(0).negated();
    Interval point = Interval.point(end);
    Interval ratio =
        alpha.times(map.gradient().gradient(space.with(k, point)).range().get(k)).dividedBy(point);
    Interval slope = alpha.times(jacobian.get(k, k));
    double overshoot = Interval.ONE.plus(Interval.point(GROWTH)).high();
    double outward = Interval.ONE.minus(Interval.point(GROWTH)).low();
    boolean overshoots = ratio.low() >= overshoot && slope.low() >= overshoot;
    boolean falls = ratio.high() <= outward && slope.high() <= outward;
    return falls || (mayOvershoot && overshoots);
  }
}
