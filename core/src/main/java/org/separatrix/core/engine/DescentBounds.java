package org.separatrix.core.engine;

import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.bound.ForwardInvariance;
import org.separatrix.core.bound.HessianBounds;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.GradientRounding;

/** Bounds, by interval arithmetic, of what gradient descent on a formula does to gradients. */
final class DescentBounds {
  private static final int MOST_DIMENSIONS = 3;

  private final LinearMethod method;
  private final CompiledFormula formula;
  private final Box domain;
  private final IntervalFormula enclosure;

  private DescentBounds(LinearMethod method, CompiledFormula formula, Box domain) {
    this.method = method;
    this.formula = formula;
    this.domain = domain;
    enclosure = new IntervalFormula(formula);
  }

  /**
   * Returns what bounds the steps of an experiment.
   *
   * @return empty if the method is not gradient descent, the objective not a formula with a domain,
   *     or it has too many variables
   */
  static Optional<DescentBounds> of(Experiment experiment) {
    if (!(experiment.objective() instanceof CompiledFormula formula)
        || !(experiment.optimizer() instanceof LinearMethod method)
        || formula.dimension() > MOST_DIMENSIONS
        || !method.isGradientStep()) {
      return Optional.empty();
    }
    return formula.landscape().domain().map(domain -> new DescentBounds(method, formula, domain));
  }

  /** Returns the domain of the objective. */
  Box domain() {
    return domain;
  }

  /** Returns the least width of the domain. */
  double leastWidth() {
    double width = Double.POSITIVE_INFINITY;
    for (int k = 0; k < domain.dimension(); k++) {
      width = Math.min(width, domain.high()[k] - domain.low()[k]);
    }
    return width;
  }

  /** Returns the step size. */
  double alpha() {
    return -method.b()[0];
  }

  /** Tells whether a step, as it is computed, leads from every point of the domain to one of it. */
  boolean isDomainInvariant(Effort effort) {
    return ForwardInvariance.of(method, formula, IntervalVector.of(domain), effort)
            instanceof Invariance.Proven proven
        && proven.holdsForComputedStep();
  }

  /** Bounds of the eigenvalues of the Hessian. */
  record Curvature(double least, double greatest) {
    /** Bounds the size of the eigenvalues of I - alpha H. */
    double factor(double alpha) {
      return Math.max(Math.abs(1 - alpha * least), Math.abs(1 - alpha * greatest)) * (1 + 1e-9);
    }

    /** Bounds the factor by which a gradient grows in a step. */
    double growth(double alpha) {
      return Math.max(1, factor(alpha));
    }

    double norm() {
      return Math.max(Math.abs(least), Math.abs(greatest));
    }
  }

  /** Bounds the eigenvalues on a box. */
  Curvature curvature(Box box, Effort effort) {
    HessianBounds bounds = new HessianBounds(enclosure, IntervalVector.of(box), effort);
    return new Curvature(bounds.smallestEigenvalue().lower(), bounds.largestEigenvalue().upper());
  }

  /**
   * Bounds what rounding adds to a gradient in a step: the error of the gradient there and after
   * it, and what the error of the position makes of it.
   *
   * @param box where
   * @param norm bound of the norm of the Hessian there
   */
  double noise(Box box, double norm) {
    double noise = 0;
    for (double error : GradientRounding.of(formula).over(IntervalVector.of(box))) {
      noise = Math.hypot(noise, error);
    }
    return 2 * noise + norm * positionRounding(box);
  }

  /** Bounds what rounding adds to a position in a step. */
  static double positionRounding(Box box) {
    return Math.ulp(farthest(box));
  }

  /** Returns the largest norm of a point of a box. */
  static double farthest(Box box) {
    double farthest = 0;
    for (int k = 0; k < box.dimension(); k++) {
      double most = Math.max(Math.abs(box.low()[k]), Math.abs(box.high()[k]));
      farthest = Math.hypot(farthest, most);
    }
    return farthest;
  }
}
