package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.separatrix.core.manifold.Examples.compiled;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.planar;

import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;

class UnstableSurfaceGrowthTest {
  private static LocalManifold unstable(String text, LinearMethod method, int order) {
    MethodMap map = new MethodMap(compiled(text, "x", "y", "z"), method);
    return new ParameterizationMethod(map, order).unstable(0, 0, 0);
  }

  /** Around the axis of symmetry it is a curve in the plane, turned. */
  @Test
  void turnsThePlanarCurveAroundTheAxis() {
    for (LinearMethod method : new LinearMethod[] {descent(0.1), heavyBall(0.1, 0.5)}) {
      MethodMap plane = planar("y^2 - x^2/2 + 0.7*x^2*y + x^4/4", method);
      ManifoldCurve curve =
          new UnstableCurveGrowth(
                  new ParameterizationMethod(plane, 10).unstable(0, 0),
                  GrowthLimits.within(Box.cube(2, -2, 2), 0.005))
              .grow();
      ManifoldMesh mesh =
          new UnstableSurfaceGrowth(
                  unstable("z^2 - (x^2 + y^2)/2 + 0.7*(x^2 + y^2)*z + (x^2 + y^2)^2/4", method, 10),
                  0.1)
              .grow(0.8);
      assertThat(mesh.complete()).isTrue();
      assertThat(mesh.rays()).hasNumberOfRows(51);
      assertThat(mesh.largestResidual()).isLessThan(1e-11);
      for (double[] vertex : mesh.vertices()) {
        double[] state = new double[plane.size()];
        state[0] = Math.hypot(vertex[0], vertex[1]);
        state[1] = vertex[2];
        double nearest = Double.POSITIVE_INFINITY;
        double[] previous = plane.position(curve.points()[0]);
        for (double[] point : curve.points()) {
          nearest = Math.min(nearest, distance(state, previous, plane.position(point)));
          previous = plane.position(point);
        }
        assertThat(nearest).isLessThan(2e-5);
      }
    }
  }

  private static double distance(double[] point, double[] from, double[] to) {
    double[] side = Vectors.sum(to, -1, from);
    double[] offset = {point[0] - from[0], point[1] - from[1]};
    double squared = Vectors.dot(side, side);
    double share = squared == 0 ? 0 : Math.max(0, Math.min(1, Vectors.dot(side, offset) / squared));
    return Vectors.norm(Vectors.sum(offset, -share, side));
  }

  @Test
  void refusesCurvesAndResonances() {
    LocalManifold curve = unstable("x^2 + y^2 - z^2", descent(0.1), 4);
    assertThatThrownBy(() -> new UnstableSurfaceGrowth(curve, 0.1))
        .hasMessageStartingWith("a surface needs three variables and two unstable directions");
    // 1.1^2 = 1.21
    LocalManifold resonant = unstable("z^2 - x^2/2 - 1.05*y^2 + x^2*y", descent(0.1), 4);
    assertThatThrownBy(() -> new UnstableSurfaceGrowth(resonant, 0.1))
        .hasMessageStartingWith("the motion on the surface is not linear");
  }
}
