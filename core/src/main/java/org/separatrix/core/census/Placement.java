package org.separatrix.core.census;

/** Whether a critical point that was found on the search of a box belongs to the box. */
public enum Placement {
  /** Certainly: its enclosure is part of the box, which is closed. */
  INSIDE("inside"),
  /** The boundary of the box runs through the enclosure. */
  BOUNDARY_UNDECIDED("boundary-undecided");

  private final String label;

  Placement(String label) {
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
