package org.separatrix.runner.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * A path of straight lines, cut to a rectangle and a little around it, so that no pen has to follow
 * a dashed line far outside (Liang and Barsky, ACM Transactions on Graphics 3, 1984).
 */
final class ClippedPath {
  private static final double AROUND = 8;

  private final Path2D path = new Path2D.Double();
  private final Rectangle2D box;
  private double lastX = Double.NaN;
  private double lastY = Double.NaN;
  private boolean penDown;

  ClippedPath(Rectangle2D area) {
    box =
        new Rectangle2D.Double(
            area.getX() - AROUND,
            area.getY() - AROUND,
            area.getWidth() + 2 * AROUND,
            area.getHeight() + 2 * AROUND);
  }

  /** Goes on to a point. */
  void add(double x, double y) {
    if (!Double.isNaN(lastX)) {
      segment(lastX, lastY, x, y);
    }
    lastX = x;
    lastY = y;
  }

  /** Interrupts the line. */
  void lift() {
    lastX = Double.NaN;
    penDown = false;
  }

  Path2D path() {
    return path;
  }

  private void segment(double x0, double y0, double x1, double y1) {
    double from = 0;
    double to = 1;
    double[] steps = {x0 - x1, x1 - x0, y0 - y1, y1 - y0};
    double[] rooms = {
      x0 - box.getMinX(), box.getMaxX() - x0, y0 - box.getMinY(), box.getMaxY() - y0
    };
    for (int i = 0; i < 4; i++) {
      if (steps[i] == 0) {
        if (rooms[i] < 0) {
          penDown = false;
          return;
        }
      } else if (steps[i] < 0) {
        from = Math.max(from, rooms[i] / steps[i]);
      } else {
        to = Math.min(to, rooms[i] / steps[i]);
      }
    }
    if (from > to) {
      penDown = false;
      return;
    }
    if (!penDown || from > 0) {
      path.moveTo(x0 + from * (x1 - x0), y0 + from * (y1 - y0));
    }
    path.lineTo(x0 + to * (x1 - x0), y0 + to * (y1 - y0));
    penDown = to == 1;
  }
}
