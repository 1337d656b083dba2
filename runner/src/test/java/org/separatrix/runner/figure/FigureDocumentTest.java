package org.separatrix.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.runner.store.MalformedFileException;

class FigureDocumentTest {
  @TempDir private Path folder = Path.of("");

  /** A layer of each kind. */
  @Test
  void aFigureIsReadAsItWasWritten() throws IOException {
    assertThat(writtenAndRead(Examples.landscape())).isEqualTo(Examples.landscape());
  }

  @Test
  void numbersThatJsonDoesNotHaveAreKept() throws IOException {
    Figure hostile =
        Examples.hostile(
            Axis.logarithmic("x").between(1e-300, 1e300), Axis.linear("<&>\u2028\"y\""));

    assertThat(writtenAndRead(hostile)).isEqualTo(hostile);
    assertThat(Files.readString(file())).contains("\"NaN\",0.0,-1.0,1.0E-320", "\"-Infinity\"");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    writtenAndRead(Examples.landscape());
    String good = Files.readString(file());

    Files.writeString(file(), good.replace("\"curve\"", "\"curvy\""));
    assertThatThrownBy(() -> FigureDocument.read(file()))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("figure.json")
        .hasMessageContaining("curvy");

    Files.writeString(file(), good.replaceFirst("\"schema\":1", "\"schema\":2"));
    assertThatThrownBy(() -> FigureDocument.read(file())).hasMessageContaining("schema is 2");
  }

  private Path file() {
    return folder.resolve("figure.json");
  }

  private Figure writtenAndRead(Figure figure) throws IOException {
    try (OutputStream out = Files.newOutputStream(file())) {
      FigureDocument.write(figure, out);
    }
    return FigureDocument.read(file());
  }
}
