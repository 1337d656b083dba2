package org.separatrix.runner.yaml;

import java.util.Comparator;

/**
 * A place in what the user wrote.
 *
 * @param source name of the file or of the command-line option
 * @param line line from 1, or 0 for the source as a whole
 * @param column column from 1, or 0 for the source as a whole
 */
public record Location(String source, int line, int column) implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparing((Location location) -> location.source().startsWith("--"))
          .thenComparing(Location::source)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column);

  /**
   * Returns the location of a source as a whole.
   *
   * @param source name of the file or of the command-line option
   */
  public static Location of(String source) {
    return new Location(source, 0, 0);
  }

  /**
   * Returns the location some columns to the right.
   *
   * @param columns how many
   */
  public Location right(int columns) {
    return line == 0 ? this : new Location(source, line, column + columns);
  }

  /** Files come before command-line options. */
  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
