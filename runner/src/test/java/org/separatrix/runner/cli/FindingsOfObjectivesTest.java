package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found of an objective as a whole stands below it. */
class FindingsOfObjectivesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void eachStandsBelowItsObjective() throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            objectives:
              - himmelblau
              - {type: formula, name: lee, f: x^2 + y^4 - y^2, variables: [x, y], domain: [-2, 2]}
            optimizers: [{type: gradient-descent, step: 0.001}]
            starts: [uniform-box]
            runs: 10
            analyze: [critical-points]
            output: {figures: [], report: false}
            """);

    Invocation run = Invocation.run("run", study, "--out", folder.resolve("results"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.output())
        .containsSubsequence(
            "\nhimmelblau   L",
            "critical-point-indices: indices of 9 points",
            "\nlee   L",
            "critical-point-indices: indices of 3 points",
            "\nhimmelblau/")
        .doesNotContain("other findings");
  }
}
