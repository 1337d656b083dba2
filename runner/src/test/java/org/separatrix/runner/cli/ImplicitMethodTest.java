package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method that needs Hessians, on the functions that analyzers make of the objective. */
class ImplicitMethodTest {
  @TempDir private Path folder = Path.of("");

  /** With the Hessian of the function before it is turned, double precision left 9 steps early. */
  @Test
  void leavesATurnedSaddleWhenTheLawSays() throws IOException {
    JsonNode finding = escape();

    // At the origin the eigenvalues are -2 and 2; 29 ln 2 / ln(1 / (1 - 2 alpha)), alpha = 0.2.
    double law = 29 * Math.log(2) / -Math.log(0.6);
    assertThat(finding.get("verdict").asText()).isEqualTo("consistent");
    assertThat(finding.at("/predicted/difference").asDouble()).isCloseTo(law, within(1e-6));
    assertThat(finding.at("/observed/difference").asDouble()).isCloseTo(law, within(1.5));
  }

  private JsonNode escape() throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            objectives:
              - {type: formula, f: (x^2 - y^2 + 0.27*y^4)/(1 + (x^2 + y^2)/4), variables: [x, y], domain: [-3, 3]}
            optimizers: [{type: proximal-point, step: 0.2}]
            starts: [uniform-box]
            runs: 100
            analyze: [critical-points, {type: precision, starts: 200}]
            certify: {boxes: 0}
            output: {figures: [], report: false}
            """);

    Invocation run = Invocation.run("run", study, "--out", folder.resolve("results"));

    assertThat(run.exitCode()).as(run.errors()).isEqualTo(ExitCode.DONE);
    JsonNode summary = new ObjectMapper().readTree(folder.resolve("results/summary.json").toFile());
    return StoredFindings.of(summary, "rounding-escape").get(0);
  }
}
