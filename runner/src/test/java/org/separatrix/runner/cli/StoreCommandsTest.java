package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.separatrix.runner.FolderCopy;
import org.separatrix.runner.ledger.FolderLock;

/** Commands about what is finished of a study. */
@ResourceLock(StoredResults.PACE)
class StoreCommandsTest {
  @TempDir private static Path original = Path.of("");
  private static Path study = Path.of("");
  private static SortedMap<String, String> expected = new TreeMap<>();

  @TempDir private Path folder = Path.of("");
  private Path out = Path.of("");

  @BeforeAll
  static void run() throws IOException {
    study = StoredResults.write(original);
    assertThat(StoredResults.run(study, original.resolve("out")).exitCode()).isZero();
    expected = StoredResults.contents(original.resolve("out"));
  }

  @BeforeEach
  void copy() throws IOException {
    out = folder.resolve("out");
    FolderCopy.copy(original.resolve("out"), out);
  }

  /** As a kill leaves it: some parts of the first cell, none of the second, no results. */
  private Path unfinished(String name, int partsOfFirst) throws IOException {
    Path results = folder.resolve(name);
    FolderCopy.copy(original.resolve("out"), results);
    for (String file : new String[] {"summary.json", "study.yaml", "certificate.json"}) {
      Files.delete(results.resolve(file));
    }
    StoredLedger.keep(first(results), partsOfFirst);
    StoredLedger.keep(second(results), 0);
    return results;
  }

  private static Path first(Path results) throws IOException {
    return StoredLedger.cell(results, "gradient-descent");
  }

  private static Path second(Path results) throws IOException {
    return StoredLedger.cell(results, "heavy-ball");
  }

