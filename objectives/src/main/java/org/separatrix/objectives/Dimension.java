package org.separatrix.objectives;

/** The range of the key {@code dimension}. */
final class Dimension {
  private Dimension() {}

  static void check(int dimension, int least) {
    if (dimension < least) {
      throw new IllegalArgumentException(
          "dimension is %d: it must be at least %d".formatted(dimension, least));
    }
  }
}
