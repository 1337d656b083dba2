package org.separatrix.core.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * A box in which gradient descent needs no watch during a window of m steps, because of what the
 * ends of the window tell.
 *
 * <p>Let all eigenvalues of the Hessian on a convex box lie in [a, b]. As long as a run stays in
 * the box, grad f(x_{k+1}) = (I - alpha H) grad f(x_k) for a mean H of Hessians, so its gradient
 * grows at most by rho = max(1, |1 - alpha a|, |1 - alpha b|) in a step. Hence
 *
 * <ul>
 *   <li>a run whose gradient is g stays within alpha |g| (1 + rho + ... + rho^m) of its place for a
 *       window, and so in the box if it is that far from its boundary;
 *   <li>a run whose gradient is above rho^m tol at the end of a window had none below tol in it.
 * </ul>
 *
 * <p>The eigenvalues are enclosed by interval arithmetic; both bounds leave room for rounding.
 *
 * @param steps length m of the window
 * @param centre centre of the inner box, d numbers
 * @param half half the widths of the inner box, whose distance from the boundary of the outer is
 *     what a run may cover in a window
 * @param most squared norm of the gradient above which a run may cover more
 * @param quiet squared norm of the gradient below which it may have been small within the window
 */
record CalmRegion(int steps, double[] centre, double[] half, double most, double quiet) {
  /** The outer box exceeds the objective's domain by this part of its widths on each side. */
  private static final double EXCESS = 0.25;

  /** Gradients that may grow more than this in a window need to be watched anyhow. */
  private static final double MOST_GROWTH = 1e3;

  /** Number of parts of the box on which the Hessian is enclosed. */
  private static final int PARTS = 1024;

  /** Error of an operation, at most that of an elementary function. */
  private static final double ULPS = 3;

  /** Relative margin for rounding in the bounds themselves. */
  private static final double MARGIN = 0.01;

  /** Lengths of windows. Larger gradients are calm in shorter ones. */
  private static final int[] WINDOWS = {16, 8};

  /**
   * Returns the regions around the domain of a formula, those for longer windows first.
   *
   * @return none if the method is not gradient descent, the objective not a formula with a domain,
   *     or nothing useful can be proved
   */
  static List<CalmRegion> of(Experiment experiment) {
    if (!(experiment.objective() instanceof CompiledFormula formula)
        || !(experiment.optimizer() instanceof LinearMethod method)
        || formula.landscape().domain().isEmpty()
        || formula.dimension() > 3) {
      return List.of();
    }
    boolean isDescent = method.b().length == 1 && method.a()[0][0] == 1 && method.c()[0] == 1;
    return isDescent
        ? prove(formula, formula.landscape().domain().get(), -method.b()[0], experiment.stop())
        : List.of();
  }

  private static List<CalmRegion> prove(
      CompiledFormula formula, Box domain, double alpha, StopRule stop) {
    int d = domain.dimension();
    double[] centre = new double[d];
    double[] half = new double[d];
    double[] low = new double[d];
    double[] high = new double[d];
    double room = Double.POSITIVE_INFINITY;
    double farthest = 0;
    for (int k = 0; k < d; k++) {
      double width = domain.high()[k] - domain.low()[k];
      centre[k] = domain.low()[k] + width / 2;
      half[k] = width / 2;
      low[k] = domain.low()[k] - EXCESS * width;
      high[k] = domain.high()[k] + EXCESS * width;
      room = Math.min(room, EXCESS * width);
      farthest = Math.hypot(farthest, Math.max(Math.abs(low[k]), Math.abs(high[k])));
    }
    IntervalFormula enclosure = new IntervalFormula(formula);
    IntervalVector box = IntervalVector.of(new Box(low, high));
    double growth = growth(eigenvalues(enclosure, box), alpha);
    double noise = noise(enclosure, box, formula.gradientProgram().instructions().size());
    if (!(noise < Double.MAX_VALUE) || !(farthest < stop.divergenceRadius())) {
      return List.of();
    }
    List<CalmRegion> regions = new ArrayList<>();
    for (int steps : WINDOWS) {
      double total = 0;
      double power = 1;
      for (int step = 0; step <= steps; step++) {
        total += power;
        power *= growth;
      }
      if (power <= MOST_GROWTH) {
        double most = (1 - MARGIN) * room / (alpha * growth * total);
        double tolerance = stop.gradientTolerance();
        double quiet = tolerance < 0 ? 0 : (1 + MARGIN) * (power * tolerance + total * noise);
        regions.add(new CalmRegion(steps, centre, half, most * most, quiet * quiet));
      }
    }
    return regions;
  }

  private static double growth(Interval eigenvalues, double alpha) {
    double factor =
        Math.max(Math.abs(1 - alpha * eigenvalues.low()), Math.abs(1 - alpha * eigenvalues.high()));
    return Math.max(1, factor * (1 + 1e-9));
  }

  /** Encloses all eigenvalues of the Hessian on a box, divided into parts. */
  private static Interval eigenvalues(IntervalFormula formula, IntervalVector box) {
    Deque<IntervalVector> parts = new ArrayDeque<>();
    parts.add(box);
    while (parts.size() < PARTS) {
      parts.addAll(parts.remove().bisected());
    }
    Interval all = Interval.EMPTY;
    for (IntervalVector part : parts) {
      Enclosure<IntervalMatrix> hessian = formula.hessian(part);
      if (!hessian.isDefinedEverywhere()) {
        return Interval.ENTIRE;
      }
      List<Interval> eigenvalues = hessian.range().eigenvalues();
      all = all.hull(eigenvalues.get(0)).hull(eigenvalues.get(eigenvalues.size() - 1));
    }
    return all;
  }

  /** Returns a bound on the error of a computed gradient, from the number of its operations. */
  private static double noise(IntervalFormula formula, IntervalVector box, int operations) {
    Enclosure<IntervalVector> gradient = formula.gradient(box);
    double largest = 0;
    for (int k = 0; k < box.dimension(); k++) {
      largest = Math.max(largest, gradient.range().get(k).magnitude());
    }
    return ULPS * operations * Math.ulp(1.0) * largest * box.dimension();
  }
}
