package org.separatrix.core.interval;

import java.util.ArrayList;
import java.util.List;

/**
 * Enclosures of functions over a bounded box X by Taylor's formula around its midpoint c.
 *
 * <p>The function must be defined everywhere on X. Where its derivatives have no bounds, as at the
 * end of a root's domain, the result is the real line.
 */
final class CenteredForms {
  private CenteredForms() {}

  /** Returns f(c) + f'(X)(X - c) for each function. */
  static List<Interval> ofFirstOrder(EvaluationOrder functions, IntervalVector box) {
    IntervalVector center = IntervalVector.point(box.midpoint());
    IntervalVector offset = box.minus(center);
    List<Interval> values = functions.evaluate(new NaturalExtension(center));
    List<IntervalJet> jets = functions.evaluate(new DifferentialExtension(box, 1));
    List<Interval> forms = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      forms.add(orEntire(values.get(i).plus(linear(jets.get(i), offset))));
    }
    return forms;
  }

  /** Returns f(c) + f'(c)(X - c) + (X - c)'f''(X)(X - c)/2 for each function. */
  static List<Interval> ofSecondOrder(EvaluationOrder functions, IntervalVector box) {
    IntervalVector center = IntervalVector.point(box.midpoint());
    IntervalVector offset = box.minus(center);
    List<IntervalJet> atCenter = functions.evaluate(new DifferentialExtension(center, 1));
    List<IntervalJet> jets = functions.evaluate(new DifferentialExtension(box, 2));
    List<Interval> forms = new ArrayList<>(jets.size());
    for (int i = 0; i < jets.size(); i++) {
      Interval linear = atCenter.get(i).value().plus(linear(atCenter.get(i), offset));
      forms.add(orEntire(linear.plus(quadratic(jets.get(i), offset).times(0.5))));
    }
    return forms;
  }

  private static Interval linear(IntervalJet jet, IntervalVector offset) {
    Interval sum = Interval.ZERO;
    for (int k = 0; k < offset.dimension(); k++) {
      sum = sum.plus(jet.first(k).times(offset.get(k)));
    }
    return sum;
  }

  private static Interval quadratic(IntervalJet jet, IntervalVector offset) {
    Interval sum = Interval.ZERO;
    for (int k = 0; k < offset.dimension(); k++) {
      sum = sum.plus(jet.second(k, k).times(offset.get(k).squared()));
      for (int l = 0; l < k; l++) {
        Interval product = offset.get(k).times(offset.get(l));
        sum = sum.plus(jet.second(k, l).times(product).times(2));
      }
    }
    return sum;
  }

  /** A derivative that exists nowhere on the box makes the form empty. */
  private static Interval orEntire(Interval form) {
    return form.isEmpty() || !form.isBounded() ? Interval.ENTIRE : form;
  }
}
