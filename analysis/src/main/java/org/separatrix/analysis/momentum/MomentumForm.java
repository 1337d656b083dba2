package org.separatrix.analysis.momentum;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.separatrix.api.optimizer.Linearization;

/**
 * The parameters of a method x_{k+1} = y_k - alpha grad f(z_k), y_k = x_k + beta (x_k - x_{k-1}),
 * z_k = x_k + gamma (x_k - x_{k-1}), read off its linearization, whose block has the trace 1 + beta
 * - alpha lambda (1 + gamma) and the determinant beta - alpha lambda gamma.
 *
 * <p>Gradient descent has beta = gamma = 0, heavy ball gamma = 0, Nesterov's method gamma = beta.
 *
 * <p>At lambda &lt; 0 let mu = -alpha lambda &gt; 0. The characteristic polynomial p(z) = z^2 - (1
 * + beta + mu (1 + gamma)) z + beta + mu gamma has p(1) = -mu &lt; 0, hence a root z &gt; 1, and
 * falls there with beta, by z - 1, and with gamma, by mu (z - 1): the root grows with either.
 *
 * @param alpha step size
 * @param beta weight of the last move
 * @param gamma how far ahead the gradient is taken
 */
public record MomentumForm(double alpha, double beta, double gamma) {
  private static final double TOLERANCE = 1e-9;

  /**
   * Reads the parameters.
   *
   * @param linearization of the method
   * @return empty if the method is not of this form or does not descend
   */
  public static Optional<MomentumForm> of(Linearization linearization) {
    double lambda = feltEigenvalue(linearization);
    double[] at0 = traceAndDeterminant(linearization.at(0));
    double[] at1 = traceAndDeterminant(linearization.at(lambda));
    double[] at2 = traceAndDeterminant(linearization.at(2 * lambda));
    double beta = at0[1];
    double ahead = (at0[1] - at1[1]) / lambda;
    double alpha = (at0[0] - at1[0]) / lambda - ahead;
    boolean holds =
        isNear(at0[0], 1 + beta)
            && Double.isFinite(alpha + beta + ahead)
            && isNear(at2[0] - at1[0], at1[0] - at0[0])
            && isNear(at2[1] - at1[1], at1[1] - at0[1])
            && alpha > 0;
    double gamma = Math.abs(ahead) <= TOLERANCE * alpha ? 0 : ahead / alpha;
    return holds
        ? Optional.of(new MomentumForm(rounded(alpha), rounded(beta), rounded(gamma)))
        : Optional.empty();
  }

  /** Returns an eigenvalue that changes the block clearly: other differences would be rounding. */
  private static double feltEigenvalue(Linearization linearization) {
    double lambda = 1;
    while (change(linearization, lambda) < 0.25 && lambda < 1e300) {
      lambda *= 2;
    }
    while (change(linearization, lambda) > 0.5 && lambda > 1e-300) {
      lambda /= 2;
    }
    return lambda;
  }

  private static double change(Linearization linearization, double lambda) {
    return Math.abs(
        traceAndDeterminant(linearization.at(lambda))[0]
            - traceAndDeterminant(linearization.at(0))[0]);
  }

  /** Takes away the rounding errors of the differences, so that equal step sizes are equal. */
  private static double rounded(double parameter) {
    return new BigDecimal(parameter).round(new MathContext(10)).doubleValue();
  }

  /** Returns trace and determinant of a block of one or two rows; NaN of a larger one. */
  private static double[] traceAndDeterminant(double[][] m) {
    return switch (m.length) {
      case 1 -> new double[] {m[0][0], 0};
      case 2 -> new double[] {m[0][0] + m[1][1], m[0][0] * m[1][1] - m[0][1] * m[1][0]};
      default -> new double[] {Double.NaN, Double.NaN};
    };
  }

  /** Tells whether theory says that another method is faster, with the same step. */
  public boolean isSlowerThan(MomentumForm other) {
    boolean sameBeta = isNear(beta, other.beta);
    boolean sameGamma = isNear(gamma, other.gamma);
    return isNear(alpha / other.alpha, 1)
        && (sameBeta || beta < other.beta)
        && (sameGamma || gamma < other.gamma)
        && !(sameBeta && sameGamma);
  }

  /** Tells whether this is gradient descent. */
  public boolean isPlain() {
    return isNear(beta, 0) && isNear(gamma, 0);
  }

  /** Returns the block of this form at an eigenvalue, 2 x 2. */
  public double[][] block(double lambda) {
    return new double[][] {
      {1 + beta - alpha * lambda * (1 + gamma), -beta + alpha * lambda * gamma}, {1, 0}
    };
  }

  private static boolean isNear(double p, double q) {
    return Math.abs(p - q) <= TOLERANCE * Math.max(1, Math.abs(q));
  }
}
