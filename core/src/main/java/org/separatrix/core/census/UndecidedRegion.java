package org.separatrix.core.census;

import java.util.List;
import java.util.OptionalInt;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * A part of the box of which it is not known how many critical points it has: none, one that is
 * degenerate, several, or a continuum.
 *
 * @param hull the smallest box around it, d components
 * @param boxes boxes that touch one another, whose union it is; at least one, in ascending order
 * @param reason why nothing more is known
 * @param lowestEigenvalue contains the smallest eigenvalue of the Hessian at each of its points,
 *     the real line where that is not known
 * @param degree what the critical points of the region contribute to the Brouwer degree of the
 *     gradient, if it was determined: -2 for a monkey saddle. If it is not 0 there is one
 */
public record UndecidedRegion(
    IntervalVector hull,
    List<IntervalVector> boxes,
    Reason reason,
    Interval lowestEigenvalue,
    OptionalInt degree) {
  /** Why a region is undecided. */
  public enum Reason {
    /**
     * At the finest width it can neither be excluded nor proved to have one critical point: a
     * degenerate one, most likely, or several that are not isolated.
     */
    DEGENERATE("degenerate"),
    /**
     * The function or its derivative is not defined in all of it, and where it is the gradient may
     * vanish.
     */
    NOT_DEFINED("not-defined"),
    /** The search was ended before it was examined down to the finest width. */
    UNFINISHED("unfinished");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** Returns the name used in results. */
    public String label() {
      return label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** Copies the list. */
  public UndecidedRegion {
    boxes = List.copyOf(boxes);
    if (boxes.isEmpty()) {
      throw new IllegalArgumentException("an undecided region needs at least one box");
    }
  }

  /** Tells whether a point lies in one of the boxes; x has length d and is not modified. */
  public boolean contains(double... x) {
    return boxes.stream().anyMatch(box -> box.contains(x));
  }

  /**
   * Tells whether each critical point that the region may have is strict: its Hessian certainly has
   * a negative eigenvalue. Whether there are any is not said.
   */
  public boolean isCertainlyStrict() {
    return lowestEigenvalue.high() < 0;
  }
}
