package org.separatrix.api.figure;

import java.util.Optional;

/**
 * An axis.
 *
 * @param label the quantity with its symbol and, if it has one, its unit, such as {@code "step k"};
 *     empty for an axis that is no quantity, which then shows no numbers either
 * @param scale how values are spaced
 * @param range what it shows; all of the data if empty
 */
public record Axis(String label, Scale scale, Optional<Range> range) {
  /** How values are spaced. */
  public enum Scale {
    /** Equal differences are equally far apart. */
    LINEAR,
    /** Equal ratios are equally far apart; values that are not positive are not drawn. */
    LOGARITHMIC
  }

  /**
   * The values from one to another.
   *
   * @param low lower end
   * @param high upper end, above it
   */
  public record Range(double low, double high) {
    /** Checks the order. */
    public Range {
      if (!(low < high)) {
        throw new IllegalArgumentException("range from %s to %s".formatted(low, high));
      }
    }
  }

  /**
   * Returns an axis with equal spacing.
   *
   * @param label quantity, symbol and unit
   */
  public static Axis linear(String label) {
    return new Axis(label, Scale.LINEAR, Optional.empty());
  }

  /**
   * Returns an axis on which equal ratios are equally far apart.
   *
   * @param label quantity, symbol and unit
   */
  public static Axis logarithmic(String label) {
    return new Axis(label, Scale.LOGARITHMIC, Optional.empty());
  }

  /**
   * Returns this axis, cut to a range.
   *
   * @param low lower end
   * @param high upper end, above it
   */
  public Axis between(double low, double high) {
    return new Axis(label, scale, Optional.of(new Range(low, high)));
  }
}
