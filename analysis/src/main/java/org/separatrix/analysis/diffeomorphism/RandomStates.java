package org.separatrix.analysis.diffeomorphism;

import java.util.random.RandomGenerator;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * Random states of a method whose positions C xi lie in the domain, where the Hessian is known;
 * they form a convex set. The position is uniform, the state around it random on the scale of the
 * domain.
 */
final class RandomStates {
  /** Keeps the states of differences inside, as a part of the domain's width. */
  private static final double INSET = 1e-3;

  private final double[] c;
  private final double[] rest;
  private final double[] low;
  private final double[] width;
  private final RandomGenerator random;

  /**
   * Creates a source of states.
   *
   * @param method the method
   * @param domain the domain
   * @param random the random numbers
   */
  RandomStates(LinearMethod method, Box domain, RandomGenerator random) {
    this.random = random;
    c = method.c();
    rest = method.rest();
    low = domain.low();
    width = domain.high();
    for (int k = 0; k < width.length; k++) {
      width[k] -= low[k];
    }
  }

  /** Draws a state, n d numbers. */
  double[] next() {
    int d = low.length;
    double[] state = new double[c.length * d];
    for (int k = 0; k < d; k++) {
      double position = 0;
      for (int j = 0; j < c.length; j++) {
        state[j * d + k] = uniform(k);
        position += c[j] * state[j * d + k];
      }
      double shift = uniform(k) - position;
      for (int j = 0; j < c.length; j++) {
        state[j * d + k] += rest[j] * shift;
      }
    }
    return state;
  }

  private double uniform(int k) {
    return low[k] + width[k] * (INSET + (1 - 2 * INSET) * random.nextDouble());
  }
}
