package org.separatrix.optimizers;

/** What the configurations of adaptive methods say and check alike. */
final class AdaptiveDoc {
  static final String STEP =
      "Step size alpha, a positive number: about as far as a coordinate moves in a step.";
  static final String STEP_UNIT = "unit of x";
  static final String EPSILON =
      "Added to the root, so that a gradient of zero can be divided by it.";
  static final String EPSILON_UNIT = "unit of f per unit of x";

  private AdaptiveDoc() {}

  /** Checks that a value is positive and finite. */
  static void positive(String key, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          key + " is " + value + ": it must be a positive finite number");
    }
  }

  /** Checks that a decay is in [0, 1). */
  static void decay(String key, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          key + " is " + value + ": it must be at least 0 and below 1");
    }
  }
}
