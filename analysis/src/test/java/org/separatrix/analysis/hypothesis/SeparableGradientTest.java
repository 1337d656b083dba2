package org.separatrix.analysis.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;

class SeparableGradientTest {
  private static final Bench BENCH = new Bench();

  /** Half the square of the coordinates plus c times the product of the first and last one. */
  private static Problem coupled(int d, double unit, double c) {
    return Functions.problem(
        "coupled",
        Box.cube(d, -unit, unit),
        2 / unit / unit,
        (x, g) -> {
          for (int k = 0; k < d; k++) {
            g[k] = x[k] / unit / unit;
          }
          g[0] += c * x[d - 1] / unit / unit;
          g[d - 1] += c * x[0] / unit / unit;
        });
  }

  @Test
  void aSmallGradientIsNoSmallDifference() {
    for (double unit : new double[] {1e-8, 1, 1e8}) {
      assertThat(SeparableGradient.check(coupled(2, unit, 0.1), BENCH).isViolated()).isTrue();
      assertThat(SeparableGradient.check(coupled(2, unit, 0), BENCH).status())
          .isEqualTo(Status.ESTIMATED);
    }
  }

  @Test
  void everyCoordinateIsLookedAt() {
    Problem last =
        Functions.problem(
            "last",
            Box.cube(90, -1, 1),
            2,
            (x, g) -> {
              System.arraycopy(x, 0, g, 0, 90);
              g[80] += x[85];
              g[85] += x[80];
            });
    assertThat(SeparableGradient.check(last, BENCH).isViolated()).isTrue();
  }
}
