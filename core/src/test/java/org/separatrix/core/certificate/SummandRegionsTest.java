package org.separatrix.core.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.region.CaptureProduct;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;

/**
 * Himmelblau's function of two coordinates that are not neighbours, and a double well of each of
 * six others: 9 * 3^6 = 6561 critical points.
 */
class SummandRegionsTest {
  private static final int DIMENSION = 8;
  private static final CompiledFormula SUM =
      Cases.formula(
          "(x[2]^2 + x[7] - 11)^2 + (x[2] + x[7]^2 - 7)^2"
              + " + x[1]^4/4 - x[1]^2/2 + x[3]^4/4 - x[3]^2/2 + x[4]^4/4 - x[4]^2/2"
              + " + x[5]^4/4 - x[5]^2/2 + x[6]^4/4 - x[6]^2/2 + x[8]^4/4 - x[8]^2/2",
          DIMENSION);
  private static final double[] MINIMUM = {1, 3, -1, 1, -1, 1, 2, -1};
  private static final double ALPHA = 0.01;

  private static MethodCertificate certificate(LinearMethod method) {
    Certifier certifier = Cases.certifier(SUM, Box.cube(DIMENSION, -5, 5));
    KnownPoints points = KnownPoints.of(certifier.census(1).orElseThrow());
    assertThat(points.listed()).isEmpty();
    assertThat(points.summands()).hasSize(7);
    return new MethodCertificate(
        certifier, method, points, Thoroughness.QUICK, TaskPool.sequential());
  }

  @Test
  void runsFromThemGoToTheMinimumThatTheSummandsTell() {
    MethodCertificate certificate = certificate(Cases.gradientDescent(ALPHA));
    SplittableRandom random = new SplittableRandom(3);
    int decided = 0;

    for (int run = 0; run < 400; run++) {
      double[] x = MINIMUM.clone();
      for (int k = 0; k < DIMENSION; k++) {
        x[k] += random.nextDouble(-0.8, 0.8);
      }
      if (certificate.ends().fateOf(x) == Fate.CERTIFIED_MINIMUM) {
        decided++;
        for (int step = 0; step < 3000; step++) {
          move(x);
        }
        assertThat(x).containsExactly(MINIMUM, offset(1e-9));
      }
    }
    assertThat(decided).isBetween(50, 399);
  }

  /** Takes a step of gradient descent, by derivatives worked out by hand. */
  private static void move(double[] x) {
    double a = x[1] * x[1] + x[6] - 11;
    double b = x[1] + x[6] * x[6] - 7;
    double[] slope = new double[DIMENSION];
    Arrays.setAll(slope, k -> x[k] * x[k] * x[k] - x[k]);
    slope[1] = 4 * x[1] * a + 2 * b;
    slope[6] = 2 * a + 4 * x[6] * b;
    for (int k = 0; k < DIMENSION; k++) {
      x[k] -= ALPHA * slope[k];
    }
  }

  @Test
  void oneSummandDecidesAgainst() {
    MethodCertificate certificate = certificate(Cases.gradientDescent(ALPHA));

    assertThat(certificate.ends().fateOf(MINIMUM)).isEqualTo(Fate.CERTIFIED_MINIMUM);
    assertThat(certificate.ends().fateOf(with(3, 0))).isEqualTo(Fate.UNDECIDED);
    assertThat(certificate.ends().fateOf(with(7, Double.NaN))).isEqualTo(Fate.UNDECIDED);
    assertThat(certificate.ends().fateOf(with(0, Double.POSITIVE_INFINITY)))
        .isNotEqualTo(Fate.CERTIFIED_MINIMUM);
    double[] top = with(1, -0.270845);
    top[6] = -0.923039; // Himmelblau's maximum
    assertThat(certificate.ends().fateOf(top)).isEqualTo(Fate.UNDECIDED);
    // (3, -1.848) goes to (3.584, -1.848).
    assertThat(certificate.ends().fateOf(with(6, -1.848))).isEqualTo(Fate.CERTIFIED_MINIMUM);
  }

  @Test
  void theStateOfMomentumIsToldToo() {
    MethodCertificate certificate = certificate(Cases.momentum(ALPHA / 2, 0.5, 0));
    double[] state = new double[2 * DIMENSION];
    System.arraycopy(MINIMUM, 0, state, 0, DIMENSION);
    System.arraycopy(MINIMUM, 0, state, DIMENSION, DIMENSION);

    assertThat(certificate.ends().fateOf(state)).isEqualTo(Fate.CERTIFIED_MINIMUM);
    state[DIMENSION + 6] = -1.848; // it comes from there, fast
    assertThat(certificate.ends().fateOf(state)).isEqualTo(Fate.UNDECIDED);
  }

  /** 2/lambda_max is 1 at the minima of the double wells, and less at Himmelblau's. */
  @Test
  void thereAreNoneWhereAStepRepels() {
    assertThat(certificate(Cases.gradientDescent(1.05)).ends().regions())
        .noneMatch(CaptureProduct.class::isInstance);
  }

  private static double[] with(int k, double value) {
    double[] x = MINIMUM.clone();
    x[k] = value;
    return x;
  }
}
