package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.closest;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.minimum;
import static org.separatrix.core.manifold.Examples.planar;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;

class StableCurveGrowthTest {
  private static final GrowthLimits LIMITS = GrowthLimits.within(Box.cube(2, -5, 5), 0.05);

  private static ManifoldCurve grown(MethodMap map, double[] saddle) {
    LocalManifold manifold =
        new ParameterizationMethod(map, map.size() == 2 ? 10 : 5).stable(saddle);
    return new StableCurveGrowth(manifold, PlanarSection.ofStarts(map), LIMITS)
        .from(saddle)
        .orElseThrow();
  }

  @Test
  void bringsHimmelblausStartsToTheirSaddle() {
    for (LinearMethod method : new LinearMethod[] {descent(0.01), heavyBall(0.005, 0.5)}) {
      MethodMap map = planar(Examples.HIMMELBLAU, method);
      for (double[] saddle : Examples.HIMMELBLAU_SADDLES) {
        ManifoldCurve curve = grown(map, saddle);
        double[] target = map.resting(saddle);
        assertThat(curve.length()).isGreaterThan(3);
        assertThat(curve.largestResidual()).isLessThan(1e-11);
        int misses = 0;
        int tried = 0;
        for (int i = 1; i < curve.size() - 1; i += 5) {
          double[] point = curve.points()[i];
          // At a repelling point the rounding of the start grows until it is larger.
          if (isNearRepellingEnd(curve, point)) {
            continue;
          }
          tried++;
          assertThat(closest(map, map.resting(point), target, 300)).isLessThan(1e-3);
          double[] normal = normal(curve, i);
          double[] beside = Vectors.sum(point, 2e-2, normal);
          misses += closest(map, map.resting(beside), target, 300) > 1e-3 ? 1 : 0;
        }
        assertThat(misses).isGreaterThan(tried * 9 / 10);
        assertThat(tried).isGreaterThan(curve.size() / 10);
      }
    }
  }

  private static boolean isNearRepellingEnd(ManifoldCurve curve, double[] point) {
    boolean first = curve.beginning() == CurveEnd.SHORTEST_SPACING;
    boolean last = curve.ending() == CurveEnd.SHORTEST_SPACING;
    double[][] points = curve.points();
    return (first && Vectors.distance(points[0], point) < 1e-2)
        || (last && Vectors.distance(points[points.length - 1], point) < 1e-2);
  }

  @Test
  void separatesTheLimitsOfStartsOnEitherSide() {
    MethodMap map = planar(Examples.HIMMELBLAU, descent(0.01));
    for (double[] saddle : Examples.HIMMELBLAU_SADDLES) {
      ManifoldCurve curve = grown(map, saddle);
      for (int i = 1; i < curve.size() - 1; i += 6) {
        double[] normal = normal(curve, i);
        int left = minimum(map, Vectors.sum(curve.points()[i], 1e-9, normal));
        int right = minimum(map, Vectors.sum(curve.points()[i], -1e-9, normal));
        assertThat(left).isNotEqualTo(right);
        double[] further = Vectors.sum(curve.points()[i], 1.001e-9, normal);
        assertThat(minimum(map, further)).isEqualTo(left);
      }
    }
  }

  @Test
  void tellsWhetherALimitHasCutTheCurve() {
    MethodMap map = planar(Examples.LEE, descent(0.1));
    assertThat(grown(map, LIMITS).isCut()).isFalse();
    assertThat(grown(map, LIMITS.withArcLength(1)).isCut()).isTrue();
    ManifoldCurve few = grown(map, LIMITS.withPoints(3));
    assertThat(few.isCut()).isTrue();
    assertThat(few.size()).isEqualTo(5);
  }

