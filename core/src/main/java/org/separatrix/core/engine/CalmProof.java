package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.bound.ForwardInvariance;
import org.separatrix.core.bound.HessianBounds;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.GradientRounding;

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

  private static final int MOST_DIMENSIONS = 3;

  /** Relative margin for rounding in the bounds themselves. */
  private static final double MARGIN = 0.01;

  /** A run that is closer to the boundary, relative to the width, might be outside. */
  private static final double CLOSE = 1e-6;

  /** Lengths of windows; the longer ones only serve where runs cannot leave. */
  private static final int[] LONG_WINDOWS = {64, 32, 16, 8};

  private static final int[] WINDOWS = {16, 8};

  private final LinearMethod method;
  private final CompiledFormula formula;
  private final IntervalFormula enclosure;
  private final double alpha;
  private final double tolerance;
  private final double radius;
  private final Box domain;

  private CalmProof(
      LinearMethod method, CompiledFormula formula, Box domain, Experiment experiment) {
    this.method = method;
    this.formula = formula;
    alpha = -method.b()[0];
    this.domain = domain;
    enclosure = new IntervalFormula(formula);
    tolerance = experiment.stop().gradientTolerance();
    radius = experiment.stop().divergenceRadius();
  }

  /** Returns what can prove something of an experiment, if its kind allows it. */
  static Optional<CalmProof> of(Experiment experiment) {
    if (!(experiment.objective() instanceof CompiledFormula formula)
        || !(experiment.optimizer() instanceof LinearMethod method)
        || formula.dimension() > MOST_DIMENSIONS
        || !method.isGradientStep()) {
      return Optional.empty();
    }
    return formula
        .landscape()
        .domain()
        .map(domain -> new CalmProof(method, formula, domain, experiment));
  }

  /** Returns the regions, those for longer windows first. */
  List<CalmRegion> regions() {
    Curvature within = curvature(domain);
    if (!(Math.pow(within.growth(alpha), WINDOWS[WINDOWS.length - 1]) <= MOST_GROWTH)) {
      return List.of();
    }
    boolean invariant = isInvariant();
    double excess = invariant ? 0 : EXCESS;
    Box outer = enlarged(excess);
    Curvature curvature = invariant ? within : curvature(outer);
    double growth = curvature.growth(alpha);
    double noise = noise(outer, curvature.norm());
    if (!(noise < Double.MAX_VALUE) || !(farthest(outer) < radius)) {
      return List.of();
    }
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
                : (1 - MARGIN) * excess * leastWidth() / (alpha * growth * total);
        double quiet = tolerance < 0 ? 0 : (1 + MARGIN) * (power * tolerance + total * noise);
        regions.add(new CalmRegion(steps, centre(), inner(), most * most, quiet * quiet));
      }
    }
    return regions;
  }

  /** Tells whether a step, as it is computed, leads from every point of the domain to one of it. */
  private boolean isInvariant() {
    return ForwardInvariance.of(method, formula, IntervalVector.of(domain), EFFORT)
            instanceof Invariance.Proven proven
        && proven.holdsForComputedStep();
  }

  /** Bounds of the eigenvalues of the Hessian. */
  private record Curvature(double least, double greatest) {
    /** Bounds the factor by which a gradient grows in a step. */
    double growth(double alpha) {
      double factor = Math.max(Math.abs(1 - alpha * least), Math.abs(1 - alpha * greatest));
      return Math.max(1, factor * (1 + 1e-9));
    }

    double norm() {
      return Math.max(Math.abs(least), Math.abs(greatest));
    }
  }

  private Curvature curvature(Box box) {
    HessianBounds bounds = new HessianBounds(enclosure, IntervalVector.of(box), EFFORT);
    return new Curvature(bounds.smallestEigenvalue().lower(), bounds.largestEigenvalue().upper());
  }

  /**
   * Bounds what rounding adds to a gradient in a step: the error of the gradient there and after
   * it, and what the error of the position makes of it.
   */
  private double noise(Box box, double norm) {
    double noise = 0;
    for (double error : GradientRounding.of(formula).over(IntervalVector.of(box))) {
      noise = Math.hypot(noise, error);
    }
    return 2 * noise + norm * Math.ulp(farthest(box));
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

  private static double farthest(Box box) {
    double farthest = 0;
    for (int k = 0; k < box.dimension(); k++) {
      double most = Math.max(Math.abs(box.low()[k]), Math.abs(box.high()[k]));
      farthest = Math.hypot(farthest, most);
    }
    return farthest;
  }

  private double leastWidth() {
    return 2 * Arrays.stream(half()).min().orElseThrow();
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
