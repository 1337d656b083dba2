package org.separatrix.core.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.linalg.SymmetricEigen;

class SaddleSearchTest {
  private static final CompiledFormula LEE = Laboratory.compiled(Laboratory.LEE);
  private static final CompiledFormula HIMMELBLAU = Laboratory.compiled(Laboratory.HIMMELBLAU);
  private static final IntervalVector ORIGIN = IntervalVector.point(0, 0);
  private static final double[][] SADDLES = {
    {3.385154, .073852}, {.086678, 2.884255}, {-3.073026, -.081353}, {-.127961, -1.953715}
  };

  /** |y| grows while 3 y^2 < 1; the Lipschitz constant of the Hessian is 6 r on the ball. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.08, 0.9})
  void leesSaddleIsLeftFromWhereItsCurvatureIsNegative(double alpha) {
    List<SaddleCone> cones = cones(LEE, Method.gradientDescent(alpha), ORIGIN);

    double curved = 1 / Math.sqrt(3);
    double theory = Math.sqrt(1 / (2 * Math.sqrt(2) * 6));
    SaddleCone widest = cones.get(cones.size() - 1);
    assertThat(widest.radius()).isBetween(0.98 * curved, curved).isGreaterThan(theory);
    assertThat(widest.growth()).isBetween(1.0, 1 + alpha);
    assertThat(widest.contains(0, 1e-6)).isTrue();
    assertThat(widest.contains(0.3, 0.3)).isTrue();
    assertThat(widest.contains(0.3, 0)).isFalse();
    assertThat(widest.contains(0, 0)).isFalse();
    assertThat(widest.contains(0, 0.6)).isFalse();
    assertThat(widest.contains(Double.NaN, 0.1)).isFalse();
    assertThat(widest.isBelow(0, 0.1)).isTrue();
    assertThat(widest.isBelow(0.1, 0)).isFalse();
  }

  /** The radius exceeds gamma / (2 sqrt 2 rho), where rho is at least |D^3 f| at the saddle. */
  @Test
  void theBallsOfHimmelblausSaddlesExceedTheGeneralTheorems() {
    IntervalFormula f = new IntervalFormula(HIMMELBLAU);
    for (double[] guess : SADDLES) {
      IntervalVector saddle = Laboratory.criticalPoint(f, guess);
      double gamma = -SymmetricEigen.of(f.hessian(saddle).range().midpoint()).value(0);
      double rho = 24 * Math.max(Math.abs(guess[0]), Math.abs(guess[1]));
      SaddleCone cone = cones(HIMMELBLAU, Method.gradientDescent(0.001), saddle).get(0);
      assertThat(cone.opening()).isEqualTo(1);
      assertThat(cone.radius()).isGreaterThan(gamma / (2 * Math.sqrt(2) * rho));
    }
  }

