package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.runner.FolderCopy;

/**
 * Disks that are full or can only be read. Permissions of folders would not do: they do not hold
 * for root, as whom tests may run.
 */
@ResourceLock(StoredResults.PACE)
class UnwritableResultsTest {
  @TempDir private static Path original = Path.of("");
  private static SortedMap<String, String> expected = new TreeMap<>();

  @TempDir private Path folder = Path.of("");
  private Path disk = Path.of("");

  @BeforeAll
  static void run() throws IOException {
    expected = StoredResults.contents(SmallResults.write(original));
  }

  @BeforeEach
  void makeDisk() throws IOException {
    disk = Files.createDirectory(folder.resolve("disk"));
  }

  /** OUT are results on the disk, HERE others; what is said stands behind. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run STUDY --out OUT | cannot write results to OUT: RO%nRESUME",
        "run STUDY --out DISK/new | cannot write results to DISK/new: RO%nCHOOSE",
        "resume OUT | cannot write results to OUT: RO%nRESUME",
        "collect OUT | cannot write results to OUT: RO%nRESUME",
        "report OUT | cannot write OUT/report.html: RO%nPLACE",
        "export OUT --latex | cannot write OUT/latex: RO%nPLACE",
        "merge HERE OUT --out DISK/new | cannot write results to DISK/new: RO%nCHOOSE",
        "clean OUT --yes | OUT cannot be used: OUT/.parts/.lock: RO",
        "certify STUDY --out OUT | cannot write results to OUT: RO%nCHOOSE",
        "compare OUT --out DISK/new | cannot write results to DISK/new: RO%nCHOOSE",
        "query OUT select(1) --out OUT/a.csv --format csv | OUT/a.csv cannot be used: RO",
        "run STUDY --dump-kernels OUT/k --out HERE/k | cannot write to OUT/k: RO",
        "init OUT/new.yaml | cannot write OUT/new.yaml: RO",
        "schema --out OUT/schema.json | cannot write OUT/schema.json: RO",
      })
  void aDiskThatCanOnlyBeReadIsSaid(String command, String message) throws IOException {
    try (Disk mounted = Disk.mount(disk, "20m")) {
      FolderCopy.copy(original.resolve("out"), disk.resolve("out"));
      mounted.remount("ro");
      SortedMap<String, String> before = FolderContents.of(disk);

      Invocation refused = invoke(command);

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.output()).isEmpty();
      assertThat(refused.errors()).isEqualTo(resolved(message) + "\n");
      assertThat(FolderContents.of(disk)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status OUT",
        "clean OUT",
        "verify OUT",
        "query OUT select(1)",
        "report OUT --out HERE/page.html",
        "export OUT --latex --out HERE/latex",
        "compare HERE OUT",
        "merge OUT HERE --out HERE/merged",
      })
  void whatOnlyReadsWorksThere(String command) throws IOException {
    try (Disk mounted = Disk.mount(disk, "20m")) {
      FolderCopy.copy(original.resolve("out"), disk.resolve("out"));
      mounted.remount("ro");

      Invocation done = invoke(command);

      assertThat(done.errors()).isEmpty();
      assertThat(done.exitCode()).isZero();
    }
  }

  private Invocation invoke(String command) {
    return Invocation.run(
        Arrays.stream(command.split(" ")).map(this::resolved).map(this::spaced).toArray());
  }

  private String spaced(String word) {
    return word.replace("select(1)", "select 1");
  }

  private String resolved(String text) {
    return text.replace("PLACE", "Maybe choose another place with --out.")
        .replace("CHOOSE", "Maybe choose another folder with --out.")
        .replace(
            "RESUME",
            "Maybe put that right and go on with separatrix resume OUT: what is done is kept.")
        .replace("RO", "Read-only file system")
        .replace("OUT", disk.resolve("out").toString())
        .replace("DISK", disk.toString())
        .replace("HERE", original.resolve("out").toString())
        .replace("STUDY", original.resolve("small.yaml").toString())
        .replace("%n", System.lineSeparator());
  }

  @Test
  void aStudyToBeginWithIsWrittenWholeOrNotAtAll() throws IOException {
    try (Disk mounted = Disk.mount(disk, "4k")) {
      Path study = disk.resolve("my.yaml");
      Files.write(disk.resolve("filler"), new byte[4096]);

      assertThat(Invocation.run("init", study).errors())
          .isEqualTo("cannot write %s: No space left on device\n".formatted(study));
      try (Stream<Path> files = Files.list(disk)) {
        assertThat(files).containsExactly(disk.resolve("filler"));
      }

      mounted.remount("size=100k");
      assertThat(Invocation.run("init", study).exitCode()).isZero();
    }
  }

  /** The size decides what is being written when the disk is full. */
  @ParameterizedTest
  @CsvSource({"12k, parts", "60k, figures", "1400k, report"})
  void aFullDiskIsSaidAndNothingFinishedIsLost(String size, String written) throws IOException {
    try (Disk mounted = Disk.mount(disk, size)) {
      Path out = disk.resolve("out");

      Invocation full =
          StoredResults.withShortParts(
              () -> Invocation.run("run", original.resolve("small.yaml"), "--out", out));

      assertThat(full.exitCode()).as(written).isEqualTo(2);
      assertThat(full.errors().lines().filter(line -> !line.startsWith("separatrix: ")))
          .startsWith("cannot write results to %s: No space left on device".formatted(out));
      assertThat(full.output())
          .matches(written.equals("parts") ? "" : "(?s)small  .*himmelblau/fast/uniform-box.*");
      assertThat(Files.exists(out.resolve("figures"))).isEqualTo(!written.equals("parts"));
      assertThat(Files.exists(out.resolve("summary.json"))).isEqualTo(written.equals("report"));
      assertThat(Files.exists(out.resolve("report.html"))).isFalse();
      try (Stream<Path> files = Files.walk(out)) {
        assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
      }
      mounted.remount("size=20m");
      Invocation again = Invocation.run("run", original.resolve("small.yaml"), "--out", out);
      assertThat(again.exitCode()).isZero();
      assertThat(again.output())
          .contains(written.equals("parts") ? "runs" : "120 of 120 runs were there already");
      assertThat(StoredResults.contents(out)).isEqualTo(expected);
    }
  }
}
