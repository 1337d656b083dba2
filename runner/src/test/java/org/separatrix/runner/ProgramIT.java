package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The built program as a user meets it: exit codes, messages, files. */
@Execution(ExecutionMode.CONCURRENT)
class ProgramIT {
  private static final String EXAMPLE =
      Program.home().resolve("configs/lee-2016/example.yaml").toString();
  private static final String SMALL =
      """
      schema: 1
      name: small
      objectives: [{type: himmelblau}]
      optimizers:
        - {type: gradient-descent, step: 0.01}
        - {type: heavy-ball, step: 0.005, momentum: [0.5, 0.9]}
      starts: [{type: gaussian, sigma: 3}]
      runs: 5000
      stop: {max-steps: 2000}
      compare: {runs: 0}
      certify: {boxes: 0}
      output: {figures: [], report: false}
      """;
  private static final String SHORT_PARTS = "-Dseparatrix.part.seconds=0.1";
  private static final String COLLAPSE =
      Program.home().resolve("configs/controls/collapse.yaml").toString();

  /** The small study, run once for all that ask something of it. */
  @TempDir private static Path shared;

  private static Program.Result quiet = new Program.Result(-1, "", "");

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeAll
  static void runTheSmallStudy() throws IOException {
    Path work = folderIn(shared);
    quiet =
        new Program(work)
            .run(
                "run",
                "small.yaml",
                "--quiet",
                "--out",
                "first",
                "--threads",
                "2",
                "--set",
                "runs=4000");
  }

  @BeforeEach
  void makeFolder() throws IOException {
    folder = folderIn(temporary);
  }

  private static Path folderIn(Path temporary) throws IOException {
    Path work = Files.createDirectory(temporary.resolve("work"));
    Files.writeString(work.resolve("small.yaml"), SMALL);
    return work;
  }

  private static Path first() {
    return shared.resolve("work/first");
  }

