package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.compiled;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.nesterov;
import static org.separatrix.core.manifold.Examples.planar;

import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;

/** Curves of starts at saddles with more than one unstable direction. */
class StableLineTest {
  private static final String TWO_DOWN = "x^2 - y^2/2 - z^2/3 + 0.7*x^2*y - 0.4*x^2*z + x*y*z";

  private static ManifoldCurve grown(LocalManifold manifold, Box box) {
    return new StableCurveGrowth(
            manifold, StartSection.everywhere(manifold.map()), GrowthLimits.within(box, 0.05))
        .from(manifold.map().position(manifold.fixedPoint()))
        .orElseThrow();
  }

  /** In the coordinates u = (y + z)/sqrt 2, v = (y - z)/sqrt 2 the function of v is separate. */
  @Test
  void isThePlanarCurveWhereAnUnstableDirectionIsSeparate() {
    String u = "((y + z)/sqrt(2))";
    String v = "((y - z)/sqrt(2))";
    String text = "x^2 - %s^2/2 + 0.7*x^2*%s - %s^2/3 + %s^4".formatted(u, u, v, v);
    for (LinearMethod method : new LinearMethod[] {descent(0.1), heavyBall(0.1, 0.6)}) {
      MethodMap plane = planar(Examples.CURVED, method);
      ManifoldCurve curve =
          new StableCurveGrowth(
                  new ParameterizationMethod(plane, 8).stable(0, 0),
                  PlanarSection.ofStarts(plane),
                  GrowthLimits.within(Box.cube(2, -2, 2), 0.01))
              .from(0, 0)
              .orElseThrow();
      MethodMap map = new MethodMap(compiled(text, "x", "y", "z"), method);
      ManifoldCurve line =
          grown(new ParameterizationMethod(map, 6).stable(0, 0, 0), Box.cube(3, -1, 1));
      assertThat(line.size()).isGreaterThan(40);
      assertThat(line.beginning()).isEqualTo(CurveEnd.LEFT_BOX);
      assertThat(line.ending()).isEqualTo(CurveEnd.LEFT_BOX);
      for (double[] point : line.points()) {
        assertThat(point[1]).isCloseTo(point[2], within(1e-11));
        double along = Math.sqrt(2) * (point[1] + point[2]) / 2;
        assertThat(curve.distance(point[0], along)).isLessThan(1e-5);
      }
    }
  }

  @Test
  void passesThroughTheTraceOfTheSeriesAndGoesOnBeyond() {
    for (LinearMethod method :
        new LinearMethod[] {descent(0.1), heavyBall(0.1, 0.5), nesterov(0.1, 0.5)}) {
      MethodMap map = new MethodMap(compiled(TWO_DOWN, "x", "y", "z"), method);
      LocalManifold manifold = new ParameterizationMethod(map, 7).stable(0, 0, 0);
      ManifoldCurve line = grown(manifold, Box.cube(3, -1, 1));
      StartTrace trace = new StartTrace(manifold);
      for (double x : new double[] {-0.05, 0.05}) {
        assertThat(line.distance(trace.near(x, 0, 0).orElseThrow())).isLessThan(1e-4);
      }
      assertThat(line.length()).isGreaterThan(1.5);
      assertThat(line.largestResidual()).isLessThan(1e-9);
      double[] end = line.points()[2];
      assertThat(Examples.closest(map, map.resting(end), new double[map.size()], 200))
          .isLessThan(1e-3);
      double[] beside = Vectors.sum(end, 1, new double[] {0, 0.01, 0.01});
      assertThat(Examples.closest(map, map.resting(beside), new double[map.size()], 200))
          .isGreaterThan(1e-3);
    }
  }

  @Test
  void needsAsManyUnstableDirectionsAsTheSectionHasRoomFor() {
    MethodMap map = new MethodMap(compiled("x^2 + y^2 - z^2", "x", "y", "z"), descent(0.1));
    LocalManifold surface = new ParameterizationMethod(map, 3).stable(0, 0, 0);
    assertThatThrownBy(() -> grown(surface, Box.cube(3, -1, 1)))
        .hasMessageStartingWith("the stable manifold is not of codimension 2");
  }
}
