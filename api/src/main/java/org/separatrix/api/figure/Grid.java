package org.separatrix.api.figure;

/**
 * A rectangle divided into equal cells.
 *
 * @param x what it covers horizontally
 * @param y what it covers vertically
 * @param columns cells side by side, at least 1
 * @param rows cells one above the other, at least 1
 */
public record Grid(Axis.Range x, Axis.Range y, int columns, int rows) {
  /** Checks the numbers. */
  public Grid {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("a grid of %d x %d cells".formatted(columns, rows));
    }
  }

  /**
   * Returns the middle of a column.
   *
   * @param column its index from the left, from 0
   */
  public double middleOfColumn(int column) {
    return x.low() + (x.high() - x.low()) * (column + 0.5) / columns;
  }

  /**
   * Returns the middle of a row.
   *
   * @param row its index from the lowest, from 0
   */
  public double middleOfRow(int row) {
    return y.low() + (y.high() - y.low()) * (row + 0.5) / rows;
  }

  void check(String name, Series values) {
    if (values.size() != columns * rows) {
      throw new IllegalArgumentException(
          "layer '%s': %d values for %d x %d cells".formatted(name, values.size(), columns, rows));
    }
  }
}
