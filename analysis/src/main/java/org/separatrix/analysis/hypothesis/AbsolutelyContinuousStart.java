package org.separatrix.analysis.hypothesis;

import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.Status;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.start.Affine;
import org.separatrix.core.start.Gaussian;
import org.separatrix.core.start.UniformBall;
import org.separatrix.core.start.UniformBox;

/** The hypothesis that starts have a density on R^d, so that they miss every null set. */
public final class AbsolutelyContinuousStart {
  /** The name of this hypothesis. */
  public static final String NAME = "start absolutely continuous";

  private AbsolutelyContinuousStart() {}

  /**
   * Checks the hypothesis. The density of the program's own distributions is known; others are
   * taken at their word.
   *
   * @param start the distribution of starting points
   */
  public static Hypothesis check(StartDistribution start) {
    if (!start.isAbsolutelyContinuous()) {
      return new Hypothesis(NAME, Status.VIOLATED, "no density on R^d, so it may hit a null set");
    }
    return hasKnownDensity(start)
        ? new Hypothesis(NAME, Status.CERTIFIED, "its density is known")
        : new Hypothesis(NAME, Status.DECLARED, "has a density on R^d");
  }

  private static boolean hasKnownDensity(StartDistribution start) {
    return start instanceof UniformBox
        || start instanceof UniformBall
        || start instanceof Gaussian
        || start instanceof Affine;
  }
}
