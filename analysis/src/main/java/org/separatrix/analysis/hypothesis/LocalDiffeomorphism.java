package org.separatrix.analysis.hypothesis;

import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.region.AffineDeterminant;

/**
 * The hypothesis that a method's update is a local diffeomorphism, so that preimages of null sets
 * are null sets: the block of its linearization is invertible for every Hessian eigenvalue in [-L,
 * L].
 *
 * <p>For xi_{k+1} = A xi_k + B grad f(C xi_k) the derivative anywhere, not only at a critical
 * point, falls into the blocks A + lambda B C. By the matrix determinant lemma det(A + lambda B C)
 * = det A + lambda C adj(A) B is a straight line: 1 - alpha lambda for gradient descent, beta for
 * heavy ball whatever alpha is, beta (1 - alpha lambda) for Nesterov's method. A straight line
 * without a zero at the ends and with equal signs there has none between.
 *
 * <p>Source: Lee, Simchowitz, Jordan and Recht (2016), Proposition 4.5; for momentum, O'Neill and
 * Wright (2017).
 */
public final class LocalDiffeomorphism {
  /** The name of this hypothesis for gradient descent. */
  public static final String GRADIENT_DESCENT = "alpha < 1/L";

  /** The name of this hypothesis for other methods. */
  public static final String GENERAL = "det(A + lambda B C) != 0 on [-L, L]";

  private LocalDiffeomorphism() {}

  /**
   * Checks the hypothesis.
   *
   * <p>It is as certain as the bound on L. An estimated L is only a lower bound, so it never
   * certifies; where the determinant does not depend on lambda, no L is needed. A linearization
   * that is declared without A, B and C is sampled, and the result is estimated.
   *
   * @param problem the objective with its bound on L
   * @param optimizer the method
   */
  public static Hypothesis check(Problem problem, Optimizer optimizer) {
    if (optimizer instanceof LinearMethod method) {
      return check(AffineDeterminant.of(method), problem.lipschitz(), method.b().length);
    }
    Optional<Linearization> linearization = optimizer.linearization();
    if (linearization.isEmpty()) {
      return new Hypothesis(GENERAL, Status.VIOLATED, "no linearization is known");
    }
    return problem
        .lipschitz()
        .map(bound -> SampledDeterminant.check(linearization.get(), bound.value()))
        .orElseGet(() -> noBound(GENERAL));
  }

  /**
   * Checks the hypothesis, where no linearization is declared by the Jacobian of the step at states
   * that runs from the domain pass.
   *
   * @param problem the objective with its bound on L
   * @param optimizer the method
   * @param laboratory gives the step as a map
   */
  public static Hypothesis check(Problem problem, Optimizer optimizer, Laboratory laboratory) {
    return !optimizer.isDeterministic() || optimizer.linearization().isPresent()
        ? check(problem, optimizer)
        : SampledJacobians.check(
            laboratory.map(problem, optimizer),
            problem.domain(),
            laboratory.random("local-diffeomorphism/" + problem.name()));
  }

  /**
   * Tells whether the determinant is a nonzero constant, so that the update is a local
   * diffeomorphism wherever f is twice differentiable, whatever L is there.
   *
   * @param optimizer the method
   */
  public static boolean needsNoBound(Optimizer optimizer) {
    return optimizer instanceof LinearMethod method
        && AffineDeterminant.of(method).isNonzeroConstant();
  }

  private static Hypothesis check(
      AffineDeterminant determinant, Optional<LipschitzBound> bound, int size) {
    boolean gradientDescent = size == 1 && determinant.slope().high() < 0;
    String name = gradientDescent ? GRADIENT_DESCENT : GENERAL;
    if (determinant.isNonzeroConstant()) {
      return new Hypothesis(
          name,
          Status.CERTIFIED,
          "det = " + Numbers.number(determinant.constant().midpoint()) + " for every lambda");
    }
    if (bound.isEmpty()) {
      return noBound(name);
    }
    double limit = bound.get().value();
    Interval range = new Interval(-limit, limit);
    boolean holds = determinant.isInvertible(range);
    Status status = holds ? bound.get().status() : Status.VIOLATED;
    if (gradientDescent) {
      return new Hypothesis(name, status, product(-determinant.slope().midpoint() * limit, holds));
    }
    String detail =
        holds
            ? "|det| >= %s, L = %s"
                .formatted(
                    Numbers.number(determinant.over(range).mignitude()), Numbers.number(limit))
            : "zero at lambda = %s, L = %s"
                .formatted(Numbers.number(zero(determinant)), Numbers.number(limit));
    return new Hypothesis(name, status, detail);
  }

  /** Returns where the determinant vanishes, 0 if it does so everywhere. */
  private static double zero(AffineDeterminant determinant) {
    Interval root = determinant.root();
    return root.isBounded() ? root.midpoint() : 0;
  }

  /** Words alpha L < 1 or its contrary, so that rounding does not write the one as the other. */
  static String product(double alphaTimesBound, boolean holds) {
    String number = Numbers.number(alphaTimesBound);
    if (number.equals("1") && alphaTimesBound != 1) {
      number = Double.toString(alphaTimesBound);
    }
    return number + (holds ? " < 1" : " >= 1");
  }

  private static Hypothesis noBound(String name) {
    return new Hypothesis(name, Status.VIOLATED, "no L is known");
  }
}
