package org.separatrix.runner.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;

/**
 * How a layer looks: each role has one colour, dash and mark, so that it reads in black and white,
 * too; further layers of the same role differ in lightness, dash and mark.
 *
 * @param color of lines and marks
 * @param width of lines, in points
 * @param dash lengths of strokes and gaps, in points; empty for a solid line
 * @param glyph the mark
 * @param radius of marks, in points
 */
record Look(Color color, float width, float[] dash, Glyph glyph, double radius) {
  Look {
    dash = dash.clone();
  }

  /** Returns the colour of areas, light enough to draw over. */
  Color fill() {
    return Palette.mix(color, Color.WHITE, 0.6);
  }

  /** Returns the pen for lines. */
  Stroke stroke() {
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  /** Returns the pen for outlines. */
  static Stroke outline() {
    return new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
