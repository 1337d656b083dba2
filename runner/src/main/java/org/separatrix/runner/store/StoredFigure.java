package org.separatrix.runner.store;

import java.util.List;
import org.separatrix.api.figure.Figure;

/**
 * A figure that has been written.
 *
 * @param figure the figure
 * @param files its files, relative to the results
 */
public record StoredFigure(Figure figure, List<String> files) {
  /** Copies the list. */
  public StoredFigure {
    files = List.copyOf(files);
  }
}
