package org.separatrix.core.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.objective.Box;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

/** The Lipschitz constant L of the gradient, where it is known in closed form. */
class GradientLipschitzTest {
  private static Stream<Arguments> knownConstants() {
    double fourPiSquared = 4 * Math.PI * Math.PI;
    return Stream.of(
        Arguments.of(Functions.planar(Functions.LEE), 2, 11.0),
        Arguments.of(Functions.planar(Functions.HIMMELBLAU), 5, 286 + 8 * Math.sqrt(26)),
        Arguments.of(Functions.inDimension(Functions.RASTRIGIN, 2), 5.12, 2 + 10 * fourPiSquared),
        Arguments.of(Functions.inDimension(Functions.RASTRIGIN, 10), 5.12, 2 + 10 * fourPiSquared),
        Arguments.of(Functions.inDimension(Functions.STYBLINSKI_TANG, 10), 5, 134.0),
        Arguments.of(Functions.inDimension(Functions.STYBLINSKI_TANG, 50), 5, 134.0),
        // The ring's Hessian at 0 is the second difference, whose norm is 4 for even n.
        Arguments.of(Functions.inDimension(Functions.RING, 4), 3, 4.0),
        Arguments.of(Functions.inDimension(Functions.RING, 10), 3, 4.0),
        Arguments.of(Functions.planar("x^3 - 3*x*y^2"), 1, 6 * Math.sqrt(2)),
        // 1 - x^2 times exp(-x^2/2) is f'' with its largest modulus, 1, at 0, away from corners.
        Arguments.of(Functions.planar("-exp(-x^2/2) - exp(-(y - 0.3)^2/2)"), 7, 1.0),
        Arguments.of(Functions.planar("sqrt(1 + x^2 + y^2)"), 3, 1.0),
        Arguments.of(Functions.planar("x*y"), 1, 1.0),
        Arguments.of(Functions.planar("3*x - y"), 1, 0.0));
  }

  @ParameterizedTest
  @MethodSource("knownConstants")
  void isEnclosedWithinOnePercent(IntervalFormula f, double half, double exact) {
    IntervalVector box = IntervalVector.of(Box.cube(f.dimension(), -half, half));
    CertifiedBound bound = new HessianBounds(f, box, Effort.standard()).gradientLipschitz();
    assertThat(bound.isTight()).isTrue();
    assertThat(bound.isDefinedEverywhere()).isTrue();
    double rounding = 1e-12 * exact;
    assertThat(bound.upper()).isBetween(exact - rounding, exact * 1.01 + rounding);
    assertThat(bound.lower()).isBetween(exact * 0.99 - rounding, exact + rounding);
    assertThat(box.contains(bound.witness())).isTrue();
    assertThat(bound.boxes()).isLessThan(2000);
  }

  /** |H| grows with every coordinate's modulus, so the maximum is found by trying the corners. */
  @Test
  void rosenbrockInFourDimensions() {
    IntervalFormula f = Functions.inDimension(Functions.ROSENBROCK, 4);
    double largest = 0;
    for (int corner = 0; corner < 16; corner++) {
      double[] x = new double[4];
      for (int k = 0; k < 4; k++) {
        x[k] = (corner >> k & 1) == 0 ? -2 : 2;
      }
      largest = Math.max(largest, Samples.norm(Functions.indexed(Functions.ROSENBROCK, 4), x));
    }
    CertifiedBound bound =
        new HessianBounds(f, IntervalVector.of(Box.cube(4, -2, 2)), Effort.standard())
            .gradientLipschitz();
    assertThat(bound.isTight()).isTrue();
    assertThat(bound.upper()).isBetween(largest * (1 - 1e-12), largest * 1.01);
    assertThat(bound.lower()).isCloseTo(largest, within(0.01 * largest));
  }

  /**
   * The camels' Hessians are diag(a(x), c(y)) with ones beside it, and a at the ends of the domain
   * exceeds everything else: L is the larger root for one of the two extremes of c.
   */
  @Test
  void camels() {
    double x = 3.1;
    double sixHump = 8 - 25.2 * x * x + 10 * x * x * x * x;
    assertCamel(Functions.SIX_HUMP, sixHump, 48 * x * x - 8);
    assertCamel(Functions.THREE_HUMP, 4 - 12.6 * x * x + 5 * x * x * x * x, 2);
  }

  private static void assertCamel(String text, double a, double c) {
    double exact = (a + c) / 2 + Math.sqrt((a - c) * (a - c) / 4 + 1);
    CertifiedBound bound =
        new HessianBounds(
                Functions.planar(text),
                IntervalVector.of(Box.cube(2, -3.1, 3.1)),
                Effort.standard())
            .gradientLipschitz();
    assertThat(bound.isTight()).isTrue();
    assertThat(bound.upper()).isBetween(exact * (1 - 1e-12), exact * 1.01);
    assertThat(bound.lower()).isBetween(exact * 0.99, exact * (1 + 1e-12));
  }
}
