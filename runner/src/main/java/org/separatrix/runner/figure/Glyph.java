package org.separatrix.runner.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The shape that marks a point; each is told from the others without its colour. */
enum Glyph {
  /** A disk. */
  DISK(new Ellipse2D.Double(-1, -1, 2, 2), true),
  /** A square, only its outline. */
  SQUARE(new Rectangle2D.Double(-0.9, -0.9, 1.8, 1.8), false),
  /** A triangle that stands on its side. */
  TRIANGLE(polygon(0, -1.2, 1.1, 0.8, -1.1, 0.8), true),
  /** A square that stands on a corner, only its outline. */
  DIAMOND(polygon(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0), false),
  /** A circle, only its outline. */
  CIRCLE(new Ellipse2D.Double(-1, -1, 2, 2), false),
  /** Two strokes that cross, leaning. */
  CROSS(cross(0.35), true),
  /** A triangle that stands on a corner, only its outline. */
  WEDGE(polygon(0, 1.2, 1.1, -0.8, -1.1, -0.8), false);

  @SuppressWarnings("ImmutableEnumChecker") // never modified
  private final Shape unit;

  private final boolean filled;

  Glyph(Shape unit, boolean filled) {
    this.unit = unit;
    this.filled = filled;
  }

  boolean isFilled() {
    return filled;
  }

  /**
   * Returns the shape around a point.
   *
   * @param x of the point
   * @param y of the point
   * @param radius of the shape
   */
  Shape at(double x, double y, double radius) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(radius, radius);
    return place.createTransformedShape(unit);
  }

  /** The glyph after this one, to tell a further layer of the same role. */
  Glyph next(int steps) {
    List<Glyph> order = List.of(values());
    return order.get((order.indexOf(this) + steps) % order.size());
  }

  private static Path2D polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  /** The outline of a cross with arms of half a width. */
  private static Path2D cross(double w) {
    double r = 1.3;
    Path2D path =
        polygon(w, -r, w, -w, r, -w, r, w, w, w, w, r, -w, r, -w, w, -r, w, -r, -w, -w, -w, -w, -r);
    path.transform(AffineTransform.getRotateInstance(Math.PI / 4));
    return path;
  }
}
