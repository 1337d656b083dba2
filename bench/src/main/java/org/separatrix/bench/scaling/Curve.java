package org.separatrix.bench.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.separatrix.bench.report.LogLogPlot;

/**
 * A cost against a size.
 *
 * @param name what it belongs to
 * @param points the points, by ascending size
 */
record Curve(String name, List<Point> points) {
  /** Costs for each unit that differ by no more than this part count as equal. */
  private static final double EQUAL = 0.25;

  /** Copies the list. */
  Curve {
    points = List.copyOf(points);
  }

  /**
   * A point.
   *
   * @param size the size
   * @param cost the cost, in any unit
   */
  record Point(double size, double cost) {
    double costPerUnit() {
      return cost / size;
    }
  }

  /** Returns the least cost for a unit of size. */
  double least() {
    return points.stream().mapToDouble(Point::costPerUnit).min().orElse(Double.NaN);
  }

  /** Returns the cost of a point divided by what it would be at the least cost for each unit. */
  double ratioToLinear(Point point) {
    return point.costPerUnit() / least();
  }

  /** Says where the cost is linear. */
  String departure() {
    List<String> departures = new ArrayList<>();
    for (Point point : points) {
      if (ratioToLinear(point) > 1 + EQUAL) {
        departures.add(
            String.format(Locale.ROOT, "%.1f times at %,.0f", ratioToLinear(point), point.size()));
      }
    }
    return departures.isEmpty()
        ? "%s: linear, within %.0f%%.".formatted(name, 100 * EQUAL)
        : "%s: within %.0f%% of linear, but %s."
            .formatted(name, 100 * EQUAL, String.join(", ", departures));
  }

  /** Draws the curve, cost against size. */
  void addTo(LogLogPlot plot) {
    plot.add(
        name,
        points.stream().mapToDouble(Point::size).toArray(),
        points.stream().mapToDouble(Point::cost).toArray());
  }
}
