package org.separatrix.core.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * Proves by interval arithmetic where gradient descent on a formula is calm. The bounds leave room
 * for the rounding of the steps that are computed.
 */
final class CalmProof {
  /** If the domain is not invariant, the outer box exceeds it by this part on each side. */
  private static final double EXCESS = 0.25;

  /** Gradients that may grow more than this in a window need to be watched anyhow. */
  private static final double MOST_GROWTH = 1e3;

  /** Number of parts of the box on which the gradient and the Hessian are enclosed. */
  private static final int PARTS = 1024;

  private static final int MOST_DIMENSIONS = 3;

  /** Error of an operation in ulps, at most that of an elementary function. */
  private static final double ULPS = 3;

  /** Relative margin for rounding in the bounds themselves. */
  private static final double MARGIN = 0.01;

  /** An image that comes closer to the boundary, relative to the width, might cross it rounded. */
  private static final double CLOSE = 1e-6;

  /** Lengths of windows; the longer ones only serve where runs cannot leave. */
  private static final int[] LONG_WINDOWS = {64, 32, 16, 8};

  private static final int[] WINDOWS = {16, 8};

  private final CompiledFormula formula;
  private final IntervalFormula enclosure;
  private final double alpha;
  private final double tolerance;
  private final double radius;
  private final Box domain;

  private CalmProof(CompiledFormula formula, double alpha, Box domain, Experiment experiment) {
    this.formula = formula;
    this.alpha = alpha;
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
        || !isDescent(method)) {
      return Optional.empty();
    }
    double alpha = -method.b()[0];
    return formula
        .landscape()
        .domain()
        .map(domain -> new CalmProof(formula, alpha, domain, experiment));
  }

  private static boolean isDescent(LinearMethod method) {
    return method.b().length == 1 && method.a()[0][0] == 1 && method.c()[0] == 1;
  }

  /** Returns the regions, those for longer windows first. */
  List<CalmRegion> regions() {
    boolean invariant = isInvariant();
    double excess = invariant ? 0 : EXCESS;
    Box outer = enlarged(excess);
    List<IntervalVector> parts = parts(outer);
    double growth = growth(parts);
    double noise = noise(outer);
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

  /** Tells whether a step leads from every point of the domain to a point of it. */
  private boolean isInvariant() {
    for (IntervalVector part : parts(domain)) {
      Enclosure<IntervalMatrix> jacobian = enclosure.jacobian(part);
      if (!jacobian.isDefinedEverywhere() || !mapsInside(part, jacobian.range())) {
        return false;
      }
    }
    return true;
  }

  /** Encloses the image by its mean-value form, which keeps x and grad f together. */
  private boolean mapsInside(IntervalVector part, IntervalMatrix jacobian) {
    IntervalVector middle = IntervalVector.point(part.midpoint());
    IntervalVector gradient = enclosure.gradient(middle).range();
    IntervalVector offset = part.minus(middle);
    for (int k = 0; k < domain.dimension(); k++) {
      Interval image = middle.get(k).minus(gradient.get(k).times(alpha));
      for (int j = 0; j < domain.dimension(); j++) {
        Interval derivative = jacobian.get(k, j).times(-alpha);
        Interval slope = k == j ? derivative.plus(Interval.ONE) : derivative;
        image = image.plus(slope.times(offset.get(j)));
      }
      double room = CLOSE * (domain.high()[k] - domain.low()[k]);
      if (!(image.low() > domain.low()[k] + room) || !(image.high() < domain.high()[k] - room)) {
        return false;
      }
    }
    return true;
  }

  /** Bounds the factor by which a gradient grows in a step. */
  private double growth(List<IntervalVector> parts) {
    double growth = 1;
    for (IntervalVector part : parts) {
      Enclosure<IntervalMatrix> hessian = enclosure.hessian(part);
      if (!hessian.isDefinedEverywhere()) {
        return Double.POSITIVE_INFINITY;
      }
      List<Interval> eigenvalues = hessian.range().eigenvalues();
      double least = eigenvalues.get(0).low();
      double greatest = eigenvalues.get(eigenvalues.size() - 1).high();
      double factor = Math.max(Math.abs(1 - alpha * least), Math.abs(1 - alpha * greatest));
      growth = Math.max(growth, factor * (1 + 1e-9));
    }
    return growth;
  }

  /** Bounds the error of a computed gradient, by the number of its operations. */
  private double noise(Box box) {
    IntervalVector gradient = enclosure.gradient(IntervalVector.of(box)).range();
    double largest = 0;
    for (int k = 0; k < box.dimension(); k++) {
      largest = Math.max(largest, gradient.get(k).magnitude());
    }
    int operations = formula.gradientProgram().instructions().size();
    return ULPS * operations * Math.ulp(1.0) * largest * box.dimension();
  }

  private static List<IntervalVector> parts(Box box) {
    Deque<IntervalVector> parts = new ArrayDeque<>();
    parts.add(IntervalVector.of(box));
    while (parts.size() < PARTS) {
      parts.addAll(parts.remove().bisected());
    }
    return List.copyOf(parts);
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
