package org.separatrix.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.runner.store.FileNames;
import org.separatrix.runner.store.StoredFigure;
import org.separatrix.runner.study.FigureFormat;

class FigureFilesTest {
  private static final List<FigureFormat> ALL = List.of(FigureFormat.values());

  @TempDir private Path folder = Path.of("");
  private final StringWriter errors = new StringWriter();

  @Test
  void eachFigureHasAFileOfEachFormat() throws IOException {
    List<StoredFigure> stored = files(ALL).write(List.of(Examples.landscape()));

    assertThat(stored).hasSize(1);
    assertThat(stored.get(0).files())
        .containsExactly(
            "figures/landscape_lee.png",
            "figures/landscape_lee.svg",
            "figures/landscape_lee.csv",
            "figures/landscape_lee.json");
    assertThat(written()).hasSize(4);
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void noFormatMeansNoFolder() throws IOException {
    assertThat(files(List.of()).write(List.of(Examples.landscape()))).isEmpty();
    assertThat(files(ALL).write(List.of())).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  /** What Java throws on a machine without fontconfig. */
  @Test
  void withoutFontsTheDataAreKept() throws IOException {
    FigureFiles files =
        new FigureFiles(
            folder,
            ALL,
            new PrintWriter(errors, true),
            () -> {
              throw new InternalError(
                  new RuntimeException("Fontconfig head is null, check your fonts"));
            });

    List<StoredFigure> stored = files.write(List.of(Examples.landscape()));

    assertThat(stored.get(0).files())
        .containsExactly("figures/landscape_lee.csv", "figures/landscape_lee.json");
    assertThat(written()).containsExactly("landscape_lee.csv", "landscape_lee.json");
    assertThat(errors.toString().lines()).hasSize(1);
    assertThat(errors.toString())
        .contains("pictures were left out", "Fontconfig head is null", "fonts-dejavu-core");
  }

  /** The native library of fonts is missing, or the whole of java.desktop. */
  @Test
  void withoutTheLibraryTheDataAreKept() throws IOException {
    FigureFiles files =
        new FigureFiles(
            folder,
            ALL,
            new PrintWriter(errors, true),
            () -> {
              throw new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file");
            });

    assertThat(files.write(List.of(Examples.landscape())).get(0).files()).hasSize(2);
    assertThat(errors.toString()).contains("libfreetype6");
  }

  @Test
  void aPictureThatFailsIsNamedAndNothingHalfWrittenIsLeft() throws IOException {
    FigureFiles files =
        new FigureFiles(folder, ALL, new PrintWriter(errors, true), HalfBroken::new);

    List<StoredFigure> stored = files.write(List.of(Examples.landscape()));

    assertThat(stored.get(0).files())
        .containsExactly(
            "figures/landscape_lee.png", "figures/landscape_lee.csv", "figures/landscape_lee.json");
    assertThat(written())
        .containsExactly("landscape_lee.csv", "landscape_lee.json", "landscape_lee.png");
    assertThat(errors.toString()).contains("SVG of figure 'landscape/lee' was left out");
  }

  @Test
  void namesAreSafeAndDistinct() {
    FileNames names = new FileNames();

    assertThat(names.name("a/b c/d")).isEqualTo("a_b_c_d");
    assertThat(names.name("a/b/c/d")).startsWith("a_b_c_d-").hasSize(16);
    assertThat(names.name("A/B/C/D")).startsWith("A_B_C_D-");
    assertThat(names.name("../../etc/passwd")).isEqualTo("etc_passwd");
    assertThat(names.name("x".repeat(500))).hasSize(120);
    assertThat(names.name("///")).isEqualTo("figure");
  }

  @Test
  void theTableHasALineForEachPoint() throws IOException {
    Figure figure =
        Examples.of(
            "table",
            Axis.linear("x"),
            Axis.linear("y"),
            List.of(
                new Layer.Curve("a, b", Role.THEORY, Series.of(1, 2), Series.of(0.1, Double.NaN)),
                new Layer.Intervals(
                    "i", Role.MEASURED, Series.of(1), Series.of(-1), Series.of(1e-9)),
                new Layer.Bars("n", Role.COMPARED, Series.of(0, 1, 3), Series.of(5, 6)),
                new Layer.Labels(
                    "",
                    Role.MEASURED,
                    Series.of(3),
                    Series.of(4),
                    List.of("here"),
                    Layer.Labels.Anchor.END)));

    files(List.of(FigureFormat.CSV)).write(List.of(figure));

    assertThat(Files.readAllLines(folder.resolve("figures/table.csv")))
        .containsExactly(
            "layer,name,kind,role,x,y,low,high,value,label",
            "1,\"a, b\",curve,theory,1.0,0.1,,,,",
            "1,\"a, b\",curve,theory,2.0,,,,,",
            "2,i,intervals,measured,1.0,,-1.0,1.0E-9,,",
            "3,n,bars,compared,0.5,5.0,0.0,1.0,,",
            "3,n,bars,compared,2.0,6.0,1.0,3.0,,",
            "4,,labels,measured,3.0,4.0,,,,here");
  }

  private FigureFiles files(List<FigureFormat> formats) {
    return new FigureFiles(folder, formats, new PrintWriter(errors, true));
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(FigureFiles.FOLDER))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Writes PNG, and fails in the middle of an SVG. */
  private static final class HalfBroken implements Drawing, Drawing.Picture {
    @Override
    public Picture picture(Figure figure) {
      return this;
    }

    @Override
    public void svg(OutputStream out) throws IOException {
      out.write('<');
      throw new IllegalStateException("the pen broke");
    }

    @Override
    public void png(OutputStream out) throws IOException {
      out.write(1);
    }
  }
}
