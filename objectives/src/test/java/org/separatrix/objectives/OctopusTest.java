package org.separatrix.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape.KnownPoint;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.extended.ExtendedGradient;
import org.separatrix.core.extended.ExtendedRun;
import org.separatrix.core.linalg.SymmetricEigen;

class OctopusTest {
  private static final double E = Math.E;

  /** The formulas of the paper, in the region where it states them. */
  private static double published(double[] x, double tau, double gamma, double l) {
    double f = 0;
    double nu = (37 * l + 13 * gamma) * tau * tau / 6;
    for (int i = 0; i < x.length; i++) {
      double t = Math.abs(x[i]);
      if (t >= 2 * tau) {
        f += l * (t - 4 * tau) * (t - 4 * tau) - nu;
        continue;
      }
      if (t <= tau) {
        f -= gamma * t * t;
      } else {
        double u = t - tau;
        double v = t - 2 * tau;
        f +=
            -gamma * t * t
                + (-14 * l + 10 * gamma) * u * u * u / (3 * tau)
                + (5 * l - 3 * gamma) * Math.pow(u, 4) / (2 * tau * tau);
        if (i + 1 < x.length) {
          double g2 =
              -gamma
                  - 10 * (l + gamma) * Math.pow(v / tau, 3)
                  - 15 * (l + gamma) * Math.pow(v / tau, 4)
                  - 6 * (l + gamma) * Math.pow(v / tau, 5);
          f += g2 * x[i + 1] * x[i + 1];
        }
      }
      for (int j = t <= tau ? i + 1 : i + 2; j < x.length; j++) {
        f += l * x[j] * x[j];
      }
      return f;
    }
    return f;
  }

  @Test
  void isThePapersFunctionWhereThePaperDefinesIt() {
    SplittableRandom random = new SplittableRandom(3);
    for (int n = 0; n < 2000; n++) {
      int d = 1 + random.nextInt(5);
      double gamma = random.nextDouble(0.2, 1.5);
      double l = gamma + random.nextDouble(3);
      double tau = random.nextDouble(0.5, 3);
      Octopus octopus = new Octopus(new Octopus.Config(d, tau, gamma, l));
      int active = random.nextInt(d + 1);
      double[] x = new double[d];
      for (int i = 0; i < d; i++) {
        double size = i == active ? 2 * random.nextDouble() : random.nextDouble();
        double t = i < active ? 2 + 4 * random.nextDouble() : size;
        x[i] = (random.nextBoolean() ? 1 : -1) * t * tau;
      }
      assertThat(octopus.value(x))
          .isCloseTo(published(x, tau, gamma, l), within(1e-12 * d * l * 40 * tau * tau));
    }
  }

  /** Value, gradient and Hessian agree on both sides of the seams |x_i| = tau and 2 tau. */
  @Test
  void isTwiceContinuouslyDifferentiableAcrossTheSeams() {
    SplittableRandom random = new SplittableRandom(4);
    Octopus octopus = new Octopus(new Octopus.Config(4, E, 1, 3));
    for (int n = 0; n < 4000; n++) {
      double[] x = new double[4];
      Arrays.setAll(x, k -> random.nextDouble(-6 * E, 6 * E));
      int seam = random.nextInt(4);
      double at = (1 + random.nextInt(2)) * E * (random.nextBoolean() ? 1 : -1);
      double step = 1e-9;
      double[] below = x.clone();
      double[] above = x.clone();
      below[seam] = at - step;
      above[seam] = at + step;
      // What may change over the distance 2e-9: derivatives up to the third are below 5e4 here.
      assertThat(octopus.value(above)).isCloseTo(octopus.value(below), within(1e-4));
      double[] gradientAbove = new double[4];
      double[] gradientBelow = new double[4];
      octopus.gradient(above, gradientAbove);
      octopus.gradient(below, gradientBelow);
      assertThat(gradientAbove).containsExactly(gradientBelow, within(1e-4));
      double[][] hessianAbove = new double[4][4];
      double[][] hessianBelow = new double[4][4];
      octopus.hessian(above, hessianAbove);
      octopus.hessian(below, hessianBelow);
      for (int k = 0; k < 4; k++) {
        assertThat(hessianAbove[k]).containsExactly(hessianBelow[k], within(1e-4));
      }
    }
  }

  @Test
  void hasTheSpectraOfThePaper() {
    Octopus octopus = new Octopus(new Octopus.Config(5, E, 0.7, 3));
    assertThat(octopus.landscape().criticalPoints()).hasSize(63);
    for (KnownPoint point : octopus.landscape().criticalPoints()) {
      double[][] hessian = new double[5][5];
      octopus.hessian(point.x(), hessian);
      double[] expected = {6, 6, 6, 6, 6};
      if (point.kind() == CriticalPointKind.STRICT_SADDLE) {
        expected[0] = -1.4;
      }
      assertThat(SymmetricEigen.of(hessian).values()).containsExactly(expected, within(1e-12));
      double[] gradient = new double[5];
      octopus.gradient(point.x(), gradient);
      assertThat(gradient).containsExactly(new double[5], within(0.0));
    }
  }

