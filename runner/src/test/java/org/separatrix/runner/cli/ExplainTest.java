package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --explain} says where no loop was timed. */
class ExplainTest {
  private static final String STUDY =
      """
      schema: 1
      objectives: [lee-2016]
      optimizers:
        - {type: gradient-descent, step: 0.1}
        - {type: perturbed-gradient-descent, step: 0.1, radius: 0.1, gradient-threshold: 0.1,
           period: 20, stop-on-no-decrease: false}
      starts: [uniform-box]
      runs: 10
      stop: {max-steps: 50}
      analyze: [critical-points]
      certify: {boxes: 0}
      output: {figures: [], report: false}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void eachCellHasALine() throws IOException {
    assertThat(explanation("runs=10"))
        .hasSize(2)
        .allMatch(line -> line.endsWith(": step by step, by the method's own code"));
    assertThat(explanation("runs=10"))
        .hasSize(2)
        .allMatch(line -> line.endsWith(": no run was moved, all were there already"));
  }

  @Test
  void loopsThatWereHardlyUsedHaveNoTimes() throws IOException {
    assertThat(explanation("runs=500000", "--set", "stop.max-steps=2"))
        .hasSize(2)
        .anyMatch(line -> line.contains("/gradient-descent") && line.contains("took turns"))
        .anyMatch(line -> line.contains("/perturbed") && line.contains("step by step"));
  }

  private List<String> explanation(String... settings) throws IOException {
    Path study = Files.writeString(folder.resolve("my.yaml"), STUDY);
    List<Object> words = new ArrayList<>(List.of("run", study, "--out", folder.resolve("out")));
    words.addAll(List.of("--explain", "--set"));
    words.addAll(List.of(settings));
    Invocation run = Invocation.run(words.toArray());
    assertThat(run.errors()).isEmpty();
    String output = run.output();
    return output.substring(output.indexOf("results in ")).lines().skip(1).toList();
  }
}
