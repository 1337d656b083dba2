package org.separatrix.core.manifold;

/** Why a curve ends where it does. */
public enum CurveEnd {
  /** It left the box; its last point lies outside. */
  LEFT_BOX("left the box"),
  /** It reached the length that was asked for. */
  ARC_LENGTH("reached the arc length"),
  /** It came back to where it began. */
  CLOSED("closed"),
  /** It converges to a point that it never reaches, an attracting one of the map. */
  LIMIT_POINT("converges to a point"),
  /**
   * Points would have to be closer than allowed, as where a stable manifold winds into a repelling
   * point, or where the map or a power of it bends the curve too sharply.
   */
  SHORTEST_SPACING("needs points closer than allowed"),
  /** It has as many points as allowed. */
  MOST_POINTS("has as many points as allowed");

  private final String message;

  CurveEnd(String message) {
    this.message = message;
  }

  /** Returns the reason in words. */
  public String message() {
    return message;
  }
}
