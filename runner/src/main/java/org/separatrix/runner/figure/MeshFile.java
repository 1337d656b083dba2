package org.separatrix.runner.figure;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Mesh;

/**
 * The file {@code figures/NAME.obj}: what a figure is a view of, in the Wavefront OBJ format, which
 * programs for meshes read.
 *
 * <p>Each mesh is an object {@code o}, its vertices {@code v x y z}, and its cells faces {@code f},
 * lines {@code l} or points {@code p} with the numbers of vertices from 1 through the whole file.
 * Coordinates are the shortest decimals that read as the same doubles.
 */
final class MeshFile {
  /** Extension of the files. */
  static final String EXTENSION = ".obj";

  private MeshFile() {}

  /**
   * Writes the meshes of a figure.
   *
   * @param figure the figure
   * @param out where to; not closed
   * @throws IOException if they cannot be written
   */
  static void write(Figure figure, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write("# " + line(figure.title()) + "\n# " + line(figure.caption()) + "\n");
    int first = 1;
    for (Mesh mesh : figure.meshes()) {
      write(mesh, first, writer);
      first += mesh.x().size();
    }
    writer.flush();
  }

  private static void write(Mesh mesh, int first, Writer writer) throws IOException {
    writer.write("o " + line(mesh.name()) + "\n");
    for (int i = 0; i < mesh.x().size(); i++) {
      writer.write(
          "v %s %s %s\n"
              .formatted(
                  number(mesh.x().get(i)), number(mesh.y().get(i)), number(mesh.z().get(i))));
    }
    char kind =
        switch (mesh.kind()) {
          case SURFACE -> 'f';
          case CURVE -> 'l';
          case POINTS -> 'p';
        };
    for (List<Integer> cell : mesh.cells()) {
      writer.write(kind);
      for (int vertex : cell) {
        writer.write(" " + (first + vertex));
      }
      writer.write('\n');
    }
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String number(double value) {
    return NumberOutput.toString(value, true);
  }
}
