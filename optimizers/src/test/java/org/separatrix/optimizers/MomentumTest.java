package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.StepSize;

class MomentumTest {
  private static final double[][] STARTS = {{0.3, 0.2}, {-1.5, 1.7}, {1.9, -0.01}};

  @Test
  void gradientDescentFollowsItsRecursion() {
    Block block = new Block(new Saddle(), STARTS);
    GradientDescent method = new GradientDescent(0.1);
    block.start(method);
    double x = 0.3;
    double y = 0.2;
    for (int k = 0; k < 50; k++) {
      block.step(method);
      x -= 0.1 * x;
      y -= 0.1 * (y * y * y - y);
    }
    assertThat(block.point(0)).containsExactly(new double[] {x, y}, within(1e-13));
    assertThat(method.memory()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0.3", "0, 0.9", "1, 0.3", "1, 0.9", "1, 0"})
  void momentumFollowsTheRecursionOfItsTextbook(int nesterov, double beta) {
    double alpha = 0.05;
    LinearMethod method = nesterov == 1 ? new Nesterov(alpha, beta) : new HeavyBall(alpha, beta);
    Block block = new Block(new Saddle(), STARTS);
    block.start(method);
    double[] x = STARTS[1].clone();
    double[] previous = x.clone();
    double[] g = new double[2];
    double[] y = x.clone();
    for (int k = 0; k < 60; k++) {
      block.step(method);
      double[] next = new double[2];
      new Saddle().gradient(nesterov == 1 ? y : x, g);
      for (int j = 0; j < 2; j++) {
        double base = nesterov == 1 ? y[j] : x[j] + beta * (x[j] - previous[j]);
        next[j] = base - alpha * g[j];
        y[j] = next[j] + beta * (next[j] - x[j]);
      }
      previous = x;
      x = next;
    }
    assertThat(block.point(1)).containsExactly(nesterov == 1 ? y : x, within(1e-12));
  }

  /** ln of the larger root at alpha gamma = 0.01, computed with 30 digits elsewhere. */
  @ParameterizedTest
  @CsvSource({"0.5, 0.0194323, 0.0196158", "0.9, 0.0626541, 0.0652164", "0, 0.0099503, 0.0099503"})
  void momentumEscapesAtThePublishedRates(double beta, double heavyBall, double nesterov) {
    assertThat(escapeRate(new HeavyBall(0.01, beta))).isCloseTo(heavyBall, within(6e-8));
    assertThat(escapeRate(new Nesterov(0.01, beta))).isCloseTo(nesterov, within(6e-8));
    assertThat(Math.log(1.01)).isCloseTo(0.0099503, within(6e-8));
  }

  @Test
  void momentumOutsideOfItsRangeIsRefused() {
    assertThatThrownBy(() -> new HeavyBall.Config(StepSize.of(0.1), 1.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("momentum is 1.2: it must lie in [0, 1)");
    assertThatThrownBy(() -> new Nesterov.Config(StepSize.of(0.1), -0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("momentum is -0.1: it must lie in [0, 1)");
  }

  @Test
  void stepIsAMultipleOfTheInverseOfL() {
    GradientDescent.Config config =
        new GradientDescent.Config(new StepSize(0.9, StepSize.Unit.TWO_OVER_L));
    assertThat(new GradientDescent(config, Saddle.problem()).b()).containsExactly(-1.8 / 11);
  }

  /** Logarithm of the larger root of the linearization's characteristic polynomial, lambda = -1. */
  private static double escapeRate(LinearMethod method) {
    double[][] m = method.linearization().orElseThrow().at(-1);
    double trace = m[0][0] + m[1][1];
    double determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    return Math.log((trace + Math.sqrt(trace * trace - 4 * determinant)) / 2);
  }
}
