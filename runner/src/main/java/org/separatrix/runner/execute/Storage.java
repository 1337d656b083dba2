package org.separatrix.runner.execute;

import java.util.Optional;
import org.separatrix.api.analysis.Census;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.runner.parts.CellStore;
import org.separatrix.runner.plan.Cell;

/** Keeps what is finished of the cells of a study. */
@FunctionalInterface
public interface Storage {
  /** Keeps nothing. */
  Storage NONE = (cell, census, certificate, stride) -> CellStore.NONE;

  /**
   * Returns where the parts of a cell are kept.
   *
   * @param cell the cell
   * @param census the critical points known when it begins
   * @param certificate what is proven of its method
   * @param stride every such run has a row; 0 for no rows
   */
  CellStore open(Cell cell, Census census, Optional<MethodCertificate> certificate, long stride);
}
