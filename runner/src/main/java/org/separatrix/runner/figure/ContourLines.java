package org.separatrix.runner.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.figure.Grid;
import org.separatrix.api.figure.Series;

/**
 * Finds the lines of equal value by marching squares: values stand at the middles of the grid's
 * cells, are interpolated linearly along the edges between neighbours, and where a line could pass
 * a square in two ways its mean value decides.
 */
final class ContourLines {
  private final Grid grid;
  private final Series values;

  ContourLines(Grid grid, Series values) {
    this.grid = grid;
    this.values = values;
  }

  /**
   * A line; closed if it ends where it begins.
   *
   * @param x abscissas
   * @param y ordinates, as many
   */
  record Line(Series x, Series y) {}

  /**
   * Returns the lines of a level.
   *
   * @param level the value
   */
  List<Line> at(double level) {
    // Each edge of the grid that the level crosses belongs to one segment, or to two.
    Map<Integer, Deque<Integer>> neighbours = new LinkedHashMap<>();
    for (int row = 0; row + 1 < grid.rows(); row++) {
      for (int column = 0; column + 1 < grid.columns(); column++) {
        square(row, column, level, neighbours);
      }
    }
    List<Line> lines = new ArrayList<>();
    for (Map.Entry<Integer, Deque<Integer>> entry : neighbours.entrySet()) {
      if (entry.getValue().size() == 1) {
        lines.add(follow(entry.getKey(), level, neighbours));
      }
    }
    for (Map.Entry<Integer, Deque<Integer>> entry : neighbours.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        lines.add(follow(entry.getKey(), level, neighbours));
      }
    }
    return lines;
  }

  private void square(int row, int column, double level, Map<Integer, Deque<Integer>> neighbours) {
    double lowerLeft = value(row, column);
    double lowerRight = value(row, column + 1);
    double upperLeft = value(row + 1, column);
    double upperRight = value(row + 1, column + 1);
    double mean = (lowerLeft + lowerRight + upperLeft + upperRight) / 4;
    if (!Double.isFinite(mean)) {
      return;
    }
    int bottom = horizontal(row, column);
    int top = horizontal(row + 1, column);
    int left = vertical(row, column);
    int right = vertical(row, column + 1);
    boolean middle = mean >= level;
    int pattern =
        (lowerLeft >= level ? 1 : 0)
            | (lowerRight >= level ? 2 : 0)
            | (upperRight >= level ? 4 : 0)
            | (upperLeft >= level ? 8 : 0);
    switch (pattern) {
      case 1, 14 -> join(left, bottom, neighbours);
      case 2, 13 -> join(bottom, right, neighbours);
      case 4, 11 -> join(right, top, neighbours);
      case 8, 7 -> join(top, left, neighbours);
      case 3, 12 -> join(left, right, neighbours);
      case 6, 9 -> join(bottom, top, neighbours);
      case 5, 10 -> {
        // The middle belongs to the lower left and the upper right corner, or to the other two.
        boolean joined = (pattern == 5) == middle;
        join(left, joined ? top : bottom, neighbours);
        join(right, joined ? bottom : top, neighbours);
      }
      default -> {
        // No line passes.
      }
    }
  }

  private static void join(int one, int other, Map<Integer, Deque<Integer>> neighbours) {
    neighbours.computeIfAbsent(one, edge -> new ArrayDeque<>(2)).add(other);
    neighbours.computeIfAbsent(other, edge -> new ArrayDeque<>(2)).add(one);
  }

  /** Follows a line from an edge, and forgets the segments. */
  private Line follow(int start, double level, Map<Integer, Deque<Integer>> neighbours) {
    List<Integer> edges = new ArrayList<>(List.of(start));
    int edge = start;
    Deque<Integer> ahead = ends(edge, neighbours);
    while (!ahead.isEmpty()) {
      int next = ahead.remove();
      ends(next, neighbours).removeFirstOccurrence(edge);
      edges.add(next);
      edge = next;
      ahead = ends(edge, neighbours);
    }
    return new Line(
        Series.of(edges.size(), i -> crossing(edges.get(i), level, true)),
        Series.of(edges.size(), i -> crossing(edges.get(i), level, false)));
  }

  private static Deque<Integer> ends(int edge, Map<Integer, Deque<Integer>> neighbours) {
    return neighbours.computeIfAbsent(edge, unknown -> new ArrayDeque<>(0));
  }

  private int horizontal(int row, int column) {
    return 2 * (row * grid.columns() + column);
  }

  private int vertical(int row, int column) {
    return horizontal(row, column) + 1;
  }

  /** Where the level crosses an edge. */
  private double crossing(int edge, double level, boolean abscissa) {
    int row = edge / 2 / grid.columns();
    int column = edge / 2 % grid.columns();
    boolean vertical = edge % 2 == 1;
    double from = value(row, column);
    double to = vertical ? value(row + 1, column) : value(row, column + 1);
    double share = (level - from) / (to - from);
    if (abscissa) {
      double x = grid.middleOfColumn(column);
      return vertical ? x : x + share * (grid.middleOfColumn(column + 1) - x);
    }
    double y = grid.middleOfRow(row);
    return vertical ? y + share * (grid.middleOfRow(row + 1) - y) : y;
  }

  private double value(int row, int column) {
    return values.get(row * grid.columns() + column);
  }
}
