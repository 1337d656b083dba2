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
      output: {runs: {sample: 100000}, figures: [], report: false}
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
      int parts = finished.size() + 1 + random.nextInt(8);
      Ledgers.await(process, folder.resolve("out"), parts);
      killed += process.isAlive() ? 1 : 0;
      process.destroyForcibly().waitFor();
      List<String> now = Ledgers.lines(folder.resolve("out"));
      // What was finished before a kill is not done again, nor lost.
      assertThat(now.subList(0, Math.min(finished.size(), now.size()))).isEqualTo(finished);
      finished = now;
    }
    Program.Result resumed = program.run("resume", "out", "--quiet");

    assertThat(killed).isGreaterThanOrEqualTo(2);
    assertThat(resumed.errors()).isEmpty();
    assertThat(resumed.exitCode()).isZero();
    List<String> all = Ledgers.lines(folder.resolve("out"));
    assertThat(all.subList(0, finished.size())).isEqualTo(finished);
    assertThat(new HashSet<>(all)).hasSameSizeAs(all);
    assertThat(results(folder.resolve("out"))).isEqualTo(results(folder.resolve("whole")));
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