  /** Cubics have H = H_0 + D^3 f x, whose Lipschitz constant is the largest |D^3 f w|, |w| = 1. */
  @Test
  void theBallIsNoSmallerThanThatOfTheGeneralTheorem() {
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      int[] c = random.ints(4, -5, 6).toArray();
      IntervalFormula f =
          Laboratory.formula(
              "y^2/2 - x^2/2 + %d*x^3 + %d*x^2*y + %d*x*y^2 + %d*y^3"
                  .formatted(c[0], c[1], c[2], c[3]));
      double rho = 0;
      for (double angle = 0; angle < Math.PI; angle += 0.01) {
        double x = Math.cos(angle);
        double y = Math.sin(angle);
        double mixed = 2 * c[1] * x + 2 * c[2] * y;
        double[][] change = {
          {6 * c[0] * x + 2 * c[1] * y, mixed}, {mixed, 2 * c[2] * x + 6 * c[3] * y}
        };
        rho = Math.max(rho, SymmetricEigen.of(change).spectralNorm());
      }
      double theory = 1 / (2 * Math.sqrt(2) * rho);
      SaddleCone cone = new SaddleSearch(f, Method.gradientDescent(0.01)).at(ORIGIN).get(0);
      assertThat(cone.opening()).isEqualTo(1);
      assertThat(cone.radius()).isGreaterThan(theory);
    }
  }

  @Test
  void runsInAConeStayInItGrowAndLeave() {
    Random random = new Random(4);
    for (Method method :
        List.of(
            Method.gradientDescent(0.01),
            Method.heavyBall(0.01, 0.9),
            Method.nesterov(0.002, 0.9))) {
      for (double[] guess : SADDLES) {
        IntervalVector saddle = Laboratory.criticalPoint(new IntervalFormula(HIMMELBLAU), guess);
        List<SaddleCone> cones = cones(HIMMELBLAU, method, saddle);
        assertThat(cones).isNotEmpty();
        for (SaddleCone cone : cones) {
          int inside = 0;
          for (int i = 0; i < 40; i++) {
            double distance = cone.radius() * Math.pow(10, -3 * random.nextDouble());
            double[] state =
                Steps.random(cone.restingState(), cone.coordinates(), distance, random);
            if (cone.contains(state)) {
              inside++;
              assertThatItLeaves(cone, new Steps(HIMMELBLAU, method), state);
            }
          }
          assertThat(inside).isPositive();
        }
      }
    }
  }

  private static void assertThatItLeaves(SaddleCone cone, Steps steps, double[] start) {
    double[] state = start;
    double most = cone.stepsToLeave(start);
    int m = cone.rotation().rows();
    int taken = 0;
    while (Steps.norm(cone.restingState(), cone.coordinates(), state).low() <= cone.radius()) {
      assertThat(taken).isLessThan((int) most);
      IntervalVector z = z(cone, state);
      double unstable = LinearCoordinates.norm(z, 0, m).high();
      double stable = LinearCoordinates.norm(z, m, z.dimension()).low();
      assertThat(stable).isLessThanOrEqualTo(cone.opening() * unstable * (1 + 1e-9));
      state = steps.step(state);
      taken++;
      double next = LinearCoordinates.norm(z(cone, state), 0, m).high();
      assertThat(next).isGreaterThan(unstable * (cone.growth() - 1e-9));
    }
  }

  private static IntervalVector z(SaddleCone cone, double[] state) {
    return cone.coordinates().of(IntervalVector.point(state).minus(cone.restingState()));
  }

  @Test
  void widerConesHaveSmallerBalls() {
    IntervalVector saddle = Laboratory.criticalPoint(new IntervalFormula(HIMMELBLAU), SADDLES[0]);
    List<SaddleCone> cones = cones(HIMMELBLAU, Method.gradientDescent(0.002), saddle);
    assertThat(cones).hasSizeGreaterThan(3);
    for (int i = 1; i < cones.size(); i++) {
      assertThat(cones.get(i).opening()).isGreaterThan(cones.get(i - 1).opening());
      assertThat(cones.get(i).radius()).isLessThan(cones.get(i - 1).radius());
    }
  }

  @Test
  void whereNothingIsStrictThereIsNoCone() {
    for (Method method : List.of(Method.gradientDescent(0.05), Method.heavyBall(0.05, 0.5))) {
      for (String f : List.of("x^3 - 3*x*y^2", "x^2 - y^4", "x^2 + y^3", "x^2 + y^2")) {
        assertThat(cones(Laboratory.compiled(f), method, ORIGIN)).isEmpty();
      }
      assertThat(cones(LEE, method, IntervalVector.point(0, 1))).isEmpty();
    }
  }

  /** The line of saddles (1/2, w, 1 - w) of 2xy + 2xz - 2x - y - z: eigenvalues -+2 sqrt 2, 0. */
  @Test
  void strictSaddlesNeedNotBeIsolated() {
    CompiledFormula line = Laboratory.compiled("2*x*y + 2*x*z - 2*x - y - z", "x", "y", "z");
    IntervalVector point = IntervalVector.point(0.5, 0.25, 0.75);
    List<SaddleCone> cones = cones(line, Method.gradientDescent(0.1), point);
    assertThat(cones.get(0).radius()).isGreaterThan(1e6);
    assertThat(cones.get(0).contains(0.4, 0.35, 0.85)).isTrue();
    assertThat(cones.get(0).contains(0.5, 0.5, 0.5)).isFalse();
  }

  @Test
  void whatExceedsAProofIsRejected() {
    for (Method method : List.of(Method.gradientDescent(0.08), Method.heavyBall(0.08, 0.9))) {
      SaddleSearch search = new SaddleSearch(new IntervalFormula(LEE), method);
      SaddleCone cone = search.at(ORIGIN).get(0);
      assertThat(search.verifies(cone)).isTrue();
      assertThat(search.verifies(with(cone, 1.1 * cone.radius(), cone.opening(), cone.growth())))
          .isFalse();
      assertThat(search.verifies(with(cone, cone.radius(), cone.opening(), 1.5))).isFalse();
      assertThat(search.verifies(with(cone, cone.radius(), cone.opening(), 1))).isFalse();
      SaddleSearch other = new SaddleSearch(Laboratory.formula("x^2/2 + y^2/2 + y^4/4"), method);
      assertThat(other.verifies(cone)).isFalse();
    }
    SaddleSearch heavy = new SaddleSearch(new IntervalFormula(LEE), Method.heavyBall(0.08, 0.9));
    SaddleCone cone = heavy.at(ORIGIN).get(0);
    assertThat(heavy.verifies(with(cone, cone.radius(), 1e4, cone.growth()))).isFalse();
  }

  /** A rotation leaves f what it is, and the splitting is no longer along the axes. */
  @Test
  void rotatedSaddles() {
    String u = "(0.6*x + 0.8*y)";
    String v = "(0.6*y - 0.8*x)";
    String f = "U^2/2 + V^4/4 - V^2/2".replace("U", u).replace("V", v);
    SaddleCone cone = cones(Laboratory.compiled(f), Method.gradientDescent(0.08), ORIGIN).get(0);
    assertThat(cone.radius()).isBetween(0.9 / Math.sqrt(3), 1 / Math.sqrt(3));
    assertThat(cone.contains(-0.08, 0.06)).isTrue();
    assertThat(cone.contains(0.06, 0.08)).isFalse();
  }

  private static SaddleCone with(SaddleCone cone, double radius, double opening, double growth) {
    return new SaddleCone(
        cone.saddle(),
        cone.restingState(),
        cone.coordinates(),
        cone.rotation(),
        opening,
        radius,
        growth,
        cone.map());
  }

  private static List<SaddleCone> cones(CompiledFormula f, Method method, IntervalVector saddle) {
    return new SaddleSearch(new IntervalFormula(f), method).at(saddle);
  }
}
