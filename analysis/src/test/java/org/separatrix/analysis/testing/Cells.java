package org.separatrix.analysis.testing;

import org.separatrix.api.analysis.CellResult;

/** Cells that are like others. */
public final class Cells {
  private Cells() {}

  /** Returns a cell under another id, with another name of its optimizer. */
  public static CellResult named(String id, String optimizerName, CellResult cell) {
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
        cell.steps(),
        cell.gradientEvaluations(),
        cell.valueEvaluations(),
        cell.seconds(),
        cell.certificate());
  }
}
