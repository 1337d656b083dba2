package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The theory is about real numbers, from which single precision departs far. */
class SinglePrecisionStudyTest {
  private static final String STUDY =
      """
      schema: 1
      name: single
      objectives:
        - {type: lee-2016}
      optimizers:
        - {type: gradient-descent, name: double, step: 0.1}
        - {type: gradient-descent, name: single, step: 0.1, precision: float32}
      starts: [{type: uniform-box}]
      runs: 50
      stop: {gradient-tolerance: 1.0e-4, max-steps: 1000}
      analyze: [power-iteration]
      compare: {runs: 0}
      output: {figures: [], report: false}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void whatRoundingContradictsIsNotHeldAgainstTheTheory() throws IOException {
    Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    Path out = folder.resolve("out");
    Invocation run = Invocation.run("run", study, "--out", out, "--quiet");
    JsonNode findings =
        new ObjectMapper().readTree(out.resolve("summary.json").toFile()).get("findings");

    assertThat(run.exitCode()).isZero();
    assertThat(findings.findValuesAsText("verdict"))
        .containsExactly("consistent", "hypotheses-not-met");
    assertThat(findings.get(1).get("hypotheses").toString())
        .contains("in float32, whose rounding is not allowed for");
  }
}
