package org.separatrix.api.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study measured before any analysis.
 *
 * @param study name of the study
 * @param seed its seed
 * @param censuses critical points found, one census for each objective
 * @param cells what happened in each cell, in the order of the plan
 */
public record StudyResult(String study, long seed, List<Census> censuses, List<CellResult> cells) {

  /** Copies the lists. */
  public StudyResult {
    censuses = List.copyOf(censuses);
    cells = List.copyOf(cells);
  }

  /**
   * Returns the census of an objective.
   *
   * @param objective its name
   */
  public Census census(String objective) {
    return censuses.stream()
        .filter(census -> census.problem().name().equals(objective))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no objective '" + objective + "'"));
  }

  /** Returns the first cell of each pair of objective and optimizer, whatever the start. */
  public List<CellResult> methods() {
    Map<List<String>, CellResult> first = new LinkedHashMap<>();
    for (CellResult cell : cells) {
      first.putIfAbsent(List.of(cell.problem().name(), cell.optimizerName()), cell);
    }
    return List.copyOf(first.values());
  }
}
