package org.separatrix.api.figure;

import java.util.List;

/**
 * A surface, curves or points in space, of which a figure shows a view. Written beside the figure
 * for programs that show it from all sides; not drawn by itself.
 *
 * @param name what it is
 * @param role what it stands for
 * @param kind what its cells are
 * @param x first coordinates of the vertices
 * @param y second coordinates, as many
 * @param z third coordinates, as many
 * @param cells each a list of numbers of vertices, from 0
 */
public record Mesh(
    String name, Role role, Kind kind, Series x, Series y, Series z, List<List<Integer>> cells) {
  /** What cells are. */
  public enum Kind {
    /** A cell is a polygon, of three vertices or more. */
    SURFACE(3),
    /** A cell is a polyline, of two vertices or more. */
    CURVE(2),
    /** A cell is a point. */
    POINTS(1);

    private final int fewest;

    Kind(int fewest) {
      this.fewest = fewest;
    }
  }

  /** Copies the cells and checks the numbers. */
  public Mesh {
    cells = cells.stream().map(List::copyOf).toList();
    if (x.size() != y.size() || x.size() != z.size()) {
      throw new IllegalArgumentException(
          "mesh '%s': %d, %d and %d coordinates".formatted(name, x.size(), y.size(), z.size()));
    }
    for (List<Integer> cell : cells) {
      if (cell.size() < kind.fewest) {
        throw new IllegalArgumentException(
            "mesh '%s': a cell of a %s has %d vertices, fewer than %d"
                .formatted(name, kind, cell.size(), kind.fewest));
      }
      for (int vertex : cell) {
        if (vertex < 0 || vertex >= x.size()) {
          throw new IllegalArgumentException(
              "mesh '%s': a cell has the vertex %d of %d".formatted(name, vertex, x.size()));
        }
      }
    }
  }
}
