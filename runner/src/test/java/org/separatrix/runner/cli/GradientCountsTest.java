package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How exactly the number of gradients of a cell is checked. */
class GradientCountsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STUDY =
      """
      schema: 1
      objectives: [OBJECTIVE]
      optimizers: [{type: gradient-descent, step: 0.1}]
      starts: [{type: points, points: [[0.5, 1e-8], [0.5, -1e-9], [0.3, 1e-12]]}]
      runs: 10
      stop: {gradient-tolerance: 1.0e-6}
      analyze: [critical-points]
      certify: {boxes: 0}
      output: {runs: all, figures: [], report: false}
      """;

  @TempDir private Path folder = Path.of("");

  /** Returns the number of gradients besides those at the positions of the runs. */
  private long run(String objective) throws IOException {
    Path study =
        Files.writeString(folder.resolve("my.yaml"), STUDY.replace("OBJECTIVE", objective));
    assertThat(Invocation.run("run", study, "--out", folder, "--quiet").exitCode()).isZero();
    ObjectNode cell = (ObjectNode) JSON.readTree(summary().toFile()).at("/cells/0");
    long runs = cell.get("runs").asLong();
    long positions = runs + Math.round(runs * cell.at("/steps/mean").asDouble());
    return cell.get("gradientEvaluations").asLong() - positions;
  }

  private Path summary() {
    return folder.resolve("summary.json");
  }

  private Invocation verifyWithMore(long gradients) throws IOException {
    StoredJson.edit(
        summary(),
        root -> {
          ObjectNode cell = (ObjectNode) root.at("/cells/0");
          cell.put("gradientEvaluations", cell.get("gradientEvaluations").asLong() + gradients);
        });
    return Invocation.run("verify", folder);
  }

  @Test
  void withoutASaddleItIsExact() throws IOException {
    assertThat(run("{type: quadratic, spectrum: [1, 2]}")).isZero();
    assertThat(verifyWithMore(0).exitCode()).isZero();

    Invocation more = verifyWithMore(1);

    assertThat(more.exitCode()).isEqualTo(4);
    assertThat(more.output()).contains("gradients are said to be").doesNotContain("at most");
  }

  /** The third stops near the saddle, where its gradient is small, and is run on from there. */
  @Test
  void aRunThatIsRunOnFromASaddleTakesTwoMore() throws IOException {
    assertThat(run("lee-2016")).isEqualTo(2);
    assertThat(verifyWithMore(0).exitCode()).isZero();

    Invocation more = verifyWithMore(2 * 20 * 3);

    assertThat(more.exitCode()).isEqualTo(4);
    assertThat(more.output().replaceAll("\\s+", " ")).containsPattern("they are [0-9]+ at most");
  }
}
