package org.separatrix.core.extended;

import java.util.Optional;
import org.separatrix.api.objective.FactoredGradient;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.formula.CompiledFormula;

/** The gradient of an objective at points that have no doubles. */
@FunctionalInterface
public interface ExtendedGradient {
  /**
   * Evaluates the gradient.
   *
   * @param x the point, length d; not modified
   * @return the partial derivatives, length d, fresh
   */
  ExtendedNumber[] at(ExtendedNumber[] x);

  /**
   * Returns the gradient of an objective: by its program for a formula, by its multipliers where it
   * gives them, which are taken at the nearest doubles.
   *
   * @param objective the function
   * @return empty if neither is known
   */
  static Optional<ExtendedGradient> of(Objective objective) {
    if (objective instanceof CompiledFormula formula) {
      ExtendedProgram program = new ExtendedProgram(formula.gradientProgram());
      return Optional.of(program::evaluate);
    }
    return objective instanceof FactoredGradient factored
        ? Optional.of(x -> factored(factored, x))
        : Optional.empty();
  }

  private static ExtendedNumber[] factored(FactoredGradient objective, ExtendedNumber[] x) {
    double[] point = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      point[k] = x[k].toDouble();
    }
    double[] multipliers = new double[x.length];
    objective.multipliers(point, multipliers);
    ExtendedNumber[] gradient = new ExtendedNumber[x.length];
    for (int k = 0; k < x.length; k++) {
      gradient[k] = ExtendedNumber.of(multipliers[k]).times(x[k]);
    }
    return gradient;
  }
}
