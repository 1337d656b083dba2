package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.runner.FolderCopy;

/**
 * Links, folders and files where others belong: nothing outside of the folder of results is
 * changed, and what stands in the way is named.
 */
class OthersInPlaceTest {
  private static final String FOLDER = "'it must be a folder, no file or link'";
  private static final String FILE = "'it must be a file, no folder or link'";

  @TempDir private static Path original = Path.of("");

  @TempDir private Path folder = Path.of("");
  private Path out = Path.of("");
  private Path elsewhere = Path.of("");

  @BeforeAll
  static void run() throws IOException {
    SmallResults.write(original);
  }

  @BeforeEach
  void copy() throws IOException {
    out = folder.resolve("out");
    FolderCopy.copy(original.resolve("out"), out);
    elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(Files.createDirectory(elsewhere.resolve("d")).resolve("x.parquet"), "kept");
    Files.writeString(elsewhere.resolve("f"), "kept");
  }

  /** Of a cell or of the folder of results; the last column is what is said of it. */
  @ParameterizedTest
  @CsvSource({
    "runs, link to d, " + FOLDER,
    "runs, file, " + FOLDER,
    "figures, link to d, " + FOLDER,
    "figures, file, " + FOLDER,
    ".parts, link to d, " + FOLDER,
    ".parts, file, " + FOLDER,
    ".parts/.lock, link to f, " + FILE,
    ".parts/.lock, link to nothing, " + FILE,
    ".parts/.lock, folder, " + FILE,
    ".parts/.lock-holder, folder, Is a directory",
    ".parts/study.yaml, folder, Is a directory",
    "CELL, link to d, " + FOLDER,
    "CELL, file, " + FOLDER,
    "CELL/ledger.jsonl, link to f, " + FILE,
    "CELL/ledger.jsonl, link to nothing, " + FILE,
    "CELL/ledger.jsonl, folder, " + FILE,
    "summary.json, folder, Is a directory",
    "study.yaml, folder, Is a directory",
    "runtimes.csv, folder, Is a directory",
    "certificate.json, folder, Is a directory",
    "report.html, folder, Is a directory",
  })
  void areSaid(String name, String other, String message) throws IOException {
    Path place = put(name, other);
    SortedMap<String, String> before = FolderContents.of(elsewhere);

    Invocation run = Invocation.run("run", original.resolve("small.yaml"), "--out", out, "--quiet");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors())
        .startsWith("cannot write results to %s: %s: %s%nMaybe ".formatted(out, place, message));
    assertThat(run.errors().lines()).hasSize(2);
    assertThat(FolderContents.of(elsewhere)).isEqualTo(before);
  }

  /** A file that is replaced as a whole is replaced, wherever a link leads. */
  @Test
  void linksAreReplaced() throws IOException {
    List<Path> places = new ArrayList<>();
    for (String name :
        List.of(
            ".parts/.lock-holder",
            ".parts/study.yaml",
            "CELL/failure.txt",
            "study.yaml",
            "summary.json",
            "certificate.json",
            "runtimes.csv",
            "trajectories.parquet",
            "report.html")) {
      places.add(put(name, "link to f"));
    }
    SortedMap<String, String> before = FolderContents.of(elsewhere);

    assertThat(Invocation.run("run", original.resolve("small.yaml"), "--out", out, "--quiet"))
        .isEqualTo(new Invocation(0, "", ""));

    assertThat(places).noneMatch(Files::isSymbolicLink);
    assertThat(FolderContents.of(elsewhere)).isEqualTo(before);
    assertThat(StoredResults.contents(out))
        .isEqualTo(StoredResults.contents(original.resolve("out")));
  }

  /** In place of a part; the last column is what is said of it. */
  @ParameterizedTest
  @CsvSource({
    "0-60.json, link to nothing, it is missing",
    "0-60.json, link to f, it has 4 bytes of",
    "0-60.rows, link to /dev/zero, it has 0 bytes of",
    "0-60.rows, link to 0-60.rows, it cannot be read",
  })
  void aPartThatIsALinkIsRunAgain(String name, String other, String message) throws IOException {
    Path place = put("CELL/" + name, other);

    Invocation run = Invocation.run("run", original.resolve("small.yaml"), "--out", out, "--quiet");

    assertThat(run.exitCode()).isZero();
    assertThat(run.errors().lines())
        .singleElement()
        .asString()
        .startsWith("separatrix: warning: %s: %s".formatted(place, message))
        .contains("; the runs 0 to 59 of himmelblau/slow/uniform-box are not used");
    assertThat(Files.isSymbolicLink(place)).isFalse();
    assertThat(elsewhere.resolve("f")).hasContent("kept");
    assertThat(StoredResults.contents(out))
        .isEqualTo(StoredResults.contents(original.resolve("out")));
  }

  /** Its content is what counts. */
  @Test
  void aPartThatIsALinkToWhatWasWrittenIsUsed() throws IOException {
    Path part = SmallResults.cell(out).resolve("0-60.json");
    Files.move(part, elsewhere.resolve("part"));
    Files.createSymbolicLink(part, elsewhere.resolve("part"));

    Invocation run = Invocation.run("run", original.resolve("small.yaml"), "--out", out);

    assertThat(run.output()).contains("120 of 120 runs were there already");
  }

  @Test
  void cleanRemovesNothingThroughALink() throws IOException {
    Path cell = put("CELL", "link to d");

    Invocation.run("clean", out, "--yes");

    assertThat(Files.isSymbolicLink(cell)).isTrue();
    assertThat(elsewhere.resolve("d/x.parquet")).hasContent("kept");
  }

  /** Puts something in the place of a file or folder, and returns the place. */
  private Path put(String name, String other) throws IOException {
    Path cell = SmallResults.cell(out);
    Path place = name.startsWith("CELL") ? Path.of(cell + name.substring(4)) : out.resolve(name);
    remove(place);
    if (other.startsWith("link to ")) {
      String target = other.substring("link to ".length());
      boolean isBeside = target.startsWith("/") || target.startsWith("0-");
      Files.createSymbolicLink(place, isBeside ? Path.of(target) : elsewhere.resolve(target));
    } else if (other.equals("folder")) {
      Files.createDirectories(place.resolve("inner"));
    } else {
      Files.writeString(place, "x");
    }
    return place;
  }

  private static void remove(Path place) throws IOException {
    if (Files.exists(place)) {
      try (Stream<Path> inside = Files.walk(place)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