  /** Gradient descent finds no other critical point than the minima, also outside the region. */
  @Test
  void runsFromEverywhereEndAtTheMinima() {
    SplittableRandom random = new SplittableRandom(5);
    Octopus octopus = new Octopus(new Octopus.Config(3, 1, 1, 1));
    for (int n = 0; n < 200; n++) {
      double[] x = new double[3];
      Arrays.setAll(x, k -> random.nextDouble(-6, 6));
      double[] g = new double[3];
      for (int k = 0; k < 4000; k++) {
        octopus.gradient(x, g);
        Arrays.setAll(x, i -> x[i] - 0.01 * g[i]);
      }
      for (double coordinate : x) {
        assertThat(Math.abs(coordinate)).isCloseTo(4, within(1e-9));
      }
    }
  }

  /**
   * First t at which |x_k| exceeds 2 tau, from 0.5 in each coordinate, alpha = 1/(4 L). While it
   * waits a coordinate is halved in each step: one more coordinate and the last would underflow.
   */
  @ParameterizedTest
  @CsvSource({"1, '6,21,62,173,472,1284'", "3, '14,89,495,2732'"})
  void escapeTimesGrowAsPublished(double l, String times) {
    long[] published = Arrays.stream(times.split(",", -1)).mapToLong(Long::parseLong).toArray();
    Octopus octopus = new Octopus(new Octopus.Config(published.length, E, 1, l));
    double[] x = new double[published.length];
    Arrays.fill(x, 0.5);
    double[] g = new double[x.length];
    long[] escapes = new long[x.length];
    int passed = 0;
    for (long t = 0; passed < x.length && t < 5000; t++) {
      while (passed < x.length && Math.abs(x[passed]) > 2 * E) {
        escapes[passed++] = t;
      }
      octopus.gradient(x, g);
      for (int k = 0; k < x.length; k++) {
        x[k] -= g[k] / (4 * l);
      }
    }
    assertThat(escapes).containsExactly(published);
  }

  /** In exact arithmetic, of which doubles know T_5 = 15023 as "never". */
  @ParameterizedTest
  @CsvSource({"1, '6,21,62,173,472,1284,3483'", "3, '14,89,495,2732,15023'"})
  void escapeTimesWithoutUnderflowAreThePublishedOnes(double l, String times) {
    long[] published = Arrays.stream(times.split(",", -1)).mapToLong(Long::parseLong).toArray();
    int d = published.length;
    Octopus octopus = new Octopus(new Octopus.Config(d, E, 1, l));
    double[] start = new double[d];
    Arrays.fill(start, 0.5);
    LinearMethod descent =
        new LinearMethod(new double[][] {{1}}, new double[] {-1 / (4 * l)}, new double[] {1}) {};
    ExtendedRun run = new ExtendedRun(ExtendedGradient.of(octopus).orElseThrow(), descent, start);
    long[] escapes = new long[d];
    int passed = 0;
    boolean underflowed = false;
    while (passed < d && run.steps() < 20_000) {
      run.step();
      double[] x = run.point();
      underflowed |= x[d - 1] == 0;
      while (passed < d && Math.abs(x[passed]) > 2 * E) {
        escapes[passed++] = run.steps();
      }
    }
    assertThat(escapes).containsExactly(published);
    assertThat(underflowed)
        .isEqualTo(Math.log(0.5) * published[d - 2] < Math.log(Double.MIN_VALUE));
  }

  /** Exact where the gradient underflows, and known where the coordinate has become 0. */
  @Test
  void multipliersAreTheGradientOverTheCoordinate() {
    Octopus octopus = new Octopus(new Octopus.Config(4, E, 1, 3));
    double[] multipliers = new double[4];
    octopus.multipliers(new double[] {4 * E, 1.5 * E, 0, 0}, multipliers);
    // Half open, the gate weighs the curvatures -2 gamma and 2 L equally.
    assertThat(multipliers[0]).isEqualTo(0);
    assertThat(multipliers[2]).isCloseTo(0.5 * 6 - 0.5 * 2, within(1e-14));
    assertThat(multipliers[3]).isEqualTo(6);
  }

  @Test
  void inManyDimensionsTheSaddlesOfThePositiveOrthantAreDeclared() {
    Octopus octopus = new Octopus(new Octopus.Config(9, E, 1, 3));
    assertThat(octopus.landscape().criticalPoints()).hasSize(10);
    for (KnownPoint point : octopus.landscape().criticalPoints()) {
      double[] gradient = new double[9];
      octopus.gradient(point.x(), gradient);
      assertThat(gradient).containsExactly(new double[9], within(0.0));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void aCurvatureBelowGammaIsRefused(double l) {
    assertThatThrownBy(() -> new Octopus.Config(2, E, 1, l))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("l is %s: it must be finite and at least gamma, which is 1.0".formatted(l));
  }
}
