package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.separatrix.runner.FolderCopy;

/** Results of starts from a file have what they came from, and say when it was changed. */
@ResourceLock(StoredResults.PACE)
class StartsFromFileTest {
  private static final int POINTS = 200;
  private static final String STUDY =
      StoredResults.STUDY.replace("{type: uniform-box}", "{type: points, file: 'my starts.csv'}");

  @TempDir private Path folder = Path.of("");
  private Path csv = Path.of("");
  private Path study = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void run() throws IOException {
    csv = writePoints(folder.resolve("my starts.csv"), 1);
    study = Files.writeString(folder.resolve("stored.yaml"), STUDY);
    out = folder.resolve("out");
    assertThat(StoredResults.run(study, out)).isEqualTo(new Invocation(0, "", ""));
  }

  private static Path writePoints(Path file, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < POINTS; i++) {
      text.append(random.nextDouble(-4, 4)).append(',').append(random.nextDouble(-4, 4));
      text.append('\n');
    }
    return Files.writeString(file, text);
  }

  private Path copy() throws IOException {
    try (Stream<Path> copies = Files.list(out.resolve("inputs"))) {
      return copies.toList().get(0);
    }
  }

  /** As on another machine: the study and its file are gone, and the results are elsewhere. */
  private Path moved() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(out, elsewhere);
    Files.delete(csv);
    Files.delete(study);
    return elsewhere;
  }

  /** As a kill leaves it. */
  private static void kill(Path results) throws IOException {
    for (String file : new String[] {"summary.json", "study.yaml", "certificate.json"}) {
      Files.delete(results.resolve(file));
    }
    StoredLedger.keep(StoredLedger.cell(results, "gradient-descent"), 2);
  }

  @Test
  void resultsNameACopyByItsContent() throws IOException {
    assertThat(copy().getFileName().toString()).matches("my_starts-sha256-[0-9a-f]{16}\\.csv");
    assertThat(copy()).hasSameBinaryContentAs(csv);
    for (String file : new String[] {"study.yaml", ".parts/study.yaml", "summary.json"}) {
      assertThat(out.resolve(file))
          .content()
          .contains("inputs/" + copy().getFileName())
          .doesNotContain(folder.toString());
    }
  }

  @Test
  void movedResultsAreVerifiedAndRunAgainToTheSame() throws IOException {
    var expected = StoredResults.contents(out);
    Path elsewhere = moved();
    Path again = folder.resolve("again");

    assertThat(Invocation.run("verify", elsewhere).exitCode()).isZero();
    assertThat(Invocation.run("run", elsewhere.resolve("study.yaml"), "--out", again, "--quiet"))
        .isEqualTo(new Invocation(0, "", ""));
    assertThat(StoredResults.contents(again)).isEqualTo(expected);
  }

  @Test
  void movedResultsGoOnFromWhatIsThere() throws IOException {
    var expected = StoredResults.contents(out);
    kill(out);
    Path elsewhere = moved();

    Invocation resumed = Invocation.run("resume", elsewhere);

    assertThat(resumed.errors()).doesNotContain("warning");
    assertThat(resumed.output()).contains("328 of 400 runs were there already\n");
    assertThat(StoredResults.contents(elsewhere)).isEqualTo(expected);
    assertThat(Invocation.run("run", elsewhere.resolve("study.yaml"), "--out", elsewhere).output())
        .contains("400 of 400 runs were there already\n");
    assertThat(StoredResults.contents(elsewhere)).isEqualTo(expected);
  }

  @Test
  void mergedFoldersTakeTheCopyAlong() throws IOException {
    var expected = StoredResults.contents(out);
    Path other = folder.resolve("other");
    FolderCopy.copy(out, other);
    kill(out);
    Path elsewhere = moved();
    Path merged = folder.resolve("merged");

    assertThat(Invocation.run("merge", elsewhere, other, "--out", merged).exitCode()).isZero();
    assertThat(Invocation.run("resume", merged).output())
        .contains("400 of 400 runs were there already\n");
    assertThat(StoredResults.contents(merged)).isEqualTo(expected);
  }

  /** Whichever folder has the copy as it was. */
  @Test
  void mergedFoldersLeaveAnEditedCopyBehind() throws IOException {
    Path other = folder.resolve("other");
    assertThat(StoredResults.run(study, other).exitCode()).isZero();
    Files.writeString(copy(), "0,0\n", StandardOpenOption.APPEND);
    Path merged = folder.resolve("merged");

    assertThat(Invocation.run("merge", out, other, "--out", merged).exitCode()).isZero();
    assertThat(merged.resolve("inputs").resolve(copy().getFileName())).hasSameBinaryContentAs(csv);
  }

  @Test
  void anEditedCopyIsRefused() throws IOException {
    writePoints(copy(), 2);
    String message =
        ("inputs/%s was changed after it had been copied: its name has the checksum of what it was.%n"
                + "Maybe put that back, or run the study that named the original again.%n")
            .formatted(copy().getFileName());

    for (String command : new String[] {"resume", "verify", "collect"}) {
      Invocation refused = Invocation.run(command, out);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.output()).isEmpty();
      assertThat(refused.errors()).matches("\\S+study\\.yaml:\\d+:\\d+: \\Q" + message + "\\E");
    }
  }

  @Test
  void anEditedFileIsAnotherStudy() throws IOException {
    Path before = copy();
    writePoints(csv, 2);

    Invocation again = Invocation.run("run", study, "--out", out);

    assertThat(again.exitCode()).isZero();
    assertThat(again.output()).doesNotContain("already");
    assertThat(before).doesNotExist();
    assertThat(copy()).hasSameBinaryContentAs(csv);
    assertThat(Invocation.run("verify", out).exitCode()).isZero();
  }

  @Test
  void aStudyThatNamesNoFileLeavesNoCopies() throws IOException {
    Files.writeString(study, StoredResults.STUDY);

    assertThat(StoredResults.run(study, out).exitCode()).isZero();

    assertThat(out.resolve("inputs")).doesNotExist();
  }
}
