package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A folder of a study that was interrupted. */
@ResourceLock(StoredResults.PACE)
class UnfinishedResultsTest {
  @TempDir private Path folder = Path.of("");

  private Path unfinished() throws IOException {
    Path results = folder.resolve("out");
    StoredResults.run(StoredResults.write(folder), results);
    for (String file : new String[] {"summary.json", "study.yaml", "certificate.json"}) {
      Files.delete(results.resolve(file));
    }
    StoredLedger.keep(StoredLedger.cell(results, "heavy-ball"), 0);
    return results;
  }

  /** Commands that need results name the way to them. */
  @Test
  void whatIsNotFinishedIsSaidToBe() throws IOException {
    Path results = unfinished();
    String either =
        ("%s has no summary.json, as its study is not finished.%nMaybe go on with separatrix resume"
                + " %s, or summarize what is there with separatrix collect %s.%n")
            .formatted(results, results, results);
    String whole =
        "%s has no summary.json, as its study is not finished, and %%s needs one that is.%nMaybe"
                .formatted(results)
            + " finish it with separatrix resume %s.%n".formatted(results);

    for (String[] command :
        new String[][] {
          {"verify", whole.formatted("verify")},
          {"export", whole.formatted("export"), "--latex"},
          {"compare", whole.formatted("compare")},
          {"query", either, "select 1"},
          {"report", either},
        }) {
      Object[] words =
          Stream.concat(Stream.of(command[0], results), Arrays.stream(command).skip(2)).toArray();
      assertThat(Invocation.run(words)).isEqualTo(new Invocation(2, "", command[1]));
    }

    Invocation.run("collect", results);
    assertThat(Invocation.run("verify", results).errors()).isEqualTo(whole.formatted("verify"));
    assertThat(Invocation.run("report", results))
        .isEqualTo(new Invocation(0, "report in " + results.resolve("report.html") + "\n", ""));
    assertThat(Invocation.run("query", results, "select count(*) as n from cells").output())
        .isEqualTo("n\n1\n");
    assertThat(Invocation.run("query", results, "select * from runs"))
        .isEqualTo(
            new Invocation(
                2,
                "",
                "there is no table runs, as the study is not finished.\nMaybe ask one of cells,"
                    + " findings, limits, points, or go on with separatrix resume.\n"));
  }
}
