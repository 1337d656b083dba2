package org.separatrix.analysis.hypothesis;

import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.Status;
import org.separatrix.api.start.StartDistribution;

/** The hypothesis that starts have a density on R^d, so that they miss every null set. */
public final class AbsolutelyContinuousStart {
  /** The name of this hypothesis. */
  public static final String NAME = "start absolutely continuous";

  private AbsolutelyContinuousStart() {}

  /**
   * Checks the hypothesis by what the distribution declares.
   *
   * @param start the distribution of starting points
   */
  public static Hypothesis check(StartDistribution start) {
    return start.isAbsolutelyContinuous()
        ? new Hypothesis(NAME, Status.DECLARED, "has a density on R^d")
        : new Hypothesis(NAME, Status.VIOLATED, "no density on R^d, so it may hit a null set");
  }
}
