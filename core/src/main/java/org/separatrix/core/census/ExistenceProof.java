package org.separatrix.core.census;

import java.util.Optional;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/**
 * Proves that a gradient has exactly one zero in a box, and encloses it to about the precision of
 * doubles.
 *
 * <p>A zero may lie on the face of the box that is asked about, or just outside, so boxes are
 * inflated before Krawczyk's operator is applied (epsilon-inflation; Rump 2010). Whatever it finds
 * then is the only zero that the asked box can have.
 *
 * @param function whose gradient
 */
record ExistenceProof(IntervalExtension function) {
  private static final int ATTEMPTS = 6;
  private static final int REFINEMENTS = 12;

  /** Share of its width by which a box is inflated on either side. */
  private static final double SHARE = 0.125;

  /** What is added to that for a thin box: a share of the width of where it comes from. */
  private static final double MARGIN = 0x1p-24;

  /** A refinement that keeps more than this share of every width is the last. */
  private static final double PROGRESS = 0.9;

  /** What is known of the zeros in a box. */
  sealed interface Outcome permits Isolated, NoZero, Open {}

  /** There is at most one, this one, which may lie outside the box. */
  record Isolated(IsolatedZero zero) implements Outcome {}

  /** There is none. */
  record NoZero() implements Outcome {}

  /** Nothing was proved. */
  record Open() implements Outcome {}

  /**
   * Looks for the zero of a small box.
   *
   * @param box where
   * @param origin a box with positive widths that tells in which size to think of a thin one
   */
  Outcome isolate(IntervalVector box, IntervalVector origin) {
    IntervalVector zeros = box;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      IntervalVector wide = inflated(zeros, origin);
      Optional<IntervalVector> image = image(wide);
      if (image.isEmpty()) {
        return new Open();
      }
      if (image.get().isInteriorTo(wide)) {
        return new Isolated(new IsolatedZero(refined(image.get()), wide));
      }
      zeros = image.get().intersection(wide);
      if (zeros.isEmpty() || image.get().intersection(box).isEmpty()) {
        return new NoZero();
      }
    }
    return new Open();
  }

  /** Tells whether Krawczyk's operator proves that a box has exactly one zero. */
  boolean isolates(IntervalVector box) {
    return image(box).map(image -> image.isInteriorTo(box)).orElse(false);
  }

  /**
   * Encloses the zero of a box as tightly as it can.
   *
   * @param box a box that has a zero, and is part of one on which it is the only one
   */
  IntervalVector refined(IntervalVector box) {
    IntervalVector tight = box;
    for (int i = 0; i < REFINEMENTS; i++) {
      Optional<IntervalVector> image = image(tight);
      IntervalVector smaller = image.map(tight::intersection).orElse(tight);
      boolean progress = isNarrower(smaller, tight);
      tight = smaller;
      if (!progress) {
        break;
      }
    }
    for (double[] point : candidates(tight)) {
      if (tight.contains(point) && isExactZero(point)) {
        return IntervalVector.point(point);
      }
    }
    return tight;
  }

  private Optional<IntervalVector> image(IntervalVector box) {
    return Linearization.of(function, box)
        .flatMap(Linearization::preconditioned)
        .map(Linearization::krawczyk);
  }

  private boolean isExactZero(double[] point) {
    IntervalVector zero = IntervalVector.point(new double[point.length]);
    Enclosure<IntervalVector> gradient = function.gradient(IntervalVector.point(point));
    return gradient.isDefinedEverywhere() && gradient.range().equals(zero);
  }

  /** Zeros that are doubles are often short ones, which the midpoint need not hit. */
  private static double[][] candidates(IntervalVector box) {
    double[] middle = box.midpoint();
    double[] rounded = middle.clone();
    for (int k = 0; k < rounded.length; k++) {
      float near = (float) middle[k];
      rounded[k] = box.get(k).contains(0) ? 0 : near;
    }
    return new double[][] {middle, rounded};
  }

  private static boolean isNarrower(IntervalVector smaller, IntervalVector box) {
    for (int k = 0; k < box.dimension(); k++) {
      if (smaller.get(k).width() < PROGRESS * box.get(k).width()) {
        return true;
      }
    }
    return false;
  }

  private static IntervalVector inflated(IntervalVector box, IntervalVector origin) {
    IntervalVector wide = box;
    for (int k = 0; k < box.dimension(); k++) {
      Interval component = box.get(k);
      double margin =
          SHARE * component.width()
              + MARGIN * origin.get(k).width()
              + 4 * Math.ulp(component.magnitude());
      wide = wide.with(k, component.inflated(margin));
    }
    return wide;
  }
}
