package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.runner.FolderCopy;

@ResourceLock(StoredResults.PACE)
class QueryCommandTest {
  @TempDir private static Path folder = Path.of("");
  private static Path out = Path.of("");

  @BeforeAll
  static void run() throws IOException {
    out = folder.resolve("out");
    assertThat(StoredResults.run(StoredResults.write(folder), out).exitCode()).isZero();
  }

  private static Invocation query(String sql, String... more) {
    return Invocation.run(
        Stream.concat(Stream.of("query", out.toString(), sql), Stream.of(more)).toArray());
  }

  /** What the rows say is what the summary says. */
  @Test
  void rowsAndSummaryAgree() throws IOException {
    Invocation rows =
        query(
            "select cell, \"limit\" as point, count(*) as runs from runs where \"limit\" is not"
                + " null group by all order by all",
            "--format",
            "json");
    Invocation limits =
        query("select cell, point, runs from limits order by all", "--format", "json");
    JsonNode list = new ObjectMapper().readTree(rows.output());

    assertThat(rows.errors()).isEmpty();
    assertThat(list.findValuesAsText("runs").stream().mapToLong(Long::parseLong).sum())
        .isEqualTo(2000);
    assertThat(list).isEqualTo(new ObjectMapper().readTree(limits.output()));
    assertThat(query("select count(*) as n from runs where end_1 is null or start_2 is null"))
        .isEqualTo(new Invocation(0, "n\n0\n", ""));
  }

  @Test
  void runsKnowTheirOptimizer() throws IOException {
    String mean = "avg(steps) as steps, count(*) as n";
    Invocation direct =
        query("select optimizer, " + mean + " from runs group by 1 order by 1", "--format", "csv");
    Invocation joined =
        query(
            "select c.optimizer, %s from runs r join cells c using (cell) group by 1 order by 1"
                .formatted(mean),
            "--format",
            "csv");

    assertThat(direct.errors()).isEmpty();
    assertThat(direct).isEqualTo(joined);
    assertThat(direct.output().lines()).hasSizeGreaterThan(2);
    assertThat(query("select count(*) as n from runs where objective is null or start is null"))
        .isEqualTo(new Invocation(0, "n\n0\n", ""));
  }

  @Test
  void theOtherTablesAreThere() {
    assertThat(query("select kind, count(*) as n from points group by 1 order by 1").output())
        .isEqualTo(
            """
            kind           n
            local-maximum  1
            local-minimum  4
            strict-saddle  4
            """);
    assertThat(query("select sum(runs) as runs from cells").output()).isEqualTo("runs\n2000\n");
    assertThat(query("select distinct verdict from findings").exitCode()).isZero();
  }

  @Test
  void trajectoriesGoFromTheStartToTheEndOfTheirRun() throws IOException {
    Path kept = folder.resolve("kept");
    StoredResults.run(
        StoredResults.write(folder), kept, "--set", "output.trajectories={count: 3, every: 10}");

    assertThat(
            Invocation.run(
                "query",
                kept,
                """
                select count(*) as runs from runs
                  join trajectories a on a.cell = runs.cell and a.run = runs.run and a.step = 0
                  join trajectories b
                    on b.cell = runs.cell and b.run = runs.run and b.step = runs.steps
                  where a.x_1 = start_1 and a.x_2 = start_2 and b.x_1 = end_1 and b.x_2 = end_2
                """))
        .isEqualTo(new Invocation(0, "runs\n   6\n", ""));
  }

