package org.separatrix.optimizers;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.plugin.Doc;

/**
 * The constants of the theorem on perturbed gradient descent, from which its parameters follow
 * (Jin, Ge, Netrapalli, Kakade and Jordan, "How to Escape Saddle Points Efficiently", ICML 2017,
 * arXiv:1703.00887, Algorithm 2).
 *
 * <p>With chi = 3 max(ln(d l Delta_f / (c epsilon^2 delta)), 4) they are
 *
 * <ul>
 *   <li>eta = c / l,
 *   <li>r = sqrt(c) / chi^2 epsilon / l,
 *   <li>g_thres = sqrt(c) / chi^2 epsilon,
 *   <li>f_thres = c / chi^3 sqrt(epsilon^3 / rho),
 *   <li>t_thres = chi / c^2 l / sqrt(rho epsilon), rounded up to whole steps.
 * </ul>
 *
 * <p>Theorem 3 there: for c below an absolute constant, epsilon at most l^2 / rho and Delta_f at
 * least f(x_0) - inf f, the run ends with probability 1 - delta at a point whose gradient is at
 * most epsilon and whose Hessian has no eigenvalue below -sqrt(rho epsilon), within O(l Delta_f /
 * epsilon^2 chi^4) steps.
 *
 * @param l Lipschitz constant of the gradient; the problem's L if absent
 * @param rho Lipschitz constant of the Hessian
 * @param epsilon gradient norm to reach
 * @param c the absolute constant, at most 1
 * @param delta probability of failure, in (0, 1)
 * @param deltaF bound on f(x_0) - inf f
 */
@Doc("Constants from which the parameters follow: Jin et al. 2017, Algorithm 2.")
public record PerturbationTheory(
    @Doc(
            value =
                "Lipschitz constant of the gradient; without it the L of the objective's domain is"
                    + " taken.",
            unit = "unit of f per squared unit of x",
            example = "11")
        @Nullable Double l,
    @Doc(
            value = "Lipschitz constant rho of the Hessian.",
            unit = "unit of f per cubed unit of x",
            example = "12")
        double rho,
    @Doc(
            value = "Norm of the gradient to reach, epsilon, at most l^2 / rho.",
            unit = "unit of f per unit of x",
            example = "0.1")
        double epsilon,
    @Doc(
            value =
                "The theorem's absolute constant c, at most 1: the step is c / l. The smaller, the"
                    + " surer and the slower.",
            defaultValue = "0.5",
            example = "0.5")
        double c,
    @Doc(value = "Probability delta of failure, in (0, 1).", defaultValue = "0.1", example = "0.1")
        double delta,
    @Doc(
            value = "Bound Delta_f on how far f falls from a start to its infimum.",
            unit = "unit of f",
            example = "5")
        double deltaF) {

  /** Checks the ranges. */
  public PerturbationTheory {
    if (l != null) {
      Perturbation.positive("l", l);
    }
    Perturbation.positive("rho", rho);
    Perturbation.positive("epsilon", epsilon);
    Perturbation.positive("delta-f", deltaF);
    if (!(c > 0 && c <= 1)) {
      throw new IllegalArgumentException("c is " + c + ": it must lie in (0, 1]");
    }
    if (!(delta > 0 && delta < 1)) {
      throw new IllegalArgumentException("delta is " + delta + ": it must lie between 0 and 1");
    }
  }

  /**
   * Returns the parameters for a problem.
   *
   * @param problem gives d, and L unless {@code l} is given
   * @throws IllegalArgumentException if epsilon exceeds l^2 / rho, or L is not known
   */
  Perturbation perturbation(Problem problem) {
    double bound = l != null ? l : lipschitz(problem);
    if (epsilon > bound * bound / rho) {
      throw new IllegalArgumentException(
          "epsilon is %s, above l^2 / rho = %s, where the theorem says nothing.%n"
                  .formatted(epsilon, bound * bound / rho)
              + "Maybe give a smaller epsilon, or the parameters themselves instead of theory.");
    }
    double logarithm =
        Math.log(problem.dimension() * bound * deltaF / (c * epsilon * epsilon * delta));
    double chi = 3 * Math.max(logarithm, 4);
    double gradientThreshold = Math.sqrt(c) / (chi * chi) * epsilon;
    double steps = Math.ceil(chi / (c * c) * bound / Math.sqrt(rho * epsilon));
    return new Perturbation(
        c / bound,
        gradientThreshold / bound,
        gradientThreshold,
        (long) steps,
        OptionalDouble.of(c / (chi * chi * chi) * Math.sqrt(epsilon * epsilon * epsilon / rho)));
  }

  private static double lipschitz(Problem problem) {
    return problem
        .lipschitz()
        .map(LipschitzBound::value)
        .filter(bound -> bound > 0)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "l is missing, and %s for objective '%s'.%n"
                            .formatted(
                                problem.lipschitz().isPresent() ? "L = 0" : "no L is known",
                                problem.name())
                        + "Maybe give l here, or the objective a key 'lipschitz'."));
  }
}
