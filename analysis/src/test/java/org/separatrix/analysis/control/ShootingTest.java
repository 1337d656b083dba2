package org.separatrix.analysis.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;

class ShootingTest {
  private static final double LAMBDA = 2;
  private static final double GAMMA = 0.7;
  private static final double B = 0.9;
  private static final double ALPHA = 0.2;

  /**
   * W^s of gradient descent on lambda x^2/2 - gamma y^2/2 + b x^2 y is y = h2 x^2 + h4 x^4 + ...,
   * h2 = alpha b / ((1 + alpha gamma) - mu^2), h4 = -4 alpha b mu h2^2 / ((1 + alpha gamma) -
   * mu^4).
   */
  @Test
  void findsTheManifoldOfTheMap() {
    double mu = 1 - ALPHA * LAMBDA;
    double z = 1 + ALPHA * GAMMA;
    double h2 = ALPHA * B / (z - mu * mu);
    double h4 = -4 * ALPHA * B * mu * h2 * h2 / (z - Math.pow(mu, 4));
    for (double r : new double[] {0.01, 0.03, 0.1}) {
      double y = shoot(r);
      assertThat(y).isCloseTo(h2 * r * r + h4 * Math.pow(r, 4), within(20 * Math.pow(r, 6)));
    }
  }

  /** The flow's manifold starts with b / (gamma + 2 lambda), which is another curve. */
  @Test
  void doesNotFindTheManifoldOfTheFlow() {
    double r = 0.01;
    double flow = B / (GAMMA + 2 * LAMBDA);
    double mu = 1 - ALPHA * LAMBDA;
    double h2 = ALPHA * B / (1 + ALPHA * GAMMA - mu * mu);
    assertThat(Math.abs(h2 - flow)).isGreaterThan(0.01);
    assertThat(Math.abs(shoot(r) / (r * r) - flow)).isGreaterThan(0.01);
  }

  /** In the steps that contraction needs, escape does not even grow a hundredfold. */
  @Test
  void shootsWhereContractionIsFastAndEscapeSlow() {
    double r = 0.004;
    Shooting.Approach approach =
        new Shooting(
                new Bench().map(Functions.bent(10, 1, 1), Methods.gradientDescent(0.02)),
                new double[] {0, 0},
                new double[] {1, 0},
                new double[][] {{0, 1}},
                r,
                1.02)
            .closest(1e-6 * r, 223);
    assertThat(approach.distance()).isLessThanOrEqualTo(1e-6 * r);
  }

  @Test
  void anInvariantAxisNeedsNoOffset() {
    Shooting.Approach approach =
        new Shooting(
                new Bench().map(Functions.lee(), Methods.gradientDescent(0.1)),
                new double[] {0, 0},
                new double[] {1, 0},
                new double[][] {{0, 1}},
                0.1,
                1.1)
            .closest(1e-9, 1000);
    assertThat(approach.start()).containsExactly(0.1, 0);
    assertThat(approach.distance()).isLessThanOrEqualTo(1e-9);
  }

  private static double shoot(double r) {
    return new Shooting(
            new Bench().map(Functions.bent(LAMBDA, GAMMA, B), Methods.gradientDescent(ALPHA)),
            new double[] {0, 0},
            new double[] {1, 0},
            new double[][] {{0, 1}},
            r,
            1 + ALPHA * GAMMA)
        .closest(1e-9 * r, 1000)
        .start()[1];
  }
}
