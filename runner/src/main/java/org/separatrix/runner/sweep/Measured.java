package org.separatrix.runner.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Verdict;

/**
 * A number that was measured in a cell.
 *
 * @param key what it is, the same in every cell
 * @param predicted what the theory gives, if it gives something
 * @param observed the number
 * @param verdict of the finding that it belongs to
 */
record Measured(Key key, OptionalDouble predicted, double observed, Optional<Verdict> verdict) {
  /**
   * What a number is.
   *
   * @param prediction id of the prediction that it belongs to
   * @param place which of the cell's findings of that prediction, from 0
   * @param quantity its name
   */
  record Key(Optional<String> prediction, int place, String quantity) {}

  /**
   * Returns the numbers of a cell that can be compared: those that were both predicted and measured
   * and, of the cell itself, the steps and the shares of the limits.
   */
  static List<Measured> of(CellResult cell, List<Finding> findings) {
    List<Measured> all = new ArrayList<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.cell().equals(Optional.of(cell.id()))) {
        int place = places.merge(finding.prediction(), 1, Integer::sum) - 1;
        all.addAll(of(finding, place));
      }
    }
    all.add(ofCell("steps, median", cell.steps().median()));
    cell.limits()
        .forEach(
            (point, runs) ->
                all.add(ofCell("share of " + point, (double) runs / (double) cell.runs())));
    return all;
  }

  private static List<Measured> of(Finding finding, int place) {
    List<Measured> numbers = new ArrayList<>();
    String point = finding.point().map(id -> " at " + id).orElse("");
    finding
        .observed()
        .forEach(
            (quantity, observed) -> {
              Double predicted = finding.predicted().get(quantity);
              if (predicted != null) {
                numbers.add(
                    new Measured(
                        new Key(Optional.of(finding.prediction()), place, quantity + point),
                        OptionalDouble.of(predicted),
                        observed,
                        Optional.of(finding.verdict())));
              }
            });
    return numbers;
  }

  private static Measured ofCell(String quantity, double observed) {
    return new Measured(
        new Key(Optional.empty(), 0, quantity), OptionalDouble.empty(), observed, Optional.empty());
  }
}