  @Test
  void endsWhenInterrupted() {
    MethodMap map = planar(Examples.LEE, descent(0.1));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> grown(map, LIMITS)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static ManifoldCurve grown(MethodMap map, GrowthLimits limits) {
    LocalManifold manifold = new ParameterizationMethod(map, 10).stable(0, 0);
    return new StableCurveGrowth(manifold, PlanarSection.ofStarts(map), limits)
        .from(0, 0)
        .orElseThrow();
  }

  private static double[] normal(ManifoldCurve curve, int i) {
    double[] side = Vectors.sum(curve.points()[i + 1], -1, curve.points()[i - 1]);
    return Vectors.scaled(1 / Vectors.norm(side), new double[] {-side[1], side[0]});
  }

  @Test
  void keepsDistancesAndAnglesWithinTheLimits() {
    ManifoldCurve curve =
        grown(planar(Examples.HIMMELBLAU, descent(0.01)), Examples.HIMMELBLAU_SADDLES[1]);
    for (int i = 1; i < curve.size() - 1; i++) {
      double[] before = Vectors.sum(curve.points()[i], -1, curve.points()[i - 1]);
      double[] after = Vectors.sum(curve.points()[i + 1], -1, curve.points()[i]);
      assertThat(Vectors.norm(after)).isLessThan(1.1 * LIMITS.spacing());
      double cos = Vectors.dot(before, after) / Vectors.norm(before) / Vectors.norm(after);
      assertThat(cos).isGreaterThan(Math.cos(1.5 * LIMITS.angle()));
    }
  }

  @Test
  void passesThroughFoldsAndListsThem() {
    MethodMap map = planar(Examples.HIMMELBLAU, descent(0.01));
    ManifoldCurve curve = grown(map, Examples.HIMMELBLAU_SADDLES[0]);
    assertThat(curve.folds()).hasSize(1);
    int fold = curve.folds().get(0);
    assertThat(determinant(map, curve.points()[fold]) * determinant(map, curve.points()[fold + 1]))
        .isNegative();
    // below 1/L on a smaller box there is none
    assertThat(
            grown(planar(Examples.HIMMELBLAU, descent(0.002)), Examples.HIMMELBLAU_SADDLES[1])
                .folds())
        .isEmpty();
  }

  private static double determinant(MethodMap map, double[] x) {
    double[][] j = map.jacobian(x);
    return j[0][0] * j[1][1] - j[0][1] * j[1][0];
  }

  @Test
  void followsTheAxisAndItsPreimages() {
    double alpha = 0.1;
    MethodMap map = planar(Examples.LEE, descent(alpha));
    LocalManifold manifold = new ParameterizationMethod(map, 10).stable(0, 0);
    StableCurveGrowth growth = new StableCurveGrowth(manifold, PlanarSection.ofStarts(map), LIMITS);
    ManifoldCurve axis = growth.from(0, 0).orElseThrow();
    assertThat(axis.beginning()).isEqualTo(CurveEnd.LEFT_BOX);
    assertThat(axis.ending()).isEqualTo(CurveEnd.LEFT_BOX);
    assertThat(axis.length()).isCloseTo(10, within(0.1));
    for (double[] point : axis.points()) {
      assertThat(point[1]).isZero();
    }
    // y + alpha (y - y^3) = 0
    double height = Math.sqrt((1 + alpha) / alpha);
    ManifoldCurve line = growth.from(0.3, height + 1e-3).orElseThrow();
    assertThat(line.length()).isCloseTo(10, within(0.1));
    for (double[] point : line.points()) {
      assertThat(point[1]).isCloseTo(height, within(1e-14));
    }
    assertThat(growth.from(0.3, 1)).isEmpty();
    ManifoldCurve piece =
        new StableCurveGrowth(manifold, PlanarSection.ofStarts(map), LIMITS.withArcLength(1))
            .from(0, 0)
            .orElseThrow();
    assertThat(piece.ending()).isEqualTo(CurveEnd.ARC_LENGTH);
    assertThat(piece.length()).isCloseTo(2, within(1e-5));
  }

  @Test
  void agreesWithTheInverseMap() {
    MethodMap map = planar(Examples.HIMMELBLAU, descent(0.002));
    double[] saddle = Examples.HIMMELBLAU_SADDLES[3];
    LocalManifold manifold = new ParameterizationMethod(map, 10).stable(saddle);
    StableCurveGrowth growth = new StableCurveGrowth(manifold, PlanarSection.ofStarts(map), LIMITS);
    ManifoldCurve curve = growth.from(saddle).orElseThrow();
    StableCurveGrowth piece =
        new StableCurveGrowth(manifold, PlanarSection.ofStarts(map), LIMITS.withArcLength(1e-3));
    InverseMap inverse = new InverseMap(map);
    int compared = 0;
    for (double s : new double[] {-0.01, -0.004, 0.004, 0.01}) {
      double[] x = manifold.evaluate(s);
      for (int k = 0; k < 60 && LIMITS.box().contains(x); k++) {
        assertThat(curve.distance(x)).isLessThan(1e-3);
        // A short piece through x shows the distance without the polyline's own error.
        assertThat(piece.from(x).orElseThrow().distance(x)).isLessThan(1e-10);
        compared++;
        x = inverse.followed(x, x).orElseThrow();
      }
    }
    assertThat(compared).isGreaterThan(40);
  }

  @Test
  void needsAHypersurface() {
    MethodMap map = planar(Examples.LEE, descent(0.1));
    LocalManifold everything = new ParameterizationMethod(map, 4).stable(0, 1);
    assertThatThrownBy(() -> new StableCurveGrowth(everything, PlanarSection.ofStarts(map), LIMITS))
        .hasMessage("the stable manifold is no hypersurface: the other multipliers are []");
    LocalManifold axis = new ParameterizationMethod(map, 4).stable(0, 0);
    GrowthLimits inSpace = GrowthLimits.within(Box.cube(3, -1, 1), 0.1);
    assertThatThrownBy(() -> new StableCurveGrowth(axis, PlanarSection.ofStarts(map), inSpace))
        .hasMessage("the box has 3 coordinates, but it is one of 2 coordinates in the plane");
  }
}
