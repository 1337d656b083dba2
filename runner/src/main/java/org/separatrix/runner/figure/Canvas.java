package org.separatrix.runner.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Where layers are drawn.
 *
 * @param graphics draws, cut to the area
 * @param area within the axes
 * @param horizontal scale of the axis from left to right
 * @param vertical scale of the axis upwards
 */
record Canvas(Graphics2D graphics, Rectangle2D area, Scale horizontal, Scale vertical) {
  /** What lies farther off than so many points is moved nearer. */
  private static final double FAR = 1e5;

  /** Returns the abscissa on the canvas; NaN if there is none. */
  double x(double value) {
    return area.getMinX() + clamp(horizontal.position(value) * area.getWidth());
  }

  /** Returns the ordinate on the canvas, which grows downwards; NaN if there is none. */
  double y(double value) {
    return area.getMaxY() - clamp(vertical.position(value) * area.getHeight());
  }

  /** Tells whether a value has a place at a finite distance on both axes. */
  boolean isPlace(double x, double y) {
    return Double.isFinite(horizontal.position(x)) && Double.isFinite(vertical.position(y));
  }

  private static double clamp(double length) {
    return Math.max(-FAR, Math.min(FAR, length));
  }
}
