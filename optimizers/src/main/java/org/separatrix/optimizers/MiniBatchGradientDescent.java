package org.separatrix.optimizers;

import java.util.random.RandomGenerator;
import org.separatrix.api.objective.FiniteSum;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.BatchMethod;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/**
 * Gradient descent on the mean over b of n terms, drawn without replacement in each step (Robbins
 * and Monro, Ann. Math. Stat. 22, 1951, on a finite sum): x_{k+1} = x_k - alpha grad f_B(x_k).
 *
 * <p>The gradient of a batch has the mean grad f and the covariance S/b (n - b)/(n - 1), S that of
 * the gradient of one term.
 */
public final class MiniBatchGradientDescent implements BatchMethod {
  private final double alpha;
  private final int batch;
  private final int terms;

  /**
   * Creates the method.
   *
   * @param alpha the step size, positive
   * @param batch number b of terms in a batch, at least 1 and less than n
   * @param terms number n of terms
   */
  public MiniBatchGradientDescent(double alpha, int batch, int terms) {
    this.alpha = alpha;
    this.batch = batch;
    this.terms = terms;
  }

  /** A batch of all terms leaves nothing to chance. */
  static Optimizer of(double alpha, int batch, Problem problem) {
    if (!(problem.objective() instanceof FiniteSum sum)) {
      throw new IllegalArgumentException(
          "batch is %d, but objective '%s' is not a sum over terms.%n"
                  .formatted(batch, problem.name())
              + "Maybe give noise instead.");
    }
    if (batch > sum.terms()) {
      throw new IllegalArgumentException(
          "batch is %d, but objective '%s' has %d terms"
              .formatted(batch, problem.name(), sum.terms()));
    }
    return batch == sum.terms()
        ? new GradientDescent(alpha)
        : new MiniBatchGradientDescent(alpha, batch, sum.terms());
  }

  @Override
  public LinearMethod withAllTerms() {
    return new GradientDescent(alpha);
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    int lanes = block.lanes();
    int[][] batches = new int[lanes][];
    boolean[] drawn = new boolean[terms];
    for (int i = 0; i < lanes; i++) {
      batches[i] = draw(block.random(i), drawn);
    }
    double[][] g = new double[block.dimension()][];
    for (int k = 0; k < g.length; k++) {
      g[k] = block.scratch(k);
    }
    oracle.gradient(block.position(), batches, g, lanes);
    for (int k = 0; k < g.length; k++) {
      Axpy.add(-alpha, g[k], block.position()[k], lanes);
    }
  }

  /**
   * Draws b of n terms without replacement, in b numbers (Floyd: Bentley, Comm. ACM 30, 1987).
   *
   * @param drawn all false, and so it is left
   */
  private int[] draw(RandomGenerator random, boolean[] drawn) {
    int[] batchTerms = new int[batch];
    for (int j = 0; j < batch; j++) {
      int last = terms - batch + j;
      int candidate = random.nextInt(last + 1);
      int term = drawn[candidate] ? last : candidate;
      batchTerms[j] = term;
      drawn[term] = true;
    }
    for (int term : batchTerms) {
      drawn[term] = false;
    }
    return batchTerms;
  }
}
