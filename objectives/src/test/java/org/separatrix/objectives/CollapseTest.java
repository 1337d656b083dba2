package org.separatrix.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.objective.Landscape.KnownPoint;

class CollapseTest {
  private static final int STARTS = 4001;

  /** From a grid on [-2, 2] half the starts have |x| >= 1; they reach 0 at alpha = 1 alone. */
  @ParameterizedTest
  @CsvSource({"1, 2002", "0.4, 1", "0.5, 1", "0.9, 1", "0.999, 1", "1.001, 1"})
  void everyFarStartFallsOnTheMaximumAtStepOneAlone(double alpha, int expected) {
    double[][] x = new double[1][STARTS];
    double[][] g = new double[1][STARTS];
    for (int i = 0; i < STARTS; i++) {
      x[0][i] = (i - 2000) / 1000.0;
    }
    Collapse collapse = new Collapse(1);
    for (int k = 0; k < 400; k++) {
      collapse.gradient(x, g, STARTS);
      for (int i = 0; i < STARTS; i++) {
        x[0][i] = Math.fma(-alpha, g[0][i], x[0][i]);
      }
    }
    int atZero = 0;
    for (double coordinate : x[0]) {
      atZero += Math.abs(coordinate) < 1e-3 ? 1 : 0;
    }
    // |i - 2000| >= 1000 holds for 2 * 1001 starts; the one at 0 is there from the beginning.
    assertThat(atZero).isEqualTo(alpha == 1 ? expected + 1 : expected);
  }

  @Test
  void isThePublishedPolynomial() {
    double[][] x = {{0.3, -0.8, 1.7}};
    double[] f = new double[3];
    new Collapse(1).value(x, f, 3);
    assertThat(f[0]).isCloseTo(0.045 - 0.2 * (1 - 0.91 * 0.91 * 0.91), within(1e-16));
    assertThat(f[1]).isCloseTo(0.32 - 0.2 * (1 - 0.36 * 0.36 * 0.36), within(1e-15));
    assertThat(f[2]).isCloseTo(1.445 - 0.2, within(1e-15));
  }

  @Test
  void curvatureReachesItsDeclaredBound() {
    double[][] hessian = new double[2][2];
    new Collapse(2).hessian(new double[] {Math.sqrt(0.6), 0}, hessian);
    assertThat(hessian[0][0]).isCloseTo(1.96, within(1e-15));
    for (KnownPoint point : new Collapse(2).landscape().criticalPoints()) {
      new Collapse(2).hessian(point.x(), hessian);
      assertThat(hessian[0][0] > 0).isEqualTo(point.x()[0] != 0);
    }
  }
}
