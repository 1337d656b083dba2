package org.separatrix.optimizers;

/** What the documentation of every method says of its step size. */
final class StepDoc {
  static final String MEANING =
      "Step size alpha: a positive number, or a multiple of 1/L or 2/L, where L is the Lipschitz"
          + " constant of the gradient on the objective's domain.";
  static final String UNIT = "squared unit of x per unit of f";
  static final String EXAMPLE = "{times-1-over-L: 0.9}";

  private StepDoc() {}
}
