package org.separatrix.analysis.diffeomorphism;

import java.util.Optional;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.interval.Interval;

/**
 * Where the eigenvalues of the Hessian lie on an objective's domain.
 *
 * @param range contains them, as far as the status says
 * @param status certified if proven; else that of the bound on L, of which the range is [-L, L]
 */
record EigenvalueRange(Interval range, Status status) {
  private static final Effort EFFORT = Effort.standard().withBoxes(5_000);

  /**
   * Returns the range on the domain of a problem. What the study did not want to be certified is
   * not certified here.
   *
   * @return empty if no L is known
   */
  static Optional<EigenvalueRange> of(Problem problem) {
    return problem.lipschitz().map(bound -> of(problem, bound));
  }

  private static EigenvalueRange of(Problem problem, LipschitzBound bound) {
    Interval symmetric = new Interval(-bound.value(), bound.value());
    return new EigenvalueRange(
        bound.status() == Status.CERTIFIED
            ? Certifier.of(problem.objective(), problem.domain(), EFFORT)
                .map(EigenvalueRange::extremes)
                .orElse(Interval.ENTIRE)
                .intersection(symmetric)
            : symmetric,
        bound.status());
  }

  private static Interval extremes(Certifier certifier) {
    return new Interval(
        certifier.smallestEigenvalue().lower(), certifier.largestEigenvalue().upper());
  }
}
