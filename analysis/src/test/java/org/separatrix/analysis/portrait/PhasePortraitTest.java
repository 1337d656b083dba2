package org.separatrix.analysis.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.geometry.LocalManifolds;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Mesh;
import org.separatrix.api.figure.Role;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.ManifoldMesh;
import org.separatrix.core.manifold.MethodMap;

class PhasePortraitTest {
  private static final Bench BENCH = new Bench();

  private static List<Figure> portrait(Problem problem, LinearMethod method) {
    StudyResult study = BENCH.study(problem, method);
    Census census = study.censuses().get(0);
    PhasePortrait portrait = new PhasePortrait(study.cells().get(0), census, 2);
    assertThat(portrait.isPossible()).isTrue();
    MethodMap map = new MethodMap((CompiledFormula) problem.objective(), method);
    LocalManifolds local = new LocalManifolds(map, 5);
    for (CriticalPoint point : census.points()) {
      if (point.kind().isStrict()) {
        Optional<LocalManifold> unstable = Optional.of(local.unstable(point));
        boolean stable =
            unstable.get().otherMultipliers().stream().anyMatch(mu -> mu.modulus() < 1);
        portrait.add(point, stable ? Optional.of(local.stable(point)) : Optional.empty(), unstable);
      }
    }
    return portrait.figures();
  }

  private static List<Role> roles(Figure figure) {
    List<Role> roles = new ArrayList<>();
    for (Layer layer : figure.layers()) {
      if (layer instanceof Layer.Curve curve) {
        roles.add(curve.role());
      } else if (layer instanceof Layer.Markers markers) {
        roles.add(markers.role());
      }
    }
    return roles;
  }

  @Test
  void inThePlaneAllManifoldsAreInOneFigure() {
    List<Figure> figures = portrait(Formulas.himmelblau(), Methods.gradientDescent(0.01));

    assertThat(figures).hasSize(1);
    assertThat(figures.get(0).id()).isEqualTo("phase-portrait/cell");
    assertThat(roles(figures.get(0)))
        .contains(Role.STABLE_MANIFOLD, Role.UNSTABLE_MANIFOLD, Role.SADDLE, Role.MINIMUM);
    assertThat(figures.get(0).aspect()).isEqualTo(Figure.Aspect.EQUAL);
    assertThat(figures.get(0).meshes()).isEmpty();
  }

  /** W^s is z = 0 exactly: all vertices lie in it, and it hides what is below from above. */
  @Test
  void inSpaceASurfaceAndACurveComeWithTheirMeshes() {
    Problem problem =
        Formulas.problem("x^2/2 + y^2 - z^2/2 + z^4/4", Box.cube(3, -1.5, 1.5), 6, "x", "y", "z");

    List<Figure> figures = portrait(problem, Methods.heavyBall(0.1, 0.5));

    assertThat(figures).hasSize(1);
    Figure figure = figures.get(0);
    assertThat(figure.id()).startsWith("stable-surface/cell/c");
    assertThat(roles(figure))
        .contains(Role.STABLE_SURFACE, Role.UNSTABLE_MANIFOLD, Role.SADDLE, Role.MINIMUM);
    assertThat(figure.caption()).contains("are a surface, W^s", "azimuth", "elevation");
    Mesh surface = figure.meshes().get(0);
    assertThat(surface.kind()).isEqualTo(Mesh.Kind.SURFACE);
    assertThat(surface.z().stream()).allMatch(z -> Math.abs(z) < 1e-12);
    double farthest = 0;
    for (int i = 0; i < surface.x().size(); i++) {
      farthest = Math.max(farthest, Math.hypot(surface.x().get(i), surface.y().get(i)));
    }
    assertThat(farthest).isCloseTo(1.5, within(1e-3));
    assertThat(figure.meshes())
        .extracting(Mesh::kind)
        .containsExactly(Mesh.Kind.SURFACE, Mesh.Kind.CURVE, Mesh.Kind.POINTS, Mesh.Kind.POINTS);
    int points = 0;
    for (Layer layer : figure.layers()) {
      points += layer instanceof Layer.Curve curve ? curve.x().size() : 0;
    }
    assertThat(points).isBetween(500, 20_000);
  }

