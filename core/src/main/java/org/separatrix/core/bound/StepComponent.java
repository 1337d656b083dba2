package org.separatrix.core.bound;

import java.util.Optional;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * A component of a step, or its negative, as a function of the state.
 *
 * <p>On a box, components of the state along which the image is monotonic are set to the end at
 * which it is largest; a maximum at a corner is then enclosed up to rounding. On what remains, the
 * formula and the mean-value form are intersected.
 *
 * @param step the step
 * @param component which component
 * @param sign 1, or -1 for its negative
 * @param coordinates the components of the state on which it depends
 */
record StepComponent(StepEnclosure step, int component, int sign, int[] coordinates)
    implements Maximand {
  @Override
  public Interval at(double[] x) {
    return natural(IntervalVector.point(x));
  }

  @Override
  public Bound over(IntervalVector box, double sufficient) {
    Interval natural = natural(box);
    if (natural.isEmpty()) {
      return Bound.undefined(box.widest());
    }
    if (natural.high() <= sufficient || !step.usesGradient(component)) {
      return new Bound(natural.high(), true, NONE);
    }
    Enclosure<IntervalMatrix> jacobian = step.jacobian(box);
    return jacobian.isDefinedEverywhere()
        ? byMonotonicity(box, jacobian.range(), natural.high(), sufficient)
        : new Bound(natural.high(), true, box.widest());
  }

  /** The middle of the face where the image is largest may exceed what is sufficient. */
  private Bound byMonotonicity(
      IntervalVector box, IntervalMatrix jacobian, double natural, double sufficient) {
    Interval[] slopes = new Interval[box.dimension()];
    IntervalVector face = box;
    int cut = NONE;
    double most = 0;
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = step.slope(component, k, jacobian).times(sign);
      if (slopes[k].low() >= 0) {
        face = face.with(k, Interval.point(box.get(k).high()));
      } else if (slopes[k].high() <= 0) {
        face = face.with(k, Interval.point(box.get(k).low()));
      } else if (slopes[k].magnitude() * box.get(k).width() > most) {
        most = slopes[k].magnitude() * box.get(k).width();
        cut = k;
      }
    }
    double[] middle = face.midpoint();
    IntervalVector center = IntervalVector.point(middle);
    Interval value = natural(center);
    Interval form = value.plus(IntervalVector.of(slopes).dot(face.minus(center)));
    double upper = Math.min(natural, natural(face).high());
    return new Bound(
        form.isEmpty() ? upper : Math.min(upper, form.high()),
        true,
        cut,
        value.low() > sufficient ? Optional.of(middle) : Optional.empty());
  }

  /** Returns the signed component by its formula, empty where it is not certainly defined. */
  private Interval natural(IntervalVector states) {
    Enclosure<IntervalVector> gradient = step.gradient(states);
    return gradient.isDefinedEverywhere() || !step.usesGradient(component)
        ? step.image(component, states, gradient.range()).times(sign)
        : Interval.EMPTY;
  }
}
