package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Results of a small study that have everything: runs, trajectories, running times, figures. */
final class SmallResults {
  static final String STUDY =
      """
      schema: 1
      name: small
      objectives: [{type: himmelblau}]
      optimizers:
        - {type: gradient-descent, name: slow, step: 0.005}
        - {type: heavy-ball, name: fast, step: 0.005, momentum: 0.5}
      starts: [{type: uniform-box}]
      runs: 60
      stop: {max-steps: 2000}
      analyze: [critical-points]
      certify: {boxes: 0}
      compare: {runs: 5}
      output: {runs: all, figures: [csv], trajectories: {count: 2, every: 50}}
      """;

  private SmallResults() {}

  /** Writes the study and runs it. */
  static Path write(Path folder) throws IOException {
    Path out = folder.resolve("out");
    assertThat(Invocation.run("run", study(folder), "--out", out, "--quiet"))
        .isEqualTo(new Invocation(0, "", ""));
    return out;
  }

  static Path study(Path folder) throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), STUDY);
  }

  /** Returns the folder of the parts of the first cell. */
  static Path cell(Path results) throws IOException {
    return StoredLedger.cell(results, "slow");
  }

  /** Returns the file of the runs of an optimizer. */
  static Path runs(Path results, String optimizer) throws IOException {
    try (Stream<Path> files = Files.list(results.resolve("runs"))) {
      return files.filter(file -> file.toString().contains(optimizer)).findFirst().orElseThrow();
    }
  }
}
