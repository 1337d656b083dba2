package org.separatrix.core.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.linalg.ComplexEigenvalues;

class AffineDeterminantTest {
  private static final Interval UP_TO_ELEVEN = new Interval(-11, 11);

  @Test
  void gradientDescentIsADiffeomorphismBelowOneOverL() {
    assertThat(determinant(Method.gradientDescent(0.09)).isInvertible(UP_TO_ELEVEN)).isTrue();
    assertThat(determinant(Method.gradientDescent(0.1)).isInvertible(UP_TO_ELEVEN)).isFalse();
    assertThat(determinant(Method.gradientDescent(0.125)).root()).isEqualTo(Interval.point(8));
  }

  @Test
  void heavyBallIsOneForEveryStep() {
    AffineDeterminant heavy = determinant(Method.heavyBall(1000, 0.9));
    assertThat(heavy.isInvertible(new Interval(-1e6, 1e6))).isTrue();
    assertThat(heavy.root()).isEqualTo(Interval.EMPTY);
    assertThat(determinant(Method.heavyBall(0.1, 0)).isInvertible(UP_TO_ELEVEN)).isFalse();
    assertThat(determinant(Method.heavyBall(0.1, 0)).root()).isEqualTo(Interval.ENTIRE);
  }

  @Test
  void nesterovsMethodVanishesWhereGradientDescentDoes() {
    AffineDeterminant nesterov = determinant(Method.nesterov(0.1, 0.9));
    assertThat(nesterov.root().inflated(1e-14).contains(10)).isTrue();
    assertThat(nesterov.root().width()).isLessThan(1e-13);
    assertThat(nesterov.isInvertible(new Interval(-100, 9.99))).isTrue();
    assertThat(nesterov.isInvertible(new Interval(-100, 10.01))).isFalse();
  }

  /** Against the determinant by elimination, at three state vectors. */
  @Test
  void moreStateVectors() {
    LinearMethod method =
        new LinearMethod(
            new double[][] {{1.5, -0.75, 0.25}, {1, 0, 0}, {0, 1, 0}},
            new double[] {-0.5, 0, 0.125},
            new double[] {1.25, -0.5, 0.25}) {};
    for (double lambda = -4; lambda <= 4; lambda += 0.5) {
      double[][] block = method.linearization().orElseThrow().at(lambda);
      double expected = new LUDecomposition(new Array2DRowRealMatrix(block)).getDeterminant();
      assertThat(determinant(method).over(Interval.point(lambda)).midpoint())
          .isCloseTo(expected, within(1e-12));
    }
    assertThat(StableEigenvalues.of(method)).isEmpty();
  }

  @Test
  void stableEigenvaluesHaveClosedForms() {
    assertStable(Method.gradientDescent(0.125), 16);
    assertStable(Method.heavyBall(0.1, 0.9), 38);
    assertStable(Method.heavyBall(0.3, 0.2), 8);
    // 2 (1 + beta) / (alpha (1 + 2 beta)).
    assertStable(Method.nesterov(0.1, 0.9), 38 / 2.8);
    assertThat(StableEigenvalues.of(Method.heavyBall(0.1, 1))).isEmpty();
    assertThat(StableEigenvalues.of(Method.heavyBall(-0.1, 0.5))).isEmpty();
  }

  /** Just inside of the bound the spectral radius is below 1, just outside above. */
  private static void assertStable(LinearMethod method, double expected) {
    StableEigenvalues stable = StableEigenvalues.of(method).orElseThrow();
    assertThat(stable.bound().midpoint()).isCloseTo(expected, within(1e-12 * expected));
    assertThat(stable.bound().width()).isLessThan(1e-13 * expected);
    assertThat(spectralRadius(method, expected * (1 - 1e-6))).isLessThan(1);
    assertThat(spectralRadius(method, expected * (1 + 1e-6))).isGreaterThan(1);
    assertThat(stable.largestScale(Interval.point(2)))
        .isCloseTo(expected / 2, within(1e-12 * expected))
        .isLessThanOrEqualTo(stable.bound().low() / 2);
  }

  private static double spectralRadius(LinearMethod method, double lambda) {
    return ComplexEigenvalues.of(method.linearization().orElseThrow().at(lambda)).spectralRadius();
  }

  @Test
  void stepBoundsAreRoundedToTheSafeSide() {
    StepBounds bounds = new StepBounds(11);
    assertThat(bounds.avoidance()).isEqualTo(Math.nextDown(1.0 / 11)).isLessThan(1.0 / 11);
    assertThat(bounds.descent()).isCloseTo(2.0 / 11, within(1e-16));
    assertThat(bounds.injectivity(0.0625)).isEqualTo(0.3125);
    assertThat(bounds.injectivity(0.1)).isNegative();
    assertThat(new StepBounds(Double.POSITIVE_INFINITY).avoidance()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepBounds(0))
        .withMessage("the Lipschitz constant of the gradient is 0.0, not positive");
  }

  private static AffineDeterminant determinant(LinearMethod method) {
    return AffineDeterminant.of(method);
  }
}
