package org.separatrix.analysis.noise;

import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.NoisyMethod;
import org.separatrix.api.optimizer.Oracle;

/**
 * A linear method whose steps carry noise, truly or falsely declared.
 *
 * @param withoutNoise the method
 * @param noise sigma that it declares
 * @param actual sigma that it has
 */
record NoisySteps(LinearMethod withoutNoise, double noise, double actual) implements NoisyMethod {
  NoisySteps(LinearMethod withoutNoise, double noise) {
    this(withoutNoise, noise, noise);
  }

  @Override
  public int memory() {
    return withoutNoise.memory();
  }

  @Override
  public void start(Iterates block, int lane) {
    withoutNoise.start(block, lane);
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    withoutNoise.step(block, oracle);
    // Of the methods here only the first state vector feels the gradient.
    double factor = withoutNoise.b()[0] * actual;
    for (int i = 0; i < block.lanes(); i++) {
      for (int k = 0; k < block.dimension(); k++) {
        block.position()[k][i] += factor * block.random(i).nextGaussian();
      }
    }
  }
}
