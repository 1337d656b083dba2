package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.runner.FolderCopy;

/** What a later version of the program wrote is neither read nor replaced by any command. */
@ResourceLock(StoredResults.PACE)
class LaterResultsTest {
  @TempDir private static Path original = Path.of("");

  @TempDir private Path folder = Path.of("");
  private Path out = Path.of("");

  /** A file that says a later schema. */
  private enum Place {
    SUMMARY("summary.json", "\"schema\" : 1", "\"schema\" : 2"),
    PARTIAL_SUMMARY("summary.partial.json", "\"schema\" : 1", "\"schema\" : 2"),
    CERTIFICATE("certificate.json", "\"schema\" : 1", "\"schema\" : 2"),
    STUDY("study.yaml", "schema: 1", "schema: 2"),
    UNFINISHED_STUDY(".parts/study.yaml", "schema: 1", "schema: 2"),
    LEDGER("ledger.jsonl", "", "");

    private final String name;
    private final String known;
    private final String later;

    Place(String name, String known, String later) {
      this.name = name;
      this.known = known;
      this.later = later;
    }

    /** Returns what is named. */
    String change(Path results) throws IOException {
      if (this == LEDGER) {
        StoredLedger.changeSchema(SmallResults.cell(results), 2);
        return SmallResults.cell(results).resolve(name) + ":1";
      }
      Path file = results.resolve(name);
      if (this == PARTIAL_SUMMARY) {
        Files.copy(results.resolve("summary.json"), file);
      }
      String text = Files.readString(file);
      assertThat(text).contains(known);
      Files.writeString(file, text.replace(known, later));
      return file.toString();
    }
  }

  @BeforeAll
  static void run() throws IOException {
    SmallResults.write(original);
  }

  @BeforeEach
  void copy() throws IOException {
    out = folder.resolve("out");
    FolderCopy.copy(original.resolve("out"), out);
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedWhereverItShows(Place place) throws IOException {
    String named = place.change(out);

    assertRefused(named, "status OUT");
    assertRefused(named, "export OUT --latex");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run STUDY --out OUT",
        "resume OUT",
        "collect OUT",
        "status OUT",
        "clean OUT --yes",
        "merge OUT FIRST --out NEW",
        "merge FIRST OUT --out NEW",
        "merge FIRST FIRST --out OUT",
        "report OUT",
        "export OUT --latex",
        "query OUT select",
        "verify OUT",
        "compare FIRST OUT",
        "certify STUDY --out OUT",
      })
  void isRefusedByEveryCommand(String command) throws IOException {
    assertRefused(Place.SUMMARY.change(out), command);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  private void assertRefused(String named, String command) throws IOException {
    SortedMap<String, String> before = FolderContents.of(out);

    Invocation refused =
        Invocation.run(
            Arrays.stream(command.split(" "))
                .map(
                    word ->
                        switch (word) {
                          case "OUT" -> out;
                          case "FIRST" -> original.resolve("out");
                          case "NEW" -> folder.resolve("new");
                          case "STUDY" -> original.resolve("small.yaml");
                          default -> word;
                        })
                .toArray());

    assertThat(refused)
        .isEqualTo(
            new Invocation(
                2,
                "",
                """
                %s: schema is 2: this version of the program reads schema 1.
                Maybe use the version that wrote it, or another folder.
                """
                    .formatted(named)));
    assertThat(FolderContents.of(out)).isEqualTo(before);
  }
}