  @Test
  void listsAreListsInJson() {
    assertThat(
            query(
                    "select x, [1.5, null] as own, eigenvalues[0] as low from points where kind ="
                        + " 'local-maximum'",
                    "--format",
                    "json")
                .output())
        .matches(
            "(?s)\\[ \\{\\s+\"x\" : \\[-0\\.27[0-9]*,-0\\.92[0-9]*],\\s+"
                + "\"own\" : \\[ 1\\.5, null ],\\s+\"low\" : -[0-9.]+\\s+} ]\\s+");
    assertThat(query("select x from points where kind = 'local-maximum'").output())
        .matches("x\n\\[-0\\.27[0-9]*,-0\\.92[0-9]*]\n");
    assertThat(query("select x from points", "--format", "parquet", "--out", folder + "/x.parquet"))
        .isEqualTo(new Invocation(0, "", ""));
  }

  @Test
  void aQuestionThatCannotBeAnsweredIsSaidInItsOwnWords() {
    String tables = "cells, findings, limits, points, runs.\n";

    assertThat(query("show tables").output())
        .isEqualTo("name\ncells\nfindings\nlimits\npoints\nruns\n");
    assertThat(query("select * from enum").errors())
        .isEqualTo("there is no table enum.\nMaybe ask one of " + tables);
    assertThat(query("").errors())
        .isEqualTo("the query is empty.\nMaybe ask with a SELECT from one of " + tables);
    assertThat(query("select step from runs").errors())
        .startsWith("Referenced column \"step\" not found in FROM clause!\nCandidate bindings: ");
    assertThat(query("select 'a'::int").errors())
        .startsWith("Could not convert string 'a' to INT32");
  }

  @Test
  void noTextOfACsvIsAFormula() {
    assertThat(
            query(
                "select '=1+1' as a, '+1' as b, '-x' as c, '@x' as d, -3.5::double as e, null as f,"
                    + " 'a,\"b' as \"=g\"",
                "--format",
                "csv"))
        .isEqualTo(new Invocation(0, "a,b,c,d,e,f,'=g\n'=1+1,'+1,'-x,'@x,-3.5,,\"a,\"\"b\"\n", ""));
  }

  @Test
  void anAnswerCanBeParquet() throws IOException {
    Path file = folder.resolve("answer.parquet");

    assertThat(query("select * from runs", "--format", "parquet", "--out", file.toString()))
        .isEqualTo(new Invocation(0, "", ""));

    assertThat(Files.size(file)).isGreaterThan(2000 * 8 * 7);
    assertThat(query("select 1", "--format", "parquet"))
        .isEqualTo(new Invocation(2, "", "Parquet is not for reading: name a file with --out\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy (select 1) to 'OUT/stolen.csv'",
        "copy runs to 'OUT/runs/stolen.parquet'",
        "create table x as select 1",
        "insert into cells select * from cells",
        "drop view runs",
        "attach 'OUT/x.db'",
        "install httpfs",
        "set enable_external_access = true",
        "pragma database_list",
        "select 1; select 2",
        "select 1; copy (select 1) to 'OUT/stolen.csv'",
        "select * from read_csv('OUT/study.yaml')",
        "select * from read_text('OUT/study.yaml')",
        "select * from 'OUT/study.yaml'",
        "select * from glob('/etc/*')",
        "selekt 1",
        "select * from nothing",
        "",
      })
  void onlyTheResultsAreReadAndNothingIsWritten(String sql) throws IOException {
    List<Path> before = files();

    Invocation refused = query(sql.replace("OUT", out.toString()));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output()).isEmpty();
    assertThat(refused.errors()).isNotBlank().doesNotContain("\tat ");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aFolderWithoutResultsIsSaid() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(Invocation.run("query", empty, "select 1").errors())
        .startsWith(empty.resolve("summary.json") + ": no such file");
    Path damaged = folder.resolve("damaged");
    FolderCopy.copy(out, damaged);
    try (Stream<Path> files = Files.list(damaged.resolve("runs"))) {
      Files.writeString(files.findFirst().orElseThrow(), "PAR1");
    }
    assertThat(Invocation.run("query", damaged, "select 1").errors())
        .startsWith(damaged.resolve("runs") + "/himmelblau_")
        .contains(".parquet: it has 4 bytes of ");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }
}
