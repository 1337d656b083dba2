package org.separatrix.analysis.linearization;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.DominantEigenvector;

/**
 * The linear response of a run's position along a direction to its start along it: m_k = C M^k r.
 *
 * <p>Along a Hessian eigenvector v, M = A + lambda B C and r is the state at rest: a run from s +
 * x_0 v has its k-th position at s + m_k x_0 v. Along any direction w, M is the Jacobian of the
 * step, C reads w'(x - s) off a state, and r is the state's displacement for a start displaced by
 * w.
 */
public final class PositionResponse {
  private final double[][] block;
  private final double[] c;
  private final double[] rest;

  /**
   * Creates a response.
   *
   * @param block the matrix M, n x n; copied
   * @param c the row C, length n; copied
   * @param rest the column r, length n; copied
   */
  public PositionResponse(double[][] block, double[] c, double[] rest) {
    this.block = new double[block.length][];
    for (int i = 0; i < block.length; i++) {
      this.block[i] = block[i].clone();
    }
    this.c = c.clone();
    this.rest = rest.clone();
  }

  /**
   * Returns the response of a method.
   *
   * @param optimizer the method
   * @param linearization of its step
   * @param lambda eigenvalue of the Hessian
   * @return empty if the position cannot be read off a block of more than one row, because the
   *     method is not given by A, B and C
   */
  public static Optional<PositionResponse> of(
      Optimizer optimizer, Linearization linearization, double lambda) {
    double[][] block = linearization.at(lambda);
    if (optimizer instanceof LinearMethod method) {
      return Optional.of(new PositionResponse(block, method.c(), method.rest()));
    }
    return block.length == 1
        ? Optional.of(new PositionResponse(block, new double[] {1}, new double[] {1}))
        : Optional.empty();
  }

  /**
   * Returns the coefficient of M's unit eigenvector of largest modulus in r; empty if that
   * eigenvalue is complex or lacks eigenvectors.
   */
  OptionalDouble coefficient() {
    return DominantEigenvector.of(block)
        .map(eigenvector -> OptionalDouble.of(eigenvector.coefficient(rest)))
        .orElse(OptionalDouble.empty());
  }

  /**
   * Returns max_{j <= k} |m_j| for k = 0, 1, ... up to and including the first k at which it
   * reaches a bound.
   *
   * @param bound the bound
   * @param limit most steps
   * @return the maxima; the last is below the bound if the limit came first
   */
  public double[] envelope(double bound, int limit) {
    double[] maxima = new double[16];
    double[] state = rest.clone();
    double largest = 0;
    for (int k = 0; ; k++) {
      largest = Math.max(largest, Math.abs(dot(c, state)));
      if (k == maxima.length) {
        maxima = Arrays.copyOf(maxima, 2 * k);
      }
      maxima[k] = largest;
      if (k >= limit || !(largest < bound)) {
        return Arrays.copyOf(maxima, k + 1);
      }
      state = multiply(state);
    }
  }

  /** Returns m_0, m_1, ..., one after the other. */
  Walk walk() {
    return new Walk();
  }

  /** The numbers m_k, step by step. */
  final class Walk {
    private double[] state = rest.clone();

    private Walk() {}

    /** Returns m_k. */
    double position() {
      return dot(c, state);
    }

    /** Goes on to the next k. */
    void advance() {
      state = multiply(state);
    }
  }

  private double[] multiply(double[] state) {
    double[] product = new double[state.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(block[i], state);
    }
    return product;
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum = Math.fma(p[i], q[i], sum);
    }
    return sum;
  }
}
