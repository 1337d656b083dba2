package org.separatrix.core.bound;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/**
 * For which step sizes a method is proven to map a box into itself, and from which a point is
 * proven to leave.
 *
 * <p>The image of a state is affine in the step size, so the sizes for which it stays in the box
 * are an interval, and so are those for which all images do. For a method without memory it begins
 * at 0, where nothing moves: if gradient descent with a step leaves the box invariant, so it does
 * with every smaller one.
 *
 * @param proven the largest size found for which invariance is proven, in exact arithmetic; empty
 *     if there is none
 * @param leaving the smallest size found, larger than that, for which a point is proven to leave;
 *     empty if there is none
 */
public record InvariantSteps(OptionalDouble proven, OptionalDouble leaving) {
  /** Sizes are tried from this multiple of the first one ... */
  private static final double SMALLEST = 0x1p-30;

  /** ... to this one. */
  private static final double LARGEST = 0x1p30;

  /** Relative distance of the two sizes at which the bisection ends. */
  private static final double RESOLUTION = 1e-6;

  /**
   * Looks for the sizes by bisection.
   *
   * @param method the method, whose own size is tried first, see {@link ScaledMethod#size}
   * @param formula the function that it minimises
   * @param box the positions, d components, bounded and not empty
   * @param effort what may be spent on each component of each size that is tried
   */
  public static InvariantSteps of(
      LinearMethod method, CompiledFormula formula, IntervalVector box, Effort effort) {
    return search(
        ScaledMethod.size(method),
        size -> ForwardInvariance.of(ScaledMethod.of(method, size), formula, box, effort));
  }

  /** Likewise for a function of which there are enclosures alone. */
  public static InvariantSteps of(
      LinearMethod method, IntervalExtension function, IntervalVector box, Effort effort) {
    return search(
        ScaledMethod.size(method),
        size -> ForwardInvariance.of(ScaledMethod.of(method, size), function, box, effort));
  }

  private static InvariantSteps search(double first, DoubleFunction<Invariance> decision) {
    if (!(first > 0)) {
      return new InvariantSteps(OptionalDouble.empty(), OptionalDouble.empty());
    }
    double success = 0;
    double failure = Double.POSITIVE_INFINITY;
    double leaving = Double.POSITIVE_INFINITY;
    double size = first;
    while (size >= SMALLEST * first
        && size <= LARGEST * first
        && (success == 0 || failure > success * (1 + RESOLUTION))) {
      Invariance answer = decision.apply(size);
      if (answer instanceof Invariance.Proven) {
        success = size;
      } else {
        failure = size;
        leaving = answer instanceof Invariance.Leaves ? size : leaving;
      }
      size =
          success == 0
              ? failure / 2
              : Double.isInfinite(failure) ? 2 * success : success + (failure - success) / 2;
    }
    return new InvariantSteps(finite(success > 0 ? success : Double.NaN), finite(leaving));
  }

  private static OptionalDouble finite(double size) {
    return Double.isFinite(size) ? OptionalDouble.of(size) : OptionalDouble.empty();
  }
}
