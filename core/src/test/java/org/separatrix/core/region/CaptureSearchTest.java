package org.separatrix.core.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.GradientRounding;

class CaptureSearchTest {
  private static final CompiledFormula LEE = Laboratory.compiled(Laboratory.LEE);
  private static final CompiledFormula HIMMELBLAU = Laboratory.compiled(Laboratory.HIMMELBLAU);
  private static final IntervalVector TOP = IntervalVector.point(0, 1);
  private static final double[][] MINIMA = {
    {3, 2}, {-2.805118, 3.131312}, {3.584428, -1.848127}, {-3.779310, -3.283186}
  };

  /** H = diag(1, 3 y^2 - 1) is positive for y > 1/sqrt 3, and the saddle is at distance 1. */
  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.02, 0.08})
  void smallStepsReachTheBoundsOfLeesFunction(double alpha) {
    CaptureBall ball = ball(LEE, Method.gradientDescent(alpha), TOP);

    double definite = 1 - 1 / Math.sqrt(3);
    assertThat(ball.inner()).isLessThan(definite).isCloseTo(definite, within(0.02 * definite));
    assertThat(ball.radius()).isLessThan(1).isGreaterThan(0.95);
    assertThat(ball.holdsComputedRuns()).isTrue();
    assertThat(ball.residual()).isLessThan(1e-9);
  }

  /** Contraction ends where 3 y^2 - 1 = 2/alpha, coming closer where y (y + 1) = 2/alpha. */
  @ParameterizedTest
  @ValueSource(doubles = {0.6, 0.9, 0.97})
  void largeStepsAreBoundedByTheCurvature(double alpha) {
    CaptureBall ball = ball(LEE, Method.gradientDescent(alpha), TOP);

    double contracting = Math.sqrt((2 / alpha + 1) / 3) - 1;
    double closer = (Math.sqrt(1 + 8 / alpha) - 1) / 2 - 1;
    assertThat(ball.inner()).isBetween(0.9 * contracting, contracting);
    assertThat(ball.radius()).isBetween(ball.inner(), closer);
  }

  @Test
  void thereIsNoBallWhereTheTheoremHasNone() {
    // 2/lambda_max = 1 at the minimum.
    assertThat(search(LEE, Method.gradientDescent(1)).around(TOP)).isEmpty();
    assertThat(search(LEE, Method.gradientDescent(1.01)).around(TOP)).isEmpty();
    // 2 (1 + beta)/lambda_max = 1.5.
    assertThat(search(LEE, Method.heavyBall(1.51, 0.5)).around(TOP)).isEmpty();
    IntervalVector origin = IntervalVector.point(0, 0);
    List<Method> methods = List.of(Method.gradientDescent(0.08), Method.heavyBall(0.08, 0.9));
    for (Method method : methods) {
      assertThat(search(LEE, method).around(origin)).isEmpty();
      for (String degenerate : List.of("x^3 - 3*x*y^2", "x^2 + y^4", "x^2 - y^4", "-x^2 - y^2")) {
        assertThat(search(Laboratory.compiled(degenerate), method).around(origin)).isEmpty();
      }
    }
  }

  @Test
  void everyMinimumOfHimmelblausFunctionHasBallsThatHoldWhatTheyPromise() {
    Random random = new Random(1);
    List<Method> methods =
        List.of(
            Method.gradientDescent(0.01), Method.heavyBall(0.01, 0.9), Method.nesterov(0.002, 0.9));
    for (Method method : methods) {
      Steps steps = new Steps(HIMMELBLAU, method);
      for (double[] guess : MINIMA) {
        IntervalVector minimum = Laboratory.criticalPoint(new IntervalFormula(HIMMELBLAU), guess);
        CaptureBall ball = ball(HIMMELBLAU, method, minimum);
        assertThat(ball.radius()).isGreaterThan(0.05);
        assertThat(ball.holdsComputedRuns()).isTrue();
        for (int i = 0; i < 300; i++) {
          double distance = ball.radius() * Math.pow(10, -2 * random.nextDouble());
          assertThatAStepContracts(
              ball, steps, Steps.random(ball.restingState(), ball.coordinates(), distance, random));
        }
      }
    }
  }

  private static void assertThatAStepContracts(CaptureBall ball, Steps steps, double[] state) {
    double before = ball.distance(state).high();
    double after = ball.distance(steps.step(state)).low();
    // The steps of the test may round a little differently.
    assertThat(after).isLessThanOrEqualTo(ball.contraction() * before + 2 * ball.stepError());
  }

  @Test
  void tenThousandRunsInABallConverge() {
    Random random = new Random(2);
    for (Method method : List.of(Method.gradientDescent(0.08), Method.heavyBall(0.08, 0.9))) {
      CaptureBall ball = ball(LEE, method, TOP);
      Steps steps = new Steps(LEE, method);
      for (int run = 0; run < 10_000; run++) {
        double share = run % 10 == 0 ? 1 - 1e-9 : Math.sqrt(random.nextDouble());
        double distance = ball.radius() * share;
        double[] state = Steps.random(ball.restingState(), ball.coordinates(), distance, random);
        int step = 0;
        while (step < 100_000 && Math.hypot(state[0], state[1] - 1) > 1e-9) {
          state = steps.step(state);
          step++;
        }
        assertThat(step).isLessThan(100_000);
      }
    }
  }

  @Test
  void whatExceedsAProofIsRejected() {
    CaptureSearch search = search(LEE, Method.gradientDescent(0.08));
    CaptureBall ball = ball(LEE, Method.gradientDescent(0.08), TOP);
    assertThat(search.verifies(ball)).isTrue();
    assertThat(search.verifies(with(ball, 0.9 * ball.radius(), ball.contraction()))).isTrue();
    assertThat(search.verifies(with(ball, 1.0, ball.contraction()))).isFalse();
    assertThat(search.verifies(with(ball, ball.radius(), 0.99))).isFalse();
    assertThat(search.verifies(with(ball, ball.radius(), 1))).isFalse();
    assertThat(search(LEE, Method.gradientDescent(0.9)).verifies(ball)).isFalse();
    assertThat(search(HIMMELBLAU, Method.gradientDescent(0.08)).verifies(ball)).isFalse();

    CaptureSearch heavy = search(LEE, Method.heavyBall(0.08, 0.9));
    CaptureBall lifted = ball(LEE, Method.heavyBall(0.08, 0.9), TOP);
    assertThat(heavy.verifies(lifted)).isTrue();
    double radius = lifted.radius();
    CaptureBall larger =
        new CaptureBall(
            TOP,
            lifted.restingState(),
            lifted.coordinates(),
            1.2 * radius,
            1.2 * radius,
            lifted.contraction(),
            0);
    assertThat(heavy.verifies(larger)).isFalse();
    assertThat(search(LEE, Method.heavyBall(0.5, 0.9)).verifies(lifted)).isFalse();
  }

  @Test
  void membershipIsDecidedWithRounding() {
    CaptureBall ball = ball(LEE, Method.gradientDescent(0.08), TOP);
    double r = ball.radius();
    assertThat(ball.contains(0, 1)).isTrue();
    assertThat(ball.contains(0, 1 - r * (1 - 1e-12))).isTrue();
    assertThat(ball.contains(0, 1 - r * (1 + 1e-12))).isFalse();
    assertThat(ball.contains(0, -1)).isFalse();
    assertThat(ball.contains(Double.NaN, 1)).isFalse();
    assertThat(ball.contains(0, Double.POSITIVE_INFINITY)).isFalse();
  }

  /** A quadratic is captured from everywhere; in more dimensions and with other functions. */
  @Test
  void otherFunctions() {
    CompiledFormula bowl = Laboratory.compiled("x^2 + x*y + y^2", "x", "y");
    IntervalVector origin = IntervalVector.point(0, 0);
    assertThat(ball(bowl, Method.gradientDescent(0.1), origin).inner()).isGreaterThan(1e6);

    CompiledFormula waves = Laboratory.compiled("1 - cos(x) + y^2 + exp(z) - z", "x", "y", "z");
    CaptureBall ball = ball(waves, Method.gradientDescent(0.3), IntervalVector.point(0, 0, 0));
    // cos x > 0 below pi/2, and sin x has the sign of x below pi.
    assertThat(ball.inner()).isBetween(1.45, Math.PI / 2);
    assertThat(ball.radius()).isBetween(1.5, Math.log(2 / 0.3) + 1.3);
  }

  /** Each coordinate's curvature is 6 x^2 - 16, positive beyond sqrt (8/3). */
  @Test
  void moreDimensionsThanCanBeDivided() {
    String[] x = {"p", "q", "r", "s", "t"};
    StringBuilder f = new StringBuilder("0");
    for (String k : x) {
      f.append(" + (K^4 - 16*K^2 + 5*K)/2".replace("K", k));
    }
    CompiledFormula tang = Laboratory.compiled(f.toString(), x);
    double[] guess = {-2.903534, -2.903534, 2.746803, -2.903534, -2.903534};
    IntervalVector minimum = Laboratory.criticalPoint(new IntervalFormula(tang), guess);
    CaptureBall ball = ball(tang, Method.gradientDescent(0.01), minimum);
    assertThat(ball.radius()).isBetween(0.5, 2.746803 - 0.15);
    assertThat(ball(tang, Method.heavyBall(0.01, 0.5), minimum).radius()).isGreaterThan(0.05);
  }

  private static CaptureBall with(CaptureBall ball, double radius, double contraction) {
    return new CaptureBall(
        ball.minimum(),
        ball.restingState(),
        ball.coordinates(),
        radius,
        ball.inner(),
        contraction,
        ball.stepError());
  }

  private static CaptureSearch search(CompiledFormula f, Method method) {
    return new CaptureSearch(new IntervalFormula(f), method, Optional.of(GradientRounding.of(f)));
  }

  private static CaptureBall ball(CompiledFormula f, Method method, IntervalVector minimum) {
    return search(f, method).around(minimum).orElseThrow();
  }
}
