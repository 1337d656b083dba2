package org.separatrix.core.bound;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.GradientRounding;
import org.separatrix.core.rounding.StepRounding;

/**
 * Proves that a method's step maps a box into itself, so that a run that starts in it never leaves
 * and a bound on the box holds along the whole run (Panageas and Piliouras 2016); or finds a point
 * that leaves.
 *
 * <p>For a method with memory the box is one of states: each of its vectors j ranges over the box
 * of positions times the number v_j of the state at rest, 1 for heavy ball and Nesterov's method.
 *
 * <p>Where a position C xi of states in the box need not be in it, as that of Nesterov's method, it
 * is proven that those of their images are; the first of a run, at rest, is.
 *
 * <p>The largest and the smallest value of every component of the image are compared with the
 * bounds of the box by {@link BranchAndBound}. Both the proof and the point are rigorous: neither
 * holds by rounding.
 */
public final class ForwardInvariance {
  private final StepEnclosure step;
  private final IntervalVector states;
  private final IntervalVector box;
  private final Effort effort;
  private final double[] margins;
  private long boxes;

  private ForwardInvariance(
      StepEnclosure step,
      IntervalVector states,
      IntervalVector box,
      Effort effort,
      double[] margins) {
    this.step = step;
    this.states = states;
    this.box = box;
    this.effort = effort;
    this.margins = margins;
  }

  /**
   * Decides whether a box is invariant in exact arithmetic.
   *
   * @param method the method
   * @param function the function that it minimises, by its enclosures
   * @param box the positions, d components, bounded and not empty
   * @param effort what may be spent on each component of the state; the gap is not used
   */
  public static Invariance of(
      LinearMethod method, IntervalExtension function, IntervalVector box, Effort effort) {
    return decide(method, function, box, effort, null);
  }

  /**
   * Decides whether a box is invariant, if possible for the computed step, too.
   *
   * @param method the method
   * @param formula the function that it minimises
   * @param box the positions, d components, bounded and not empty
   * @param effort what may be spent on each component of the state; the gap is not used
   */
  public static Invariance of(
      LinearMethod method, CompiledFormula formula, IntervalVector box, Effort effort) {
    IntervalExtension function = new IntervalFormula(formula);
    StepRounding rounding =
        new StepRounding(
            function,
            GradientRounding.of(formula),
            IntervalMatrix.point(method.a()),
            IntervalVector.point(method.b()),
            IntervalVector.point(method.c()));
    return decide(method, function, box, effort, rounding);
  }

  /**
   * Checks from scratch that a state of the box leaves it.
   *
   * @param method the method
   * @param function the function that it minimises, by its enclosures
   * @param box the positions, d components, bounded and not empty
   * @param state what is claimed to leave, vector after vector, n d numbers; not modified
   * @return nothing if it is not proven to leave, for instance since it is no state of the box
   */
  public static Optional<Invariance.Leaves> leaving(
      LinearMethod method, IntervalExtension function, IntervalVector box, double... state) {
    IntervalVector states = states(method.rest(), box);
    if (state.length != states.dimension() || !states.contains(state)) {
      return Optional.empty();
    }
    StepEnclosure step = new StepEnclosure(method, function);
    IntervalVector point = IntervalVector.point(state);
    if (!box.contains(step.positions(point))) {
      return Optional.empty();
    }
    IntervalVector image = step.images(point).range();
    for (int component = 0; component < state.length && !image.isEmpty(); component++) {
      if (image.get(component).intersection(states.get(component)).isEmpty()) {
        return Optional.of(new Invariance.Leaves(state, image, component, 1));
      }
    }
    return Optional.empty();
  }

  private static Invariance decide(
      LinearMethod method,
      IntervalExtension function,
      IntervalVector box,
      Effort effort,
      @Nullable StepRounding rounding) {
    IntervalVector states = states(method.rest(), box);
    double[] margins = new double[states.dimension()];
    if (rounding == null) {
      Arrays.fill(margins, Double.POSITIVE_INFINITY);
    } else {
      margins = rounding.over(states);
    }
    return new ForwardInvariance(new StepEnclosure(method, function), states, box, effort, margins)
        .decide();
  }

  private Invariance decide() {
    boolean isProven = true;
    boolean isComputed = true;
    boolean isDefined = true;
    Enclosure<IntervalMatrix> jacobian = step.jacobian(states);
    boolean keepsPositions = box.contains(step.positions(states));
    int components = states.dimension() + (keepsPositions ? 0 : box.dimension());
    for (int component = 0; component < components; component++) {
      int[] influences = step.influences(component, jacobian);
      for (int sign : new int[] {1, -1}) {
        double bound = sign > 0 ? room(component).high() : -room(component).low();
        double strict = Interval.point(bound).minus(margin(component)).low();
        CertifiedBound extreme =
            extreme(new StepComponent(step, component, sign, influences), strict, bound);
        boxes += extreme.boxes();
        IntervalVector witness = IntervalVector.point(extreme.witness());
        if (extreme.lower() > bound
            && component < states.dimension()
            && box.contains(step.positions(witness))) {
          return new Invariance.Leaves(
              extreme.witness(), step.images(witness).range(), component, boxes);
        }
        isComputed &= extreme.upper() <= strict;
        isProven &= extreme.upper() <= bound;
        isDefined &= extreme.isDefinedEverywhere();
      }
    }
    return isProven
        ? new Invariance.Proven(isComputed, boxes)
        : new Invariance.Undecided(isDefined, boxes);
  }

  private CertifiedBound extreme(StepComponent component, double strict, double bound) {
    return BranchAndBound.maximum(
        List.of(component),
        states,
        effort,
        new Goal.Threshold(Double.isInfinite(strict) ? bound : strict, bound));
  }

  /** Returns where a component of the image is to be. */
  private Interval room(int component) {
    return component < states.dimension()
        ? states.get(component)
        : box.get(component - states.dimension());
  }

  private Interval margin(int component) {
    return component < margins.length && margins[component] < Double.POSITIVE_INFINITY
        ? Interval.point(margins[component])
        : new Interval(0, Double.POSITIVE_INFINITY);
  }

  private static IntervalVector states(double[] rest, IntervalVector box) {
    Interval[] states = new Interval[rest.length * box.dimension()];
    for (int i = 0; i < states.length; i++) {
      states[i] = box.get(i % box.dimension()).times(rest[i / box.dimension()]);
    }
    return IntervalVector.of(states);
  }
}
