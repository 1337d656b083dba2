package org.separatrix.analysis.continuum;

import java.util.Arrays;
import java.util.Optional;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/** A Lipschitz constant of the gradient on all of R^d, where the Hessian of a formula has one. */
final class GlobalBound {
  private static final int MOST_DIMENSIONS = 100;

  private GlobalBound() {}

  /**
   * Returns the problem with such a bound, which is the Frobenius norm of the largest entries.
   *
   * @return empty if the Hessian is not bounded, or nothing is known of it
   */
  static Optional<Problem> of(Problem problem) {
    Objective objective = problem.objective();
    if (!(objective instanceof CompiledFormula formula)
        || objective.dimension() > MOST_DIMENSIONS) {
      return Optional.empty();
    }
    Interval[] everywhere = new Interval[objective.dimension()];
    Arrays.fill(everywhere, Interval.ENTIRE);
    IntervalMatrix hessian =
        new IntervalFormula(formula).hessian(IntervalVector.of(everywhere)).range();
    Interval squares = Interval.ZERO;
    for (int i = 0; i < hessian.rows(); i++) {
      for (int j = 0; j < hessian.columns(); j++) {
        squares = squares.plus(hessian.get(i, j).squared());
      }
    }
    double bound = squares.sqrt().high();
    return bound < Double.POSITIVE_INFINITY
        ? Optional.of(
            new Problem(
                problem.name(),
                objective,
                problem.domain(),
                Optional.of(new LipschitzBound(bound, Status.CERTIFIED))))
        : Optional.empty();
  }
}
