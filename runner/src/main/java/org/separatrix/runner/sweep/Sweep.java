package org.separatrix.runner.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.analysis.Verdict;

/**
 * A quantity against the one number in which some cells differ.
 *
 * @param parameter the number's key, such as {@code optimizer.momentum}
 * @param subject what the cells have in common
 * @param prediction id of the prediction that the quantity belongs to, if it belongs to one
 * @param quantity its name
 * @param points the cells, by ascending parameter, at least three
 */
public record Sweep(
    String parameter,
    String subject,
    Optional<String> prediction,
    String quantity,
    List<Point> points) {

  /** Copies the list. */
  public Sweep {
    points = List.copyOf(points);
  }

  /**
   * A cell of a sweep.
   *
   * @param value the parameter
   * @param cell id of the cell
   * @param predicted what the theory gives, if it gives something
   * @param observed what was measured
   * @param verdict the verdict of the finding, if it is of one
   */
  public record Point(
      double value,
      String cell,
      OptionalDouble predicted,
      double observed,
      Optional<Verdict> verdict) {}

  /** Returns the last part of the parameter's key. */
  public String shortParameter() {
    return parameter.substring(parameter.lastIndexOf('.') + 1);
  }

  /** Returns prediction and quantity together. */
  public String title() {
    return prediction.map(id -> id + " " + quantity).orElse(quantity);
  }
}
