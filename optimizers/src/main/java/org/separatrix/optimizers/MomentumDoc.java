package org.separatrix.optimizers;

/** What methods with momentum have in common: its documentation and its range. */
final class MomentumDoc {
  static final String MEANING =
      "Momentum beta, the share of the last move that is repeated, in [0, 1).";
  static final String EXAMPLE = "0.9";

  private MomentumDoc() {}

  static double check(double momentum) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum is " + momentum + ": it must lie in [0, 1)");
    }
    return momentum;
  }
}
