package org.separatrix.runner.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quantity against the one number in which some cells differ, in {@code summary.json}.
 *
 * @param parameter key of the number
 * @param subject what the cells have in common
 * @param prediction id of the prediction that the quantity belongs to
 * @param quantity its name
 * @param points the cells, by ascending parameter
 */
public record SweepEntry(
    String parameter,
    String subject,
    @Nullable String prediction,
    String quantity,
    List<Point> points) {

  /**
   * A cell of a sweep.
   *
   * @param value the parameter
   * @param cell id of the cell
   * @param predicted what the theory gives
   * @param observed what was measured
   * @param verdict of the finding
   */
  public record Point(
      double value,
      String cell,
      @Nullable Double predicted,
      double observed,
      @Nullable String verdict) {}
}
