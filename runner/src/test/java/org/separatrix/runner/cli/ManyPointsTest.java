package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of many limits the summary lists those of most runs, of many findings that are alike the first;
 * the others are counted together.
 */
class ManyPointsTest {
  private static final Pattern LIMIT = Pattern.compile("\\bc\\d+ ([0-9.]+)% \\(");
  private static final Pattern OTHERS = Pattern.compile("(\\d+) other points ([0-9.]+)% \\(");

  @TempDir private Path folder = Path.of("");

  @Test
  void otherLimitsAreCountedTogether() throws IOException {
    String limits = run("[]").replaceAll("\\s+", " ").replaceAll(".* limits ", "");

    double[] listed =
        LIMIT.matcher(limits).results().mapToDouble(each -> number(each.group(1))).toArray();
    Matcher others = OTHERS.matcher(limits);
    assertThat(others.find()).isTrue();
    assertThat(listed).hasSize(24);
    // The function has 121 minima on its domain.
    assertThat(Integer.parseInt(others.group(1))).isBetween(1, 121 - 24);
    double share = number(others.group(2));
    for (double each : listed) {
      assertThat(each).isGreaterThanOrEqualTo(share / Integer.parseInt(others.group(1)));
      share += each;
    }
    assertThat(share).isBetween(99.0, 101.0);
  }

  /** It has 21 critical points along each coordinate, 11 of them minima: 320 of 441 are strict. */
  @Test
  void otherFindingsAreCounted() throws IOException {
    String output = run("[saddle-avoidance]");

    assertThat(output.split("saddle-avoidance c\\d+: 0 of 1,000 runs", -1)).hasSize(1 + 12);
    assertThat(output)
        .contains("saddle-avoidance: 308 more, in summary.json and the report")
        .contains("320 consistent, 0 contradicted");
  }

  private String run(String analyzers) throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            objectives: [{type: rastrigin, dimension: 2}]
            optimizers: [{type: gradient-descent, step: {times-1-over-L: 0.9}}]
            starts: [uniform-box]
            runs: 1000
            analyze: %s
            output: {figures: [], report: false}
            """
                .formatted(analyzers));

    Invocation run = Invocation.run("run", study, "--out", folder.resolve("results"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    return run.output();
  }

  private static double number(String digits) {
    return Double.parseDouble(digits);
  }
}