  @Test
  void saysItsVersion() {
    Program.Result result = new Program(folder).run("--version");

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).isEqualTo("separatrix 0.1.0\n");
    assertThat(result.errors()).isEmpty();
  }

  @Test
  void explainsHowRunsWereMovedAndShowsTheGeneratedLoops() throws IOException {
    Program.Result result =
        new Program(folder)
            .run(
                "run",
                "small.yaml",
                "--set",
                "runs=500000",
                "--explain",
                "--dump-kernels",
                "loops");

    // On a slow machine it tells how far it has come.
    assertThat(result.errors().lines()).allMatch(line -> line.contains("runs/s"));
    assertThat(result.exitCode()).isZero();
    assertThat(result.output().lines())
        .filteredOn(line -> line.contains(" ns a step"))
        .hasSizeGreaterThanOrEqualTo(3 * 2)
        .allMatch(line -> line.startsWith("himmelblau/"));
    try (Stream<Path> loops = Files.list(folder.resolve("loops"))) {
      assertThat(loops.filter(file -> file.getFileName().toString().startsWith("Steps")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).content().contains("Math.fma(", "lanes; i++"));
    }
  }

  @Test
  void runsTheQuickstart() throws IOException {
    Program.Result result =
        new Program(folder).run("run", EXAMPLE, "--out", "out", "--set", "runs=20000");

    assertThat(result.errors()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).contains("saddle-avoidance", "consistent", "0 contradicted");
    assertThat(result.output().lines()).allMatch(line -> line.length() <= 100);
    JsonNode summary = new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
    assertThat(summary.at("/schema").asInt()).isEqualTo(1);
    assertThat(summary.at("/criticalPoints").findValuesAsText("kind"))
        .containsExactly("local-minimum", "strict-saddle", "local-minimum");
    for (JsonNode cell : summary.get("cells")) {
      long accounted = cell.get("unresolved").asLong();
      for (JsonNode limit : cell.get("limits")) {
        assertThat(limit.get("kind").asText()).isEqualTo("local-minimum");
        accounted += limit.get("runs").asLong();
      }
      assertThat(accounted).isEqualTo(20_000);
    }
  }

  @Test
  void theResolvedStudyRunsAgainToTheSameResult() throws IOException {
    Path study = first().resolve("study.yaml");

    Program.Result again = new Program(folder).run("run", study.toString(), "--out", "second");

    assertThat(again.exitCode()).isZero();
    assertThat(rows(folder.resolve("second"))).isEqualTo(rows(first()));
    assertThat(folder.resolve("second/study.yaml")).hasSameTextualContentAs(study);
  }

  @Test
  void oneAndTwoThreadsWriteTheSameBytes() throws IOException {
    Program program = new Program(folder);
    program.run("run", "small.yaml", "--out", "one", "--set", "runs=4000", "--threads", "1");

    byte[] one = rows(folder.resolve("one"));

    assertThat(one.length).isGreaterThan(100_000);
    assertThat(rows(first())).isEqualTo(one);
  }

  @Test
  void anotherSeedGivesOtherRuns() throws IOException {
    Program program = new Program(folder);
    program.run("run", "small.yaml", "--out", "b", "--set", "runs=4000", "--seed", "43");

    assertThat(rows(folder.resolve("b"))).isNotEqualTo(rows(first()));
  }

  /** The rows of the first method. */
  private static byte[] rows(Path results) throws IOException {
    return Files.readAllBytes(
        results.resolve("runs/himmelblau_gradient-descent-step=0.01_gaussian-sigma=3.parquet"));
  }

  @Test
  void aControlThatDoesNotComeOutFailsTheStudy() throws IOException {
    Program program = new Program(folder);

    assertThat(program.run("run", COLLAPSE, "--out", "with", "--set", "runs=5000").exitCode())
        .isZero();
    Program.Result without =
        program.run(
            "run",
            COLLAPSE,
            "--out",
            "without",
            "--set",
            "runs=5000",
            "--set",
            "optimizers[0].step=0.999");

    assertThat(without.exitCode()).isEqualTo(4);
    assertThat(without.output()).contains("FAILED", "0 of 1 controls passed");
    JsonNode summary = new ObjectMapper().readTree(folder.resolve("without/summary.json").toFile());
    assertThat(summary.at("/controls/0/passed").asBoolean(true)).isFalse();
  }

  @Test
  void aBrokenStudyLeavesNothingBehind() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), "schema: 1\nrunss: 3\n");

    Program.Result result = new Program(folder).run("run", "bad.yaml", "--out", "out");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.errors()).contains("bad.yaml:2:1: unknown key 'runss'");
    assertThat(result.errors()).doesNotContain("\tat ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void tooLittleMemoryIsSaidInOneMessage() {
    Program.Result result =
        new Program(folder, "-Xmx24m")
            .run("run", "small.yaml", "--set", "objectives[0]={type: rosenbrock, dimension: 9000}");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.errors())
        .matches(
            """
            separatrix: out of memory: the study needs more than Java's heap, which is limited to \
            2[0-9] MB\\.
            Maybe raise the limit \\(-Xmx; .* SEPARATRIX_JAVA_OPTIONS=-Xmx1g \
            ./separatrix run my.yaml, or choose a smaller dimension or fewer runs.
            """);
  }

  @Test
  void quietPrintsNothing() {
    assertThat(quiet.exitCode()).isZero();
    assertThat(quiet.output()).isEmpty();
    assertThat(quiet.errors()).isEmpty();
  }

  @Test
  void anInterruptKeepsTheOldResultsAndSaysWhatWasSaved() throws Exception {
    Program program = new Program(folder, SHORT_PARTS);
    FolderCopy.copy(first(), folder.resolve("out"));
    byte[] before = Files.readAllBytes(folder.resolve("out/summary.json"));

    Program.Result result = interrupted(program, "-INT", "out");

    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.errors()).contains("interrupted", "0 of 3 cells", "what is done is kept");
    assertThat(Files.readAllBytes(folder.resolve("out/summary.json"))).isEqualTo(before);
  }

  @Test
  void whatWasDoneBeforeAnInterruptIsGoneOnWith() throws Exception {
    Program program = new Program(folder, SHORT_PARTS);
    Program.Result result = interrupted(program, "-TERM", "deep/out");

    assertThat(result.errors())
        .contains("0 of 3 cells were finished, what is done is kept", "separatrix resume deep/out");
    Program.Result collected = program.run("collect", "deep/out");
    assertThat(collected.exitCode()).isZero();
    assertThat(collected.output()).contains("partial: ", " of 6,000,000,000 runs");
  }

  /** Begins an endless study, and sends a signal once a part of it is stored. */
  private Program.Result interrupted(Program program, String signal, String out) throws Exception {
    Path results = folder.resolve(out);
    int before = Ledgers.lines(results).size();
    Process process = program.start("run", "small.yaml", "--out", out, "--set", "runs=2000000000");
    try {
      Ledgers.await(process, results, before + 1);
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return program.result(process);
  }
}
