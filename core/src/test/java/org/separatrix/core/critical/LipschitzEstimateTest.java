package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;

class LipschitzEstimateTest {
  @Test
  void isExactForQuadratics() {
    assertThat(estimate(TestFunction.quadratic(-3, 1, 2)).value()).isEqualTo(3);
    assertThat(estimate(TestFunction.quadratic(-3, 1, 2).withoutHessian()).value())
        .isCloseTo(3, within(1e-8));
  }

  @Test
  void needsNoHessianInHighDimension() {
    double[] eigenvalues = new double[5000];
    for (int k = 0; k < eigenvalues.length; k++) {
      eigenvalues[k] = -1 + 3.0 * k / eigenvalues.length;
    }
    eigenvalues[17] = -4;
    assertThat(estimate(TestFunction.quadratic(eigenvalues).withoutHessian()).value())
        .isCloseTo(4, within(1e-7));
  }

  @Test
  void findsMaximaAtCorners() {
    assertThat(estimate(TestFunction.lee()).value()).isEqualTo(11);
    // Himmelblau on [-5, 5]^2
    assertThat(estimate(TestFunction.himmelblau()).value())
        .isCloseTo(286 + 8 * Math.sqrt(26), within(1e-9));
    assertThat(estimate(TestFunction.lee()).status()).isEqualTo(Status.ESTIMATED);
  }

  @Test
  void climbsToMaximaInside() {
    // f'' = exp(-(x - 0.3)^2) has its maximum 1 at 0.3
    TestFunction bump =
        new TestFunction(
            Box.cube(1, -20, 20),
            x -> 0,
            (x, g) -> g[0] = 0,
            (x, h) -> h[0][0] = Math.exp(-(x[0] - 0.3) * (x[0] - 0.3)));
    assertThat(estimate(bump).value()).isCloseTo(1, within(1e-9));
  }

  /** |x| + y^2/2: the Hessian is diag(0, 1) wherever there is one, but no L is large enough. */
  @Test
  void isLargeWhereTheGradientJumps() {
    TestFunction kink =
        new TestFunction(
            Box.cube(2, -2, 2),
            x -> Math.abs(x[0]) + x[1] * x[1] / 2,
            (x, g) -> {
              g[0] = x[0] / Math.abs(x[0]);
              g[1] = x[1];
            },
            (x, h) -> h[1][1] = 1);

    assertThat(estimate(kink).value()).isGreaterThan(1e4);
  }

  @Test
  void hasNoEstimateWithoutFiniteCurvature() {
    assertThat(LipschitzEstimate.on(TestFunction.quadratic(0, 0), Box.cube(2, -1, 1), 1)).isEmpty();
    TestFunction undefined =
        new TestFunction(
            Box.cube(1, -1, 1),
            x -> Double.NaN,
            (x, g) -> g[0] = Double.NaN,
            (x, h) -> h[0][0] = Double.NaN);
    assertThat(LipschitzEstimate.on(undefined, Box.cube(1, -1, 1), 1)).isEmpty();
  }

  @Test
  void completesProblemsFromTheBestSource() {
    Box small = Box.cube(2, -1, 1);
    Box large = Box.cube(2, -3, 3);
    Objective declared = withLandscape(Landscape.on(Box.cube(2, -2, 2)).withLipschitz(12));
    assertBound(complete(declared, Optional.empty(), OptionalDouble.of(20)), 20, Status.DECLARED);
    assertBound(complete(declared, Optional.empty(), OptionalDouble.empty()), 12, Status.DECLARED);
    assertBound(
        complete(declared, Optional.of(small), OptionalDouble.empty()), 12, Status.DECLARED);
    assertBound(
        complete(declared, Optional.of(large), OptionalDouble.empty()), 26, Status.ESTIMATED);
    assertThat(complete(declared, Optional.of(large), OptionalDouble.empty()).domain())
        .isEqualTo(large);
  }

  @Test
  void asksForADomain() {
    assertThatThrownBy(
            () ->
                Problems.complete(
                    "spam",
                    nowhere(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    1,
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no domain is known for objective 'spam'.%nMaybe give the objective a key 'domain', a"
                    .formatted()
                + " [low, high] pair for each of its 2 coordinates, or one for all of them.");
  }

  private static LipschitzBound estimate(Objective objective) {
    return LipschitzEstimate.on(objective, objective.landscape().domain().orElseThrow(), 7)
        .orElseThrow();
  }

  private static Problem complete(
      Objective objective, Optional<Box> domain, OptionalDouble lipschitz) {
    return Problems.complete("f", objective, domain, lipschitz, 1, Optional.empty());
  }

  private static void assertBound(Problem problem, double value, Status status) {
    assertThat(problem.lipschitz()).contains(new LipschitzBound(value, status));
  }

  private static Objective withLandscape(Landscape landscape) {
    TestFunction lee = TestFunction.lee();
    return new TestFunction(landscape, lee::value, lee::gradient, lee::hessian);
  }

  private static Objective nowhere() {
    TestFunction lee = TestFunction.lee();
    return new Objective() {
      @Override
      public int dimension() {
        return 2;
      }

      @Override
      public void value(double[][] x, double[] f, int lanes) {
        lee.value(x, f, lanes);
      }

      @Override
      public void gradient(double[][] x, double[][] g, int lanes) {
        lee.gradient(x, g, lanes);
      }
    };
  }
}
