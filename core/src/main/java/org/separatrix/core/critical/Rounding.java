package org.separatrix.core.critical;

/** By what rounding errors in double precision are allowed for. */
final class Rounding {
  /** The distance from 1 to the next larger number. */
  static final double EPSILON = Math.ulp(1.0);

  /** Safety factor on estimated rounding errors. */
  static final double LEVELS = 4;

  private Rounding() {}
}
