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

  /** The minima are no floating-point numbers, so gradients do not vanish there. */
  @Test
  void aToleranceThatRoundingKeepsRunsFromIsSaid() throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            STUDY
                .replace("lee-2016", "himmelblau")
                .replace("0.1", "0.005")
                .replace("1.0e-4", "1.0e-10")
                .replace("power-iteration", "critical-points"));
    Path out = folder.resolve("out");

    Invocation run = Invocation.run("run", study, "--out", out);
    JsonNode cells = new ObjectMapper().readTree(out.resolve("summary.json").toFile()).get("cells");
    JsonNode stagnation = cells.get(1).get("stagnation");

    assertThat(cells.get(0).has("stagnation")).isFalse();
    assertThat(cells.get(1).at("/terminations/budget").intValue())
        .isEqualTo(stagnation.get("runs").intValue())
        .isPositive();
    assertThat(run.output().replaceAll("\\s+", " "))
        .containsPattern(
            "stagnation 50 of 50 stopped by budget never come to the tolerance 1.0e-10: float32"
                + " rounding brings them back to where they are, at gradients of up to [0-9.e-]+."
                + " Maybe set gradient-tolerance to [0-9]\\.[0-9]e-[0-9]+\\. steps");
    assertThat(Invocation.run("verify", out).exitCode()).isZero();
  }
}