  @Test
  void resumeDoesWhatIsMissing() throws IOException {
    Path results = unfinished("killed", 5);

    Invocation resumed = StoredResults.withShortParts(() -> Invocation.run("resume", results));

    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.output()).contains("320 of 2,000 runs were there already\n");
    assertThat(StoredResults.contents(results)).isEqualTo(expected);
  }

  @Test
  void moreRunsGoOnFromThoseThatAreThere() throws IOException {
    Invocation more =
        Invocation.run("run", study, "--out", out, "--set", "runs=1500", "--set", "seed=42");
    Path fresh = folder.resolve("fresh");
    StoredResults.run(study, fresh, "--set", "runs=1500");

    // Not the last 40 of 1000 runs, whose chunk was not whole.
    assertThat(more.output()).contains("1,920 of 3,000 runs were there already\n");
    assertThat(StoredResults.contents(out)).isEqualTo(StoredResults.contents(fresh));
  }

  @Test
  void anotherStudyReusesTheCellsThatAreTheSame() {
    Invocation other =
        Invocation.run("run", study, "--out", out, "--set", "optimizers[1].momentum=0.6");

    assertThat(other.output()).contains("1,000 of 2,000 runs were there already\n");
    assertThat(Invocation.run("run", study, "--out", out, "--seed", "7").output())
        .doesNotContain("already");
  }

  @Test
  void collectSummarizesWhatIsThere() throws IOException {
    Path results = unfinished("killed", 5);

    Invocation collected = Invocation.run("collect", results);

    assertThat(collected.exitCode()).isZero();
    assertThat(collected.output()).contains("partial: 320 of 2,000 runs; summary in ");
    assertThat(results.resolve("summary.partial.json"))
        .content()
        .contains("\"partial\" : {\n    \"runs\" : 320,\n    \"of\" : 2000\n  }");
    assertThat(results.resolve("summary.json")).doesNotExist();
    assertThat(Invocation.run("collect", unfinished("none", 0)).exitCode()).isEqualTo(2);
  }

  @Test
  void statusSaysHowFarItIs() throws IOException {
    Path results = unfinished("killed", 5);

    assertThat(Invocation.run("status", results).output())
        .contains("partial   320 of 1,000 runs in 5 parts, with rows  himmelblau/gradient-descent")
        .contains("\nmissing   0 of 1,000 runs  himmelblau/heavy-ball")
        .endsWith(
            "0 of 2 cells done, 320 of 2,000 runs, in 5 parts%nnot in use%nMaybe go on with separatrix resume %s%n"
                .formatted(results));
    assertThat(Invocation.run("status", out).output())
        .contains("done      1,000 of 1,000 runs in 16 parts, with rows  himmelblau/heavy-ball")
        .endsWith("2 of 2 cells done, 2,000 of 2,000 runs, in 32 parts\nnot in use\n");
    assertThat(Invocation.run("status", folder))
        .isEqualTo(
            new Invocation(
                2,
                "",
                "%s has no study.%nMaybe name a folder that separatrix run wrote.%n"
                    .formatted(folder)));
  }

  @Test
  void statusKeepsTheOrderOfTheStudyAndNamesWhatIsNotOfIt() throws IOException {
    Path parts = out.resolve(".parts");
    Path unfinished = parts.resolve("study.yaml");
    Files.writeString(
        unfinished,
        StoredResults.STUDY.replace("{type: gradient-descent, step: 0.005}", "nesterov"));
    assertThat(Invocation.run("status", out).output())
        .containsSubsequence(
            "how much is missing cannot be said: " + unfinished + ":", "step", "not in use\n");

    Files.writeString(
        unfinished,
        StoredResults.STUDY.replace("type: gradient-descent", "momentum: 0.5, type: nesterov"));
    assertThat(Invocation.run("status", out).output())
        .containsSubsequence(
            "missing   0 of 1,000 runs  himmelblau/nesterov",
            "done      1,000 of 1,000 runs in 16 parts, with rows  himmelblau/heavy-ball",
            "runs in 16 parts, with rows  himmelblau/gradient-descent",
            " (not of this study)\n",
            "1 of 2 cells done, 1,000 of 2,000 runs, in 32 parts\n");
  }

  @Test
  void partsWithoutTheirLedgerAreSaid() throws IOException {
    Path ledger = first(out).resolve("ledger.jsonl");
    Files.delete(ledger);

    assertThat(Invocation.run("status", out).errors())
        .isEqualTo(
            "separatrix: warning: %s: no such file, but 16 parts of the runs 0 to 999 beside it; not used\n"
                .formatted(ledger));
    assertThat(Invocation.run("resume", out, "--quiet").errors())
        .startsWith("separatrix: warning: " + ledger + ": no such file");
  }

  @Test
  void mergeUnitesParts() throws IOException {
    Path one = unfinished("one", 5);
    Path other = folder.resolve("other");
    FolderCopy.copy(original.resolve("out"), other);
    StoredLedger.keep(first(other), 3);
    Path merged = folder.resolve("merged");

    Invocation merge = Invocation.run("merge", one, other, "--out", merged);

    assertThat(merge)
        .isEqualTo(
            new Invocation(
                0,
                "21 parts in %s%nGo on with separatrix resume %s%n".formatted(merged, merged),
                ""));
    Invocation resumed = StoredResults.withShortParts(() -> Invocation.run("resume", merged));
    assertThat(resumed.output()).contains("1,320 of 2,000 runs were there already\n");
    assertThat(StoredResults.contents(merged)).isEqualTo(expected);
  }

  @Test
  void mergeRefusesFoldersThatDoNotBelongTogether() throws IOException {
    Path merged = folder.resolve("merged");
    Path seed = folder.resolve("seed");
    Path method = folder.resolve("method");
    StoredResults.run(study, seed, "--seed", "7", "--set", "runs=10");
    Files.writeString(
        folder.resolve("other.yaml"), StoredResults.STUDY.replace("step: 0.005", "step: 0.004"));
    StoredResults.run(folder.resolve("other.yaml"), method, "--set", "runs=10");

    assertThat(Invocation.run("merge", out, seed, "--out", merged).errors())
        .isEqualTo(
            "%s has another study than %s: 'seed' is 7, not 42.%nMaybe merge folders of one study.%n"
                .formatted(seed, out));
    Path stop = folder.resolve("stop");
    StoredResults.run(study, stop, "--set", "stop.max-steps=7", "--set", "runs=10");
    assertThat(Invocation.run("merge", out, stop, "--out", merged).errors())
        .startsWith(
            "%s has another study than %s: 'stop.max-steps' is 7, not 5000.%n"
                .formatted(stop, out));
    assertThat(Invocation.run("merge", out, method, "--out", merged).errors())
        .startsWith(
            "%s has another study than %s: they have none of the 'optimizers' in common."
                .formatted(method, out));
    assertThat(Invocation.run("merge", out, out + "/.", "--out", merged).errors())
        .isEqualTo(out + "/.: given twice: name each folder once\n");
    Path copy = folder.resolve("copy");
    FolderCopy.copy(out, copy);
    assertThat(Invocation.run("merge", out, copy, "--out", copy).errors())
        .isEqualTo(
            "--out is %s, which is one of the folders to be united.%nMaybe name a new folder.%n"
                .formatted(copy));
    assertThat(merged).doesNotExist();
    assertThat(Invocation.run("merge", out, copy, "--out", merged).exitCode()).isZero();
    assertThat(Invocation.run("merge", seed, copy, "--out", merged).exitCode()).isEqualTo(2);
  }

  @Test
  void mergeRefusesWhatContradicts() throws IOException {
    Path other = folder.resolve("other");
    FolderCopy.copy(original.resolve("out"), other);
    Path changed = first(other).resolve("64-128.json");
    Files.writeString(
        changed,
        Files.readString(changed).replaceFirst("\"value\":([0-9])[0-9]*}]}$", "\"value\":$1}]}"));
    StoredLedger.relist(first(other), "64-128");

    Invocation merge = Invocation.run("merge", out, other, "--out", folder.resolve("merged"));

    assertThat(merge.exitCode()).isEqualTo(2);
    assertThat(merge.errors())
        .startsWith(
            first(out).resolve("64-128.json")
                + " and "
                + changed
                + " differ in the runs from 64 on of himmelblau/gradient-descent");
    assertThat(folder.resolve("merged")).doesNotExist();
  }

  @Test
  void cleanRemovesPartsOnlyIfToldTo() throws IOException {
    assertThat(Invocation.run("clean", out).output())
        .startsWith("would remove 66 files of ")
        .endsWith("; nothing was removed, say --yes to do it\n");
    assertThat(StoredResults.cells(out)).hasSize(2);

    assertThat(Invocation.run("clean", out, "--yes").output()).startsWith("removed 66 files of ");

    assertThat(out.resolve(".parts")).doesNotExist();
    assertThat(StoredResults.contents(out)).isEqualTo(expected);
    assertThat(Invocation.run("status", out).output())
        .endsWith(
            "results are in %s; nothing to resume them from is kept\n"
                .formatted(out.resolve("summary.json")));
  }

  @Test
  void aFolderInUseIsNotTouched() throws IOException {
    FolderLock lock = FolderLock.take(out.resolve(".parts"));
    try {
      Invocation second = Invocation.run("run", study, "--out", out, "--quiet");

      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(second.errors())
          .startsWith(
              "%s is in use by process %d on "
                  .formatted(out.resolve(".parts"), ProcessHandle.current().pid()))
          .endsWith("Maybe wait for it, or choose another folder with --out.\n");
      assertThat(Invocation.run("status", out).output()).contains("\nin use by process ");
      assertThat(Invocation.run("clean", out, "--yes").exitCode()).isEqualTo(2);
    } finally {
      lock.close();
    }
    assertThat(Invocation.run("run", study, "--out", out, "--quiet").exitCode()).isZero();
  }
}
