package org.separatrix.api.optimizer;

import java.util.Optional;

/**
 * A linear method whose gradients carry noise: xi_{k+1} = A xi_k + B (grad f(C xi_k) + sigma
 * zeta_k) with independent zeta_k ~ N(0, 1) in every coordinate and step.
 *
 * <p>What this declares is what predictions about noise rest on; the method takes its steps itself.
 */
public interface NoisyMethod extends Optimizer {
  /** Returns the method without the noise. */
  LinearMethod withoutNoise();

  /**
   * Returns sigma, the standard deviation of the noise in each coordinate of the gradient, in units
   * of f per unit of x.
   */
  double noise();

  /** Returns the linearization of the method without the noise. */
  @Override
  default Optional<Linearization> linearization() {
    return withoutNoise().linearization();
  }

  @Override
  default boolean isDeterministic() {
    return noise() == 0;
  }
}
