package org.separatrix.runner.study;

/** How a figure is written. */
public enum FigureFormat {
  /** A picture of pixels. */
  PNG,
  /** A picture of lines. */
  SVG,
  /** Its data, as a table. */
  CSV
}
