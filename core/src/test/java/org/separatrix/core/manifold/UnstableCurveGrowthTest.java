package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.compiled;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.planar;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;

class UnstableCurveGrowthTest {
  private static final GrowthLimits LIMITS = GrowthLimits.within(Box.cube(2, -5, 5), 0.05);

  @Test
  void followsLeesAxisToBothMinima() {
    MethodMap map = planar(Examples.LEE, descent(0.1));
    ManifoldCurve curve =
        new UnstableCurveGrowth(new ParameterizationMethod(map, 10).unstable(0, 0), LIMITS).grow();
    assertThat(curve.beginning()).isEqualTo(CurveEnd.LIMIT_POINT);
    assertThat(curve.ending()).isEqualTo(CurveEnd.LIMIT_POINT);
    assertThat(curve.length()).isCloseTo(2, within(1e-4));
    for (double[] point : curve.points()) {
      assertThat(point[0]).isZero();
    }
    assertThat(curve.largestResidual()).isLessThan(1e-12);
  }

  /** A step of the map moves points by a five hundredth of their distance at most. */
  @Test
  void followsASlowAxisWithFewPoints() {
    MethodMap map = planar("x^2/2 + 0.02*(y^4/4 - y^2/2)", descent(0.1));
    ManifoldCurve curve =
        new UnstableCurveGrowth(new ParameterizationMethod(map, 10).unstable(0, 0), LIMITS).grow();
    assertThat(curve.ending()).isEqualTo(CurveEnd.LIMIT_POINT);
    assertThat(curve.length()).isCloseTo(2, within(0.01));
    assertThat(curve.size()).isBetween(40, 400);
    assertThat(curve.largestResidual()).isLessThan(1e-12);
  }

  @Test
  void endsWhenInterrupted() {
    MethodMap map = planar(Examples.LEE, descent(0.1));
    LocalManifold manifold = new ParameterizationMethod(map, 10).unstable(0, 0);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> new UnstableCurveGrowth(manifold, LIMITS).grow())
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void connectsHimmelblausSaddlesWithTheMinimaBesideThem() {
    int[][] neighbours = {{0, 2}, {0, 1}, {1, 3}, {2, 3}};
    for (MethodMap map :
        new MethodMap[] {
          planar(Examples.HIMMELBLAU, descent(0.005)),
          planar(Examples.HIMMELBLAU, heavyBall(0.005, 0.3))
        }) {
      for (int i = 0; i < 4; i++) {
        LocalManifold manifold =
            new ParameterizationMethod(map, 10).unstable(Examples.HIMMELBLAU_SADDLES[i]);
        ManifoldCurve curve = new UnstableCurveGrowth(manifold, LIMITS).grow();
        double[] first = map.position(curve.points()[0]);
        double[] last = map.position(curve.points()[curve.size() - 1]);
        double[] one = Examples.HIMMELBLAU_MINIMA[neighbours[i][0]];
        double[] other = Examples.HIMMELBLAU_MINIMA[neighbours[i][1]];
        boolean straight = Vectors.distance(first, one) < Vectors.distance(last, one);
        assertThat(Vectors.distance(straight ? first : last, one)).isLessThan(1e-4);
        assertThat(Vectors.distance(straight ? last : first, other)).isLessThan(1e-4);
        assertThat(curve.largestResidual()).isLessThan(1e-10);
      }
    }
  }

  /**
   * Henon's map X' = 1 - 1.4 X^2 + 0.3 Y is momentum -0.3 on the line with alpha f' = 0.7 x - 1 +
   * 1.4 x^2: both its manifolds cross, and the unstable multiplier is negative.
   */
  @Test
  void growsBothManifoldsOfHenonsMap() {
    MethodMap map = new MethodMap(compiled("0.35*x^2 - x + 1.4*x^3/3", "x"), heavyBall(1, -0.3));
    double x = (-0.7 + Math.sqrt(0.49 + 5.6)) / 2.8;
    assertThat(map.apply(0.3, 0.2))
        .containsExactly(new double[] {1 - 1.4 * 0.09 + 0.06, 0.3}, within(1e-15));
    ParameterizationMethod method = new ParameterizationMethod(map, 10);
    LocalManifold unstable = method.unstable(x);
    LocalManifold stable = method.stable(x);
    // roots of z^2 + 2.8 x z - 0.3
    double root = -1.4 * x - Math.sqrt(1.96 * x * x + 0.3);
    assertThat(unstable.multipliers().get(0).re()).isCloseTo(root, within(1e-14));
    assertThat(stable.multipliers().get(0).re()).isCloseTo(-0.3 / root, within(1e-14));

    GrowthLimits limits = GrowthLimits.within(Box.cube(1, -2, 2), 0.02).withArcLength(4);
    ManifoldCurve outward = new UnstableCurveGrowth(unstable, limits).grow();
    assertThat(outward.ending()).isEqualTo(CurveEnd.ARC_LENGTH);
    assertThat(outward.largestResidual()).isLessThan(1e-11);
    int images = 0;
    for (double[] point : outward.points()) {
      double[] image = map.apply(point);
      images += outward.distance(image) < 1e-3 ? 1 : 0;
      // the quadrilateral of Henon 1976 that traps the attractor lies in this box
      assertThat(Math.abs(point[0])).isLessThan(1.34);
    }
    assertThat(images).isGreaterThan(outward.size() / 3);

    // Starts on the attractor never end, so they are given up soon.
    GrowthLimits plane = new GrowthLimits(Box.cube(2, -3, 3), 5, 0.02, 0.2, 1e-6, 100, 100_000);
    ManifoldCurve inward =
        new StableCurveGrowth(stable, PlanarSection.ofStates(map), plane).from(x, x).orElseThrow();
    assertThat(inward.largestResidual()).isLessThan(1e-11);
    assertThat(inward.folds()).isEmpty();
    double[] target = {x, x};
    for (double[] point : inward.points()) {
      assertThat(Examples.closest(map, point, target, 60)).isLessThan(1e-4);
    }
    assertThat(Examples.closest(map, new double[] {x + 1e-2, x}, target, 4)).isGreaterThan(1e-4);
  }
}
