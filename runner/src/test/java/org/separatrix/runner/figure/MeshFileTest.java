package org.separatrix.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Mesh;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.runner.store.StoredFigure;
import org.separatrix.runner.study.FigureFormat;

class MeshFileTest {
  @TempDir private Path folder = Path.of("");

  private static Figure figure() {
    Mesh surface =
        new Mesh(
            "W^s of\nc1",
            Role.STABLE_SURFACE,
            Mesh.Kind.SURFACE,
            Series.of(0, 1, 0.1),
            Series.of(0, 0, 1),
            Series.of(0, -1e-7, 2),
            List.of(List.of(0, 1, 2)));
    Mesh curve =
        new Mesh(
            "W^u of c1",
            Role.UNSTABLE_MANIFOLD,
            Mesh.Kind.CURVE,
            Series.of(5, 6),
            Series.of(5, 6),
            Series.of(5, 6),
            List.of(List.of(0, 1)));
    Mesh points =
        new Mesh(
            "strict-saddle",
            Role.SADDLE,
            Mesh.Kind.POINTS,
            Series.of(7),
            Series.of(8),
            Series.of(9),
            List.of(List.of(0)));
    return Examples.landscape().viewOf(List.of(surface, curve, points));
  }

  /** Numbers of vertices go on through the file. */
  @Test
  void verticesAndFacesAreThoseOfTheMeshes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MeshFile.write(figure(), out);

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.subList(0, 2)).allMatch(line -> line.startsWith("# "));
    assertThat(lines.subList(2, lines.size()))
        .containsExactly(
            "o W^s of c1",
            "v 0.0 0.0 0.0",
            "v 1.0 0.0 -1.0E-7",
            "v 0.1 1.0 2.0",
            "f 1 2 3",
            "o W^u of c1",
            "v 5.0 5.0 5.0",
            "v 6.0 6.0 6.0",
            "l 4 5",
            "o strict-saddle",
            "v 7.0 8.0 9.0",
            "p 6");
  }

  @Test
  void standBesideTheFigureAndInItsDocument() throws IOException {
    FigureFiles files =
        new FigureFiles(
            folder, List.of(FigureFormat.CSV), new PrintWriter(new StringWriter(), true));

    StoredFigure stored = files.write(List.of(figure())).get(0);

    assertThat(stored.files())
        .containsExactly(
            "figures/landscape_lee.csv", "figures/landscape_lee.json", "figures/landscape_lee.obj");
    Path document = folder.resolve("figures/landscape_lee.json");
    assertThat(FigureDocument.read(document)).isEqualTo(figure());
    // as it was written before there were meshes
    String text = Files.readString(document);
    int from = text.indexOf(",\"meshes\"");
    int to = text.lastIndexOf("}}");
    Files.writeString(document, text.substring(0, from) + text.substring(to));
    assertThat(FigureDocument.read(document)).isEqualTo(Examples.landscape());
  }

  @Test
  void cellsThatDoNotFitAreRefused() {
    Series two = Series.of(0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Mesh("m", Role.SADDLE, Mesh.Kind.CURVE, two, two, two, List.of(List.of(0, 2))))
        .withMessage("mesh 'm': a cell has the vertex 2 of 2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Mesh(
                    "m", Role.SADDLE, Mesh.Kind.SURFACE, two, two, two, List.of(List.of(0, 1))))
        .withMessage("mesh 'm': a cell of a SURFACE has 2 vertices, fewer than 3");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Mesh("m", Role.SADDLE, Mesh.Kind.POINTS, two, two, Series.of(1), List.of()))
        .withMessage("mesh 'm': 2, 2 and 1 coordinates");
  }
}
