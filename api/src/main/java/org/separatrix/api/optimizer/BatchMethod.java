package org.separatrix.api.optimizer;

/**
 * A linear method whose gradients are those of random batches: xi_{k+1} = A xi_k + B grad f_k(C
 * xi_k), f_k the mean over {@link #batch()} of the n terms of the objective, drawn without
 * replacement and anew in every step.
 *
 * <p>The noise is what a batch's gradient differs from the whole one by. It depends on the
 * position, and vanishes where the gradients of all terms do. So it is no translation between steps
 * of one map, and the method declares no linearization.
 */
public interface BatchMethod extends Optimizer {
  /** Returns the method with the gradient of all terms. */
  LinearMethod withAllTerms();

  /** Returns the number of terms in a batch, less than n. */
  int batch();

  @Override
  default boolean isDeterministic() {
    return false;
  }
}
