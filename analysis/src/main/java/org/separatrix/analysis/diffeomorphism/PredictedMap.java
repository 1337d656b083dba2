package org.separatrix.analysis.diffeomorphism;

import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.region.AffineDeterminant;
import org.separatrix.core.region.LeastStretch;

/**
 * What A, B, C and the eigenvalues of the Hessian say about the map of a method.
 *
 * @param eigenvalues contains the eigenvalues of the Hessian, the real line if no L is known
 * @param determinant contains det(A + lambda B C) for all of them
 * @param stretch a number s with |Phi(xi) - Phi(eta)| &gt;= s |xi - eta|, at least 0
 * @param status how certain the eigenvalues are
 * @param isConstant whether the determinant is the same for every lambda, and not 0
 */
record PredictedMap(
    Interval eigenvalues, Interval determinant, double stretch, Status status, boolean isConstant) {
  /** The name of the hypothesis. */
  static final String NAME = "det(A + lambda B C) != 0";

  /**
   * Returns what is predicted.
   *
   * @param method the method
   * @param range the eigenvalues, if they are known
   */
  static PredictedMap of(LinearMethod method, Optional<EigenvalueRange> range) {
    AffineDeterminant determinant = AffineDeterminant.of(method);
    Interval eigenvalues = range.map(EigenvalueRange::range).orElse(Interval.ENTIRE);
    return new PredictedMap(
        eigenvalues,
        determinant.over(eigenvalues),
        LeastStretch.of(method, eigenvalues),
        range.map(EigenvalueRange::status).orElse(Status.VIOLATED),
        determinant.isNonzeroConstant());
  }

  /** Tells whether the determinant vanishes at no eigenvalue, if the eigenvalues are right. */
  boolean isInvertible() {
    return determinant.mignitude() > 0;
  }

  /** The hypothesis that the determinant vanishes nowhere. */
  Hypothesis hypothesis() {
    if (isConstant) {
      String value = Numbers.number(determinant.midpoint());
      return new Hypothesis(NAME, Status.CERTIFIED, "det = " + value + " for every lambda");
    }
    if (!eigenvalues.isBounded()) {
      return new Hypothesis(NAME, Status.VIOLATED, "no L is known");
    }
    return new Hypothesis(
        NAME,
        isInvertible() ? status : Status.VIOLATED,
        "det in %s for lambda in %s".formatted(text(determinant), text(eigenvalues)));
  }

  /**
   * The same hypothesis with a constant of injectivity, for which L has to be known even where the
   * determinant is constant.
   */
  Hypothesis injectivityHypothesis() {
    Hypothesis hypothesis = hypothesis();
    return hypothesis.isViolated() || (stretch == 0 && !eigenvalues.isBounded())
        ? hypothesis
        : new Hypothesis(
            NAME,
            status,
            isConstant
                ? hypothesis.detail() + ", s for lambda in " + text(eigenvalues)
                : hypothesis.detail());
  }

  static String text(Interval interval) {
    return "[%s, %s]".formatted(Numbers.number(interval.low()), Numbers.number(interval.high()));
  }
}
