package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A study that is killed again and again ends as one that never was. */
@Execution(ExecutionMode.CONCURRENT)
class KilledStudyIT {
  private static final int KILLS = 4;
  private static final String STUDY =
      """
      schema: 1
      name: killed
      objectives: [{type: himmelblau}]
      optimizers:
        - {type: gradient-descent, step: 0.001}
        - {type: heavy-ball, step: 0.001, momentum: 0.5}
      starts: [{type: uniform-box}]
      runs: 500000
      analyze: [critical-points]
      certify: {boxes: 0}
      output: {runs: {sample: 100000}, figures: []}
      """;

  @TempDir private Path temporary;

  @Test
  void endsAsOneThatWasNot() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("work"));
    Files.writeString(folder.resolve("killed.yaml"), STUDY);
    Program program = new Program(folder, "-Dseparatrix.part.seconds=0.05");
    Program.Result whole = program.run("run", "killed.yaml", "--out", "whole", "--quiet");
    assertThat(whole.exitCode()).isZero();

    Random random = new Random(20161);
    List<String> finished = new ArrayList<>();
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      Process process = program.start("run", "killed.yaml", "--out", "out", "--quiet");
      // Beyond what was finished before, since the kill would else come while that is read.
      awaitParts(process, folder.resolve("out"), finished.size() + 1 + random.nextInt(8));
      killed += process.isAlive() ? 1 : 0;
      process.destroyForcibly().waitFor();
      List<String> now = lines(folder.resolve("out"));
      // What was finished before a kill is not done again, nor lost.
      assertThat(now.subList(0, Math.min(finished.size(), now.size()))).isEqualTo(finished);
      finished = now;
    }
    Program.Result resumed = program.run("resume", "out", "--quiet");

    assertThat(killed).isGreaterThanOrEqualTo(2);
    assertThat(resumed.errors()).isEmpty();
    assertThat(resumed.exitCode()).isZero();
    List<String> all = lines(folder.resolve("out"));
    assertThat(all.subList(0, finished.size())).isEqualTo(finished);
    assertThat(new HashSet<>(all)).hasSameSizeAs(all);
    assertThat(results(folder.resolve("out"))).isEqualTo(results(folder.resolve("whole")));
  }

  private static void awaitParts(Process process, Path out, int parts) throws Exception {
    while (process.isAlive() && lines(out).size() < parts) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** The whole lines of the ledgers, in the order in which the cells were begun. */
  private static List<String> lines(Path out) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.isDirectory(out.resolve(".parts"))) {
      // Not walked: the program removes temporary files meanwhile.
      try (Stream<Path> cells = Files.list(out.resolve(".parts"))) {
        List<Path> files =
            cells.map(cell -> cell.resolve("ledger.jsonl")).filter(Files::isRegularFile).toList();
        for (String method : List.of("/gradient-descent", "/heavy-ball")) {
          for (Path file : files) {
            Files.readString(file)
                .lines()
                .filter(line -> line.endsWith("}}") && line.contains(method))
                .forEach(lines::add);
          }
        }
      }
    }
    return lines;
  }

  /** All that does not say when and how fast it ran. */
  private static Map<String, String> results(Path out) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(out.resolve("runs"))) {
      for (Path file : files.toList()) {
        assertThat(Files.size(file)).isGreaterThan(5_000_000);
        contents.put(
            file.getFileName().toString(),
            Integer.toHexString(Arrays.hashCode(Files.readAllBytes(file))));
      }
    }
    ObjectNode summary =
        (ObjectNode) new ObjectMapper().readTree(out.resolve("summary.json").toFile());
    summary.get("cells").forEach(cell -> ((ObjectNode) cell).remove("seconds"));
    contents.put("summary.json", summary.toString());
    assertThat(contents).hasSize(3);
    return contents;
  }
}
