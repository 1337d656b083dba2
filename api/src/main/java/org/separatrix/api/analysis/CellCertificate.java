package org.separatrix.api.analysis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.separatrix.api.objective.Status;

/**
 * What interval arithmetic proves of a cell's runs.
 *
 * <p>A fate is that of the exact iteration from the doubles at which a run stopped.
 *
 * @param invariance whether a step maps the objective's domain into itself; certified if that is
 *     proven of the step as it is computed, violated if a point is proven to leave
 * @param invarianceDetail what was proven, one line
 * @param startedInside number of runs that started in the domain; if it is invariant, they stayed
 * @param fates number of runs by their fate, every fate present
 */
public record CellCertificate(
    Status invariance, String invarianceDetail, long startedInside, Map<Fate, Long> fates) {
  /** Copies the map. */
  public CellCertificate {
    fates = Collections.unmodifiableMap(new EnumMap<>(fates));
  }

  /**
   * Returns how many runs have a fate.
   *
   * @param fate the fate
   */
  public long runs(Fate fate) {
    return fates.getOrDefault(fate, 0L);
  }
}
