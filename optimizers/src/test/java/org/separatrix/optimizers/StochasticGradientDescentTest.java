package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StochasticGradientDescentTest {
  private static final double[][] STARTS = {{1, 2}, {-0.5, 0.25}, {0, 0}};

  @Test
  void addsNormalNoiseToEachCoordinateOfTheGradient() {
    Block block = new Block(new Saddle(), STARTS);
    StochasticGradientDescent method = new StochasticGradientDescent(0.1, 0.5);
    block.step(method);
    block.step(method);

    for (int run = 0; run < STARTS.length; run++) {
      double[] x = STARTS[run].clone();
      for (int step = 0; step < 2; step++) {
        RandomGenerator random = Block.random(run, step);
        double[][] gradient = new double[2][1];
        new Saddle().gradient(new double[][] {{x[0]}, {x[1]}}, gradient, 1);
        for (int k = 0; k < 2; k++) {
          x[k] = Math.fma(-0.1, gradient[k][0], x[k]);
          x[k] = Math.fma(-0.1 * 0.5, random.nextGaussian(), x[k]);
        }
      }
      assertThat(block.point(run)).containsExactly(x);
    }
  }

  @Test
  void isGradientDescentWithoutNoise() {
    Block noisy = new Block(new Saddle(), STARTS);
    Block plain = new Block(new Saddle(), STARTS);
    noisy.step(new StochasticGradientDescent(0.1, 0));
    plain.step(new GradientDescent(0.1));

    for (int run = 0; run < STARTS.length; run++) {
      assertThat(noisy.point(run)).containsExactly(plain.point(run));
    }
  }
}
