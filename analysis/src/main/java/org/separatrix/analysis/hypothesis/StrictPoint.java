package org.separatrix.analysis.hypothesis;

import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;

/** The hypothesis that the Hessian at a critical point has a negative eigenvalue. */
public final class StrictPoint {
  /** The name of this hypothesis. */
  public static final String NAME = "strict: lambda_min < 0";

  private StrictPoint() {}

  /**
   * Checks the hypothesis; it is as certain as the point.
   *
   * @param point the critical point
   */
  public static Hypothesis check(CriticalPoint point) {
    double smallest = point.eigenvalues()[0];
    String detail = "lambda_min = " + Numbers.number(smallest);
    return point.kind().isStrict()
        ? new Hypothesis(NAME, point.status(), detail)
        : new Hypothesis(NAME, Status.VIOLATED, detail + ", " + point.kind().label());
  }
}
