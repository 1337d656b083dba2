package org.separatrix.core.census;

import java.util.List;
import java.util.Optional;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * How boxes are cut, and when they are not cut any more.
 *
 * <p>The coordinate to cut is the one that contributes most to the widths of the gradient's
 * components, each relative to the whole of its component (the maximal smear; Kearfott 1996). Cuts
 * lie beside the middle, since zeros like to lie in the middle of a user's box, where they would
 * belong to all parts.
 *
 * @param finest width of each coordinate that is not cut, length d; not modified
 */
record Resolution(double[] finest) {
  /** Where a cut lies, as a share of the width. */
  private static final double CUT = 0.484375;

  /** A coordinate that is so much narrower than another one, by the finest widths, is not cut. */
  private static final double UNEVEN = 64;

  /** Returns the resolution that cuts no coordinate to less than a share of a box's width. */
  static Resolution of(IntervalVector box, double share) {
    double[] finest = new double[box.dimension()];
    for (int k = 0; k < finest.length; k++) {
      finest[k] = share * box.get(k).width();
    }
    return new Resolution(finest);
  }

  /** Tells whether a box is narrower than the finest ones times a factor. */
  boolean isReached(IntervalVector box, double factor) {
    for (int k = 0; k < finest.length; k++) {
      if (box.get(k).width() > factor * finest[k]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Cuts a box.
   *
   * @param box what to cut
   * @param slope the derivative of the gradient on the box, if it is known
   * @return two parts that cover it, or nothing if it is not to be cut
   */
  List<IntervalVector> parts(IntervalVector box, Optional<IntervalMatrix> slope) {
    double widest = 0;
    for (int k = 0; k < finest.length; k++) {
      widest = Math.max(widest, box.get(k).width() / finest[k]);
    }
    int chosen = -1;
    double most = -1;
    for (int k = 0; k < finest.length; k++) {
      double relative = box.get(k).width() / finest[k];
      if (relative > 1 && relative * UNEVEN >= widest && isDivisible(box.get(k))) {
        double weight = slope.isPresent() ? smear(box, slope.get(), k) : relative;
        if (weight > most) {
          most = weight;
          chosen = k;
        }
      }
    }
    if (chosen < 0) {
      return List.of();
    }
    Interval component = box.get(chosen);
    double cut = cut(component);
    return List.of(
        box.with(chosen, new Interval(component.low(), cut)),
        box.with(chosen, new Interval(cut, component.high())));
  }

  private static double smear(IntervalVector box, IntervalMatrix slope, int k) {
    double sum = 0;
    for (int i = 0; i < box.dimension(); i++) {
      double total = 0;
      for (int j = 0; j < box.dimension(); j++) {
        total += slope.get(i, j).magnitude() * box.get(j).width();
      }
      sum += total > 0 ? slope.get(i, k).magnitude() * box.get(k).width() / total : 0;
    }
    return sum;
  }

  private static boolean isDivisible(Interval component) {
    double cut = cut(component);
    return component.low() < cut && cut < component.high();
  }

  private static double cut(Interval component) {
    return component.low() + CUT * (component.high() - component.low());
  }
}
