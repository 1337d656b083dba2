package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps beyond the range of doubles: what rests on them is not decided, and the study ends. */
class OverflowingStepsTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x^2/2 + y^4/4 - y^2/2 | gradient-descent, step: 1.0e+300",
        "x^2/2 + y^4/4 - y^2/2 | heavy-ball, step: 1.0e+300, momentum: 0.5",
        "1.0e+200*(x^4 - x^2 + y^2) | gradient-descent, step: 1.0e+300",
        "1.0e+200*(x^4 - x^2 + y^2) | heavy-ball, step: 1.0e+300, momentum: 0.5",
        "1.0e+200*(x^4 - x^2 + y^2) | stochastic-gradient-descent, step: 1.0e+300, noise: 0.1",
        "1.0e+307*(x^2 - y^2) | nesterov, step: 0.1, momentum: 0.5"
      })
  void whatOverflowsIsNotDecided(String formula, String optimizer) throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            objectives:
              - {type: formula, name: f, f: "%s", variables: [x, y], domain: [[-2, 2], [-2, 2]]}
            optimizers: [{type: %s}]
            starts: [{type: points, points: [[0, 0], [0.5, 0.5]]}]
            runs: 2
            stop: {max-steps: 300}
            analyze: [critical-points, saddle-avoidance, convergence-rate, diffeomorphism, noise]
            certify: {seconds: 1}
            output: {figures: [], report: false}
            """
                .formatted(formula, optimizer));

    Invocation run = Invocation.run("run", study, "--quiet", "--out", folder.resolve("out"));

    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("out/summary.json")).exists();
  }
}
