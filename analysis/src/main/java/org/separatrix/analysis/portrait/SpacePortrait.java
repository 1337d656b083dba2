package org.separatrix.analysis.portrait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Mesh;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.manifold.ManifoldMesh;

/** Draws the stable and unstable manifold of a saddle in space, and hands on their meshes. */
final class SpacePortrait {
  private static final int EVERY_RAY = 2;
  private static final int EVERY_RING = 2;

  private SpacePortrait() {}

  /**
   * Returns the figure.
   *
   * @param cell the method
   * @param census the critical points
   * @param saddle the saddle
   * @param stable its stable manifold
   * @param unstable its unstable manifold, if there is one that could be grown
   */
  static Figure of(
      CellResult cell,
      Census census,
      CriticalPoint saddle,
      ManifoldShape stable,
      Optional<ManifoldShape> unstable) {
    Box box = cell.problem().domain();
    OrthographicView view = OrthographicView.oblique(normal(saddle, stable));
    HiddenLines scene = new HiddenLines(view, box);
    stable.surface().ifPresent(scene::hideBehind);
    unstable.flatMap(ManifoldShape::surface).ifPresent(scene::hideBehind);
    List<Layer> layers = new ArrayList<>();
    BoxFrame frame = new BoxFrame(view, box);
    layers.add(drawn(scene, "", Role.LANDSCAPE, frame.edges()));
    layers.add(frame.labels(cell.problem()));
    layers.add(
        drawn(
            scene,
            "W^s of " + saddle.id(),
            stable.surface().isPresent() ? Role.STABLE_SURFACE : Role.STABLE_MANIFOLD,
            stable.lines(EVERY_RAY, EVERY_RING)));
    unstable.ifPresent(
        shape ->
            layers.add(
                drawn(
                    scene,
                    "W^u of " + saddle.id(),
                    shape.surface().isPresent() ? Role.UNSTABLE_SURFACE : Role.UNSTABLE_MANIFOLD,
                    shape.lines(EVERY_RAY, EVERY_RING))));
    List<CriticalPoint> shown =
        census.points().stream().filter(point -> box.contains(point.x())).toList();
    layers.addAll(
        PortraitLayers.points(
            shown, point -> Optional.of(new double[] {view.right(point.x()), view.up(point.x())})));
    return new Figure(
            "stable-surface/%s/%s".formatted(cell.id(), saddle.id()),
            cell.problem().name(),
            Optional.of(cell.id()),
            "Manifolds of %s of %s under %s"
                .formatted(saddle.id(), cell.problem().name(), cell.optimizerName()),
            caption(saddle, stable, unstable, view),
            Axis.linear(""),
            Axis.linear(""),
            layers)
        .with(Figure.Aspect.EQUAL)
        .viewOf(meshes(saddle, stable, unstable, shown));
  }

  /** The normal of the surface at the saddle, which is one of the two manifolds. */
  private static double[] normal(CriticalPoint saddle, ManifoldShape stable) {
    double[][] eigenvectors = saddle.eigenvectors();
    // Eigenvalues ascend: the first direction leaves a stable surface, the last an unstable one.
    return stable.surface().isPresent() ? eigenvectors[0] : eigenvectors[eigenvectors.length - 1];
  }

  private static Layer drawn(HiddenLines scene, String name, Role role, List<double[][]> lines) {
    List<double[][]> seen = new ArrayList<>();
    lines.forEach(line -> seen.add(scene.seen(line).toArray(new double[0][])));
    return PortraitLayers.curves(name, role, seen);
  }

  private static String caption(
      CriticalPoint saddle,
      ManifoldShape stable,
      Optional<ManifoldShape> unstable,
      OrthographicView view) {
    String what =
        stable.surface().isPresent()
            ? "The starts at rest that go to %s are a surface, W^s, drawn by rays from the saddle and rings of equal distance along them"
            : "The starts at rest that go to %s are a curve, W^s";
    String leaving =
        unstable.isEmpty()
            ? ""
            : unstable.get().surface().isPresent()
                ? "; runs leave it on a surface, W^u"
                : "; runs leave it on a curve, W^u";
    boolean complete = stable.complete() && unstable.map(ManifoldShape::complete).orElse(true);
    return (what
            + leaving
            + "%s. Orthographic view of the domain from azimuth %s and elevation %s"
            + " degrees, without hidden lines; the file .obj has it in space.")
        .formatted(
            saddle.id(),
            complete ? "" : ", as far as they were followed",
            Numbers.number(view.azimuth()),
            Numbers.number(view.elevation()));
  }

  private static List<Mesh> meshes(
      CriticalPoint saddle,
      ManifoldShape stable,
      Optional<ManifoldShape> unstable,
      List<CriticalPoint> points) {
    List<Mesh> meshes = new ArrayList<>();
    meshes.add(
        mesh(
            "W^s of " + saddle.id(),
            stable.surface().isPresent() ? Role.STABLE_SURFACE : Role.STABLE_MANIFOLD,
            stable));
    unstable.ifPresent(
        shape ->
            meshes.add(
                mesh(
                    "W^u of " + saddle.id(),
                    shape.surface().isPresent() ? Role.UNSTABLE_SURFACE : Role.UNSTABLE_MANIFOLD,
                    shape)));
    for (CriticalPointKind kind : CriticalPointKind.values()) {
      double[][] of =
          points.stream()
              .filter(point -> point.kind() == kind)
              .map(CriticalPoint::x)
              .toArray(double[][]::new);
      if (of.length > 0) {
        List<List<Integer>> cells = new ArrayList<>();
        for (int i = 0; i < of.length; i++) {
          cells.add(List.of(i));
        }
        meshes.add(mesh(kind.label(), PortraitLayers.role(kind), Mesh.Kind.POINTS, of, cells));
      }
    }
    return meshes;
  }

  private static Mesh mesh(String name, Role role, ManifoldShape shape) {
    if (shape.surface().isPresent()) {
      ManifoldMesh surface = shape.surface().get();
      List<List<Integer>> triangles = new ArrayList<>();
      for (int[] triangle : surface.triangles()) {
        triangles.add(Arrays.stream(triangle).boxed().toList());
      }
      return mesh(name, role, Mesh.Kind.SURFACE, surface.vertices(), triangles);
    }
    List<Integer> line = new ArrayList<>();
    for (int i = 0; i < shape.curve().length; i++) {
      line.add(i);
    }
    return mesh(name, role, Mesh.Kind.CURVE, shape.curve(), List.of(line));
  }

  private static Mesh mesh(
      String name, Role role, Mesh.Kind kind, double[][] vertices, List<List<Integer>> cells) {
    return new Mesh(
        name,
        role,
        kind,
        Series.of(vertices.length, i -> vertices[i][0]),
        Series.of(vertices.length, i -> vertices[i][1]),
        Series.of(vertices.length, i -> vertices[i][2]),
        cells);
  }
}
