package org.separatrix.analysis.testing;

import java.util.Optional;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.CellResult;

/** Cells that are like others. */
public final class Cells {
  private Cells() {}

  /** Returns a cell under another id, with another name of its optimizer. */
  public static CellResult named(String id, String optimizerName, CellResult cell) {
    return like(cell, id, optimizerName, cell.certificate());
  }

  /** Returns a cell with a certificate. */
  static CellResult certified(CellCertificate certificate, CellResult cell) {
    return like(cell, cell.id(), cell.optimizerName(), Optional.of(certificate));
  }

  private static CellResult like(
      CellResult cell, String id, String optimizerName, Optional<CellCertificate> certificate) {
    return new CellResult(
        id,
        cell.problem(),
        optimizerName,
        cell.optimizer(),
        cell.start(),
        cell.stop(),
        cell.runs(),
        cell.terminations(),
        cell.limits(),
        cell.unresolved(),
        cell.toUnlistedMinima(),
        cell.steps(),
        cell.gradientEvaluations(),
        cell.valueEvaluations(),
        cell.seconds(),
        cell.stagnation(),
        certificate);
  }
}
