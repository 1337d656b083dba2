package org.separatrix.runner.execute;

import java.util.List;
import org.separatrix.core.critical.GrowingCensus;
import org.separatrix.runner.parts.StoredPart;

/**
 * The parts of a cell that was run, for the rows that are kept.
 *
 * @param id of the cell
 * @param dimension number of coordinates
 * @param parts all its parts, in order
 * @param census names the points, once it is final
 */
public record FinishedCell(String id, int dimension, List<StoredPart> parts, GrowingCensus census) {
  /** Copies the list. */
  public FinishedCell {
    parts = List.copyOf(parts);
  }
}
