package org.separatrix.analysis.stability;

import java.util.List;
import org.separatrix.analysis.hypothesis.TestedPoint;
import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.CriticalPoint;

/**
 * A minimum under one method, of which findings are made.
 *
 * @param cell a cell with the method
 * @param census the points known
 * @param point the minimum, one of them
 */
record TestedMinimum(CellResult cell, Census census, CriticalPoint point) implements TestedPoint {
  /** Returns the distance over which the objective changes there. */
  double scale() {
    return Nonlinearity.scale(census, point);
  }

  /** Returns what random numbers are drawn for, so that those for other things differ. */
  String purpose(String what) {
    return "%s/%s/%s/%s".formatted(StepStability.LIMIT.id(), cell.id(), point.id(), what);
  }

  Finding notMet(String prediction, List<Hypothesis> hypotheses) {
    return notMet(prediction, hypotheses, "the theorem says nothing here");
  }
}
