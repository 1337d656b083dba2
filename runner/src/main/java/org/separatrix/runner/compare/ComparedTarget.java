package org.separatrix.runner.compare;

import java.util.Optional;
import org.separatrix.api.objective.Status;

/**
 * What runs are to reach.
 *
 * @param kind by what it is measured
 * @param tolerance how near they must come: a norm of the gradient, a height above f*, a distance
 * @param level where that is: f* plus the height for a value, else the tolerance
 * @param status how the minima that it refers to are known; empty for a norm of the gradient
 */
public record ComparedTarget(Kind kind, double tolerance, double level, Optional<Status> status) {
  /** By what a target is measured. */
  public enum Kind {
    /** Norm of the gradient. */
    GRADIENT_NORM("gradient-norm", "|grad f|"),
    /** Value above the least one of a known minimum. */
    VALUE("value", "f - f*"),
    /** Distance to the nearest minimum. */
    DISTANCE("distance", "distance");

    private final String label;
    private final String quantity;

    Kind(String label, String quantity) {
      this.label = label;
      this.quantity = quantity;
    }

    /** Returns the name used in studies and results. */
    public String label() {
      return label;
    }
  }

  /** Returns it as a condition, such as {@code f - f* <= 1e-6}. */
  public String condition() {
    return "%s <= %s".formatted(kind.quantity, text(tolerance));
  }

  /** The shortest way to write a power of ten and the like. */
  private static String text(double value) {
    String plain = Double.toString(value).replace(".0E", "e").replace('E', 'e');
    return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
  }
}
