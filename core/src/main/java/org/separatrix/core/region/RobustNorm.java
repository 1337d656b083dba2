package org.separatrix.core.region;

import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * A norm in which M + delta B C contracts for all |delta| as large as possible, M = A + lambda B C.
 *
 * <p>By the bounded real lemma (Boyd, El Ghaoui, Feron and Balakrishnan, Linear Matrix Inequalities
 * in System and Control Theory, 1994, section 2.7.3) x'P x does not grow for |delta| &lt;= gamma if
 * P = M'P M + gamma^2 C'C + M'P B (1 - B'P B)^-1 B'P M. The smallest solution is the limit of this
 * iteration from P = 0, which exists below the stability radius; gamma is found by bisection. M and
 * B are divided by rho &lt; 1 first, so that the norm shrinks by rho. With G = -B B' the iteration
 * is P = M'P (I + G P)^-1 M + gamma^2 C'C, whose iterates 1, 2, 4, ... the structured doubling
 * algorithm makes (Chu, Fan, Lin and Wang, Int. J. Control 77, 2004).
 *
 * <p>Computed with rounding to nearest: what is proven of the norm is proven elsewhere.
 */
final class RobustNorm {
  private static final int MOST_DOUBLINGS = 30;
  private static final int BISECTIONS = 16;
  private static final double CONVERGED = 1e-12;
  private static final double ACCURATE = 1e-6;

  /** Share of the stability radius that is used; at the full one, P degenerates. */
  private static final double SHARE = 0.97;

  /** Keeps P definite where C does not observe the state; relative to its trace. */
  private static final double REGULARIZATION = 1e-10;

  private final RealMatrix transition;
  private final RealVector input;
  private final RealVector output;

  private RobustNorm(RealMatrix transition, RealVector input, RealVector output) {
    this.transition = transition;
    this.input = input;
    this.output = output;
  }

  /**
   * Returns a factor F with x'P x = |F x|^2, scaled such that a state v at rest has the norm 1.
   *
   * @param a the matrix A, n x n; not modified
   * @param b the column B, not modified
   * @param c the row C, not modified
   * @param lambda the eigenvalue in the middle
   * @param reach the least |delta| to be covered
   * @param rho the factor by which the norm is to shrink
   * @param rest the vector v; not modified
   * @return nothing if there is no such norm
   */
  static Optional<double[][]> factor(
      double[][] a,
      double[] b,
      double[] c,
      double lambda,
      double reach,
      double rho,
      double[] rest) {
    RealVector input = MatrixUtils.createRealVector(b);
    RealVector output = MatrixUtils.createRealVector(c);
    RealMatrix transition =
        new Array2DRowRealMatrix(a, true).add(input.mapMultiply(lambda).outerProduct(output));
    RobustNorm problem =
        new RobustNorm(transition.scalarMultiply(1 / rho), input.mapDivide(rho), output);
    return problem.best(Math.abs(lambda), reach).flatMap(p -> scaledFactor(p, rest));
  }

  private Optional<RealMatrix> best(double scale, double reach) {
    double low = 0;
    double high = scale;
    while (high < 0x1p20 * scale && solve(high).isPresent()) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (solve(middle).isPresent()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double gamma = SHARE * low;
    return gamma > reach ? solve(gamma) : Optional.empty();
  }

  /** Doubles the number of iterations in each turn, if all of them exist. */
  private Optional<RealMatrix> solve(double gamma) {
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(input.getDimension());
    RealMatrix a = transition;
    RealMatrix g = input.outerProduct(input).scalarMultiply(-1);
    RealMatrix p = output.mapMultiply(gamma * gamma).outerProduct(output);
    try {
      for (int i = 0; i < MOST_DOUBLINGS; i++) {
        RealMatrix inverse =
            new LUDecomposition(identity.add(g.multiply(p))).getSolver().getInverse();
        RealMatrix left = a.multiply(inverse);
        RealMatrix step = a.transpose().multiply(p).multiply(inverse).multiply(a);
        g = g.add(left.multiply(g).multiply(a.transpose()));
        a = left.multiply(a);
        p = p.add(step);
        if (step.getFrobeniusNorm() <= CONVERGED * p.getFrobeniusNorm()) {
          return isSolution(p, gamma) ? Optional.of(p) : Optional.empty();
        }
      }
    } catch (MathRuntimeException singular) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Beyond the stability radius the doubling may end at a matrix that is none of the iterates. */
  private boolean isSolution(RealMatrix p, double gamma) {
    RealVector image = p.operate(input);
    double gain = 1 - input.dotProduct(image);
    RealVector cross = transition.preMultiply(image);
    RealMatrix next =
        transition
            .transpose()
            .multiply(p)
            .multiply(transition)
            .add(output.mapMultiply(gamma * gamma).outerProduct(output))
            .add(cross.outerProduct(cross).scalarMultiply(1 / gain));
    return gain > 0
        && next.subtract(p).getFrobeniusNorm() <= ACCURATE * p.getFrobeniusNorm()
        && SymmetricEigen.of(p.add(p.transpose()).getData()).value(0) >= 0;
  }

  private static Optional<double[][]> scaledFactor(RealMatrix p, double[] rest) {
    int n = rest.length;
    RealMatrix symmetric = p.add(p.transpose()).scalarMultiply(0.5);
    RealMatrix definite =
        symmetric.add(
            MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(REGULARIZATION * p.getTrace()));
    try {
      RealMatrix factor = new CholeskyDecomposition(definite).getLT();
      double norm = MatrixUtils.createRealVector(factor.operate(rest)).getNorm();
      return Optional.of(factor.scalarMultiply(1 / norm).getData());
    } catch (MathRuntimeException indefinite) {
      return Optional.empty();
    }
  }
}
