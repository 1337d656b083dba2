package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.compiled;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.planar;

import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;

class StableSurfaceGrowthTest {
  private static LocalManifold stable(String text, boolean memory) {
    MethodMap map =
        new MethodMap(compiled(text, "x", "y", "z"), memory ? heavyBall(0.1, 0.6) : descent(0.1));
    return new ParameterizationMethod(map, memory ? 4 : 10).stable(0, 0, 0);
  }

  @Test
  void turnsThePlanarCurveAroundTheAxis() {
    MethodMap plane = planar(Examples.CURVED, descent(0.1));
    ManifoldCurve curve =
        new StableCurveGrowth(
                new ParameterizationMethod(plane, 10).stable(0, 0),
                PlanarSection.ofStarts(plane),
                GrowthLimits.within(Box.cube(2, -3, 3), 0.01))
            .from(0, 0)
            .orElseThrow();
    LocalManifold manifold = stable("x^2 + y^2 - z^2/2 + 0.7*(x^2 + y^2)*z", false);
    ManifoldMesh mesh = new StableSurfaceGrowth(manifold, 0.35).grow(1.4);
    assertThat(mesh.complete()).isTrue();
    assertThat(mesh.vertices().length).isGreaterThan(4 * 25);
    assertThat(mesh.largestResidual()).isLessThan(1e-12);
    for (double[] vertex : mesh.vertices()) {
      double radius = Math.hypot(vertex[0], vertex[1]);
      assertThat(curve.distance(radius, vertex[2])).isLessThan(1e-5);
    }
  }

  @Test
  void isAPlaneWhereTheUnstableDirectionIsSeparate() {
    // z' = (2 x - y + 2 z)/3 decouples; x + 2 y and x - z span the rest
    String text = "((x + 2*y)^2 + (x - z)^2)/2 - ((2*x - y + 2*z)/3)^2 + ((2*x - y + 2*z)/3)^4";
    for (boolean memory : new boolean[] {false, true}) {
      ManifoldMesh mesh = new StableSurfaceGrowth(stable(text, memory), 0.5).grow(1);
      assertThat(mesh.complete()).isTrue();
      for (double[] vertex : mesh.vertices()) {
        assertThat(2 * vertex[0] - vertex[1] + 2 * vertex[2]).isCloseTo(0, within(1e-13));
      }
      // a regular polygon of 13 corners
      double area = 6.5 * Math.sin(2 * Math.PI / 13);
      assertThat(mesh.area()).isCloseTo(area, within(1e-3));
    }
  }

  @Test
  void bringsStartsToTheSaddle() {
    LocalManifold manifold = stable("x^2 + 0.8*y^2 - z^2/2 + 0.6*x^2*z - x*y*z + sin(z)^3/5", true);
    ManifoldMesh mesh = new StableSurfaceGrowth(manifold, 0.5).grow(1);
    MethodMap map = manifold.map();
    for (int i = 1; i < mesh.vertices().length; i++) {
      double[] vertex = mesh.vertices()[i];
      assertThat(Examples.closest(map, map.resting(vertex), new double[6], 300)).isLessThan(1e-4);
      double[] beside = {vertex[0], vertex[1], vertex[2] + 0.02};
      assertThat(Examples.closest(map, map.resting(beside), new double[6], 300))
          .isGreaterThan(1e-3);
    }
  }

  @Test
  void needsThreeVariables() {
    LocalManifold plane =
        new ParameterizationMethod(planar(Examples.LEE, descent(0.1)), 4).stable(0, 0);
    assertThatThrownBy(() -> new StableSurfaceGrowth(plane, 0.1))
        .hasMessageStartingWith("a surface needs three variables");
  }
}