  @Test
  void withTwoUnstableDirectionsItIsTheOtherWayRound() {
    Problem problem =
        Formulas.problem(
            "x^2 - y^2/2 - z^2/3 + 0.7*x^2*y - 0.4*x^2*z + x*y*z + (x^4 + y^4 + z^4)/4",
            Box.cube(3, -0.7, 0.7),
            9,
            "x",
            "y",
            "z");

    List<Figure> figures = portrait(problem, Methods.gradientDescent(0.1));

    assertThat(figures).hasSize(1);
    assertThat(roles(figures.get(0))).contains(Role.STABLE_MANIFOLD, Role.UNSTABLE_SURFACE);
    assertThat(figures.get(0).caption())
        .contains("are a curve, W^s", "runs leave it on a surface, W^u");
  }

  @Test
  void aMaximumHasNoStableManifoldToDraw() {
    Problem maximum = Formulas.problem("-x^2 - y^2", Box.cube(2, -1, 1), 2, "x", "y");

    assertThat(portrait(maximum, Methods.gradientDescent(0.1))).isEmpty();
  }

  @Test
  void directionsOfAViewAreOrthonormalAndASurfaceIsSeenObliquely() {
    for (double[] normal : new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.6, 0, -0.8}}) {
      OrthographicView view = OrthographicView.oblique(normal);
      double[][] rows = new double[3][3];
      for (int k = 0; k < 3; k++) {
        double[] unit = new double[3];
        unit[k] = 1;
        rows[k] = new double[] {view.right(unit), view.up(unit), view.depth(unit)};
        assertThat(Arrays.stream(rows[k]).map(v -> v * v).sum()).isCloseTo(1, within(1e-14));
      }
      assertThat(view.right(rows(rows, 2))).isCloseTo(0, within(1e-14));
      assertThat(view.up(rows(rows, 2))).isCloseTo(0, within(1e-14));
      assertThat(Math.abs(view.depth(normal))).isBetween(0.3, 0.8);
    }
  }

  private static double[] rows(double[][] matrix, int column) {
    return new double[] {matrix[0][column], matrix[1][column], matrix[2][column]};
  }

  /** Seen from above: a line below a square is hidden where the square is, and cut at the box. */
  @Test
  void hiddenPartsOfLinesAreLeftOut() {
    HiddenLines scene = new HiddenLines(new OrthographicView(0, 90), Box.cube(3, -2, 2));
    double[][] corners = {{-1, -1, 1}, {1, -1, 1}, {1, 1, 1}, {-1, 1, 1}};
    scene.hideBehind(
        new ManifoldMesh(
            corners, new int[][] {{0, 1, 2}, {0, 2, 3}}, new double[4], new int[0][], true));

    List<double[]> below = scene.seen(new double[][] {{0, -3, 0}, {0, 3, 0}});
    List<double[]> above = scene.seen(new double[][] {{0, -3, 1.5}, {0, 3, 1.5}});

    // from above the second coordinate points to the right
    assertThat(seen(below, 1.5)).isTrue();
    assertThat(seen(below, -1.5)).isTrue();
    assertThat(seen(below, 0)).isFalse();
    assertThat(seen(below, 2.5)).isFalse();
    assertThat(seen(above, 0)).isTrue();
    assertThat(below.stream().anyMatch(point -> Double.isNaN(point[0]))).isTrue();
  }

  private static boolean seen(List<double[]> line, double right) {
    for (int i = 1; i < line.size(); i++) {
      double one = line.get(i - 1)[0];
      double other = line.get(i)[0];
      if (Math.min(one, other) <= right && right <= Math.max(one, other)) {
        return true;
      }
    }
    return false;
  }
}
