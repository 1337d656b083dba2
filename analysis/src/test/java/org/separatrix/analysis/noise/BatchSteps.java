package org.separatrix.analysis.noise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.optimizer.BatchMethod;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Oracle;

/**
 * Gradient descent on random batches of a size that is truly or falsely declared.
 *
 * @param alpha step size
 * @param terms number of terms
 * @param batch declared size
 * @param actual size
 */
record BatchSteps(double alpha, int terms, int batch, int actual) implements BatchMethod {
  @Override
  public LinearMethod withAllTerms() {
    return Methods.gradientDescent(alpha);
  }

  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    int lanes = block.lanes();
    int[][] batches = new int[lanes][];
    for (int i = 0; i < lanes; i++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, terms).boxed().toList());
      Collections.shuffle(order, new Random(block.random(i).nextLong()));
      batches[i] = order.subList(0, actual).stream().mapToInt(Integer::intValue).toArray();
    }
    double[][] g = new double[block.dimension()][lanes];
    oracle.gradient(block.position(), batches, g, lanes);
    for (int k = 0; k < g.length; k++) {
      for (int i = 0; i < lanes; i++) {
        block.position()[k][i] -= alpha * g[k][i];
      }
    }
  }
}
