package org.separatrix.core.bound;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.task.Interruption;

/**
 * Encloses the maximum of some functions over a box by branch and bound: the part with the largest
 * upper bound is divided first (best first), and parts whose bound is low enough are laid aside.
 *
 * <p>All functions are searched together, so that only those are divided that may attain the
 * maximum. Same input, same result, unless the time limit or a cancellation ends it.
 */
final class BranchAndBound {
  /** Parts this much narrower than the box, relative to it, are not divided to find any bound. */
  private static final double NEGLIGIBLE = 0x1p-30;

  /** Largest upper bounds first, then the youngest parts, which dives into singularities. */
  private static final Comparator<Part> BEST_FIRST =
      Comparator.comparingDouble(Part::upper).thenComparingLong(Part::number).reversed();

  private final IntervalVector box;
  private final Effort effort;
  private final Goal goal;
  private final PriorityQueue<Part> parts = new PriorityQueue<>(BEST_FIRST);
  private double[] witness;
  private double lower = Double.NEGATIVE_INFINITY;
  private double reachable = Double.NEGATIVE_INFINITY;
  private double aside = Double.NEGATIVE_INFINITY;
  private boolean undefined;
  private long boxes;

  private BranchAndBound(IntervalVector box, Effort effort, Goal goal) {
    this.box = box;
    this.effort = effort;
    this.goal = goal;
    witness = box.midpoint();
  }

  /**
   * Encloses the supremum of the largest of some functions. Every function is bounded on the box as
   * a whole, whatever the limits say.
   *
   * @param functions the functions, at least one
   * @param box where, bounded and not empty
   * @param effort what may be spent; its gap is not used
   * @param goal when to stop; the bound is tight if that is reached by the value at the witness
   */
  static CertifiedBound maximum(
      List<? extends Maximand> functions, IntervalVector box, Effort effort, Goal goal) {
    if (box.isEmpty() || !box.isBounded()) {
      throw new IllegalArgumentException("no bounds are searched for on " + box);
    }
    BranchAndBound search = new BranchAndBound(box, effort, goal);
    functions.forEach(function -> search.examine(function, box));
    search.divide();
    return search.result();
  }

  private void divide() {
    long start = System.nanoTime();
    long limit = nanoseconds();
    while (!parts.isEmpty() && !undefined && !goal.isSettledBy(lower)) {
      Interruption.check();
      Part worst = parts.peek();
      boolean isDone = worst.upper() <= goal.sufficient(lower, reachable) || isHopeless(worst);
      if (isDone
          || boxes >= effort.boxes()
          || System.nanoTime() - start > limit
          || effort.isCancelled().getAsBoolean()) {
        return;
      }
      parts.poll();
      for (IntervalVector half : worst.box.bisected(worst.bound.cut())) {
        examine(worst.function, half);
      }
    }
  }

  private void examine(Maximand function, IntervalVector part) {
    boxes++;
    double[] center = part.midpoint();
    Interval value = function.at(center);
    if (value.isEmpty()) {
      // No enclosure of a box around this point can prove that the function is defined there.
      undefined = true;
    } else if (value.low() > lower) {
      climb(function, center, value.low());
    }
    reachable = Math.max(reachable, value.high());
    Maximand.Bound bound = function.over(part, goal.sufficient(lower, reachable));
    if (bound.candidate().isPresent()) {
      double[] candidate = bound.candidate().get();
      double there = function.lowerAt(candidate);
      if (there > lower) {
        climb(function, candidate, there);
      }
    }
    if (bound.upper() > goal.sufficient(lower, reachable) && part.equals(box)) {
      climb(function, center, value.isEmpty() ? Double.NEGATIVE_INFINITY : value.low());
    }
    sort(new Part(function, part, bound, boxes));
  }

  private void climb(Maximand function, double[] from, double value) {
    CompassSearch search = new CompassSearch(function, box, from, value);
    search.run();
    if (search.lower() > lower) {
      witness = search.point();
      lower = search.lower();
      reachable = Math.max(reachable, function.at(witness).high());
    }
  }

  private void sort(Part part) {
    boolean isLowEnough = part.upper() <= goal.sufficient(lower, reachable);
    if (!isLowEnough && isDivisible(part.box, part.bound.cut())) {
      parts.add(part);
    } else {
      aside = Math.max(aside, part.upper());
      undefined |= !part.bound.isDefinedEverywhere();
    }
  }

  private boolean isHopeless(Part part) {
    if (part.upper() < Double.POSITIVE_INFINITY) {
      return false;
    }
    for (int k = 0; k < box.dimension(); k++) {
      boolean isDivided = part.box.get(k).width() < box.get(k).width();
      if (isDivided && part.box.get(k).width() > NEGLIGIBLE * box.get(k).width()) {
        return false;
      }
    }
    return !part.box.equals(box);
  }

  private static boolean isDivisible(IntervalVector box, int cut) {
    if (cut == Maximand.NONE) {
      return false;
    }
    Interval component = box.get(cut);
    double center = component.midpoint();
    return component.low() < center && center < component.high();
  }

  private CertifiedBound result() {
    double upper = aside;
    boolean isDefined = !undefined;
    for (Part part : parts) {
      upper = Math.max(upper, part.upper());
      isDefined &= part.bound.isDefinedEverywhere();
    }
    if (!isDefined) {
      upper = Double.POSITIVE_INFINITY;
    }
    boolean isTight = upper <= goal.sufficient(lower, Double.NEGATIVE_INFINITY);
    return new CertifiedBound(lower, upper, witness, boxes, isTight, isDefined);
  }

  private long nanoseconds() {
    try {
      return effort.time().toNanos();
    } catch (ArithmeticException longerThanCenturies) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * A part of the box that is not yet settled.
   *
   * @param function what is bounded on it
   * @param box the part
   * @param bound the bound on it
   * @param number when it was made
   */
  private record Part(Maximand function, IntervalVector box, Maximand.Bound bound, long number) {
    double upper() {
      return Double.isNaN(bound.upper()) ? Double.POSITIVE_INFINITY : bound.upper();
    }
  }
}
