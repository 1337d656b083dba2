package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.engine.DescentBounds.Curvature;

/**
 * Proves by interval arithmetic where gradient descent on a formula is calm. The bounds leave room
 * for the rounding of the steps that are computed.
 */
final class CalmProof {
  /** If the domain is not invariant, the outer box exceeds it by this part on each side. */
  private static final double EXCESS = 0.25;

  /** Gradients that may grow more than this in a window need to be watched anyhow. */
  private static final double MOST_GROWTH = 1e3;

  /** A window of 64 steps takes the 64th power of what this leaves open. */
  private static final Effort EFFORT = Effort.standard().withRelativeGap(1e-3).withBoxes(200);

  /** Relative margin for rounding in the bounds themselves. */
  private static final double MARGIN = 0.01;

  /** A run that is closer to the boundary, relative to the width, might be outside. */
  private static final double CLOSE = 1e-6;

  /** Lengths of windows; the longer ones only serve where runs cannot leave. */
  private static final int[] LONG_WINDOWS = {64, 32, 16, 8};

  private static final int[] WINDOWS = {16, 8};

  private final DescentBounds bounds;
  private final Box domain;
  private final double alpha;
  private final double tolerance;
  private final double radius;

  CalmProof(DescentBounds bounds, StopRule stop) {
    this.bounds = bounds;
    domain = bounds.domain();
    alpha = bounds.alpha();
    tolerance = stop.gradientTolerance();
    radius = stop.divergenceRadius();
  }

  /** Returns the regions, those for longer windows first. */
  List<CalmRegion> regions() {
    Curvature within = bounds.curvature(domain, EFFORT);
    if (!(Math.pow(within.growth(alpha), WINDOWS[WINDOWS.length - 1]) <= MOST_GROWTH)) {
      return List.of();
    }
    boolean invariant = bounds.isDomainInvariant(EFFORT);
    double excess = invariant ? 0 : EXCESS;
    Box outer = enlarged(excess);
    Curvature curvature = invariant ? within : bounds.curvature(outer, EFFORT);
    double noise = bounds.noise(outer, curvature.norm());
    if (!(noise < Double.MAX_VALUE) || !(DescentBounds.farthest(outer) < radius)) {
      return List.of();
    }
    double growth = curvature.growth(alpha);
    List<CalmRegion> regions = new ArrayList<>();
    for (int steps : invariant ? LONG_WINDOWS : WINDOWS) {
      double total = 0;
      double power = 1;
      for (int step = 0; step <= steps; step++) {
        total += power;
        power *= growth;
      }
      if (power <= MOST_GROWTH) {
        double most =
            invariant
                ? Double.POSITIVE_INFINITY
                : (1 - MARGIN) * excess * bounds.leastWidth() / (alpha * growth * total);
        regions.add(
            new CalmRegion(
                steps,
                centre(),
                inner(),
                most * most,
                quiet(power, total, noise),
                quiet(1, steps + 1, noise)));
      }
    }
    return regions;
  }

  /** Returns the square of what the tolerance may have grown to. */
  private double quiet(double power, double total, double noise) {
    double quiet = tolerance < 0 ? 0 : (1 + MARGIN) * (power * tolerance + total * noise);
    return quiet * quiet;
  }

  private Box enlarged(double excess) {
    double[] low = domain.low();
    double[] high = domain.high();
    for (int k = 0; k < low.length; k++) {
      double more = excess * (high[k] - low[k]);
      low[k] -= more;
      high[k] += more;
    }
    return new Box(low, high);
  }

  private double[] half() {
    double[] half = new double[domain.dimension()];
    Arrays.setAll(half, k -> (domain.high()[k] - domain.low()[k]) / 2);
    return half;
  }

  /** A little less than half the widths, so that rounding cannot hide that a run is outside. */
  private double[] inner() {
    double[] half = half();
    Arrays.setAll(half, k -> half[k] * (1 - CLOSE));
    return half;
  }

  private double[] centre() {
    double[] half = half();
    double[] centre = new double[half.length];
    Arrays.setAll(centre, k -> domain.low()[k] + half[k]);
    return centre;
  }
}
