package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of many limits the summary lists those of most runs, of many findings that are alike the first;
 * the others are counted together.
 */
class ManyPointsTest {
  private static final Pattern LIMIT = Pattern.compile("\\bc\\d+ ([0-9.]+)% \\(");
  private static final Pattern OTHERS = Pattern.compile("(\\d+) other points ([0-9.]+)% \\(");

  private static final Pattern POINTS_AND_UNLISTED =
      Pattern.compile(
          "^[0-9,]+ points ([0-9.]+)% \\(.*\\), unlisted minima ([0-9.]+)% \\(.*\\), unresolved 0");

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

  /** Of each of four such functions there are 320. */
  @Test
  void thousandsOfFindingsAreSetApart() throws IOException {
    String objectives =
        Stream.of("a", "b", "c", "d")
            .map("{type: rastrigin, dimension: 2, name: %s}"::formatted)
            .collect(Collectors.joining(", "));

    assertThat(run(objectives, 20, "[saddle-avoidance]"))
        .contains("1,280 consistent, 0 contradicted");
  }

  /**
   * The function has 6,367 minima on its domain, of which the census has room for 4,000 at most.
   */
  @Test
  void runsToOtherMinimaThanAreKeptAreCounted() throws IOException {
    String limits =
        run("{type: formula, f: 1 - cos(x), variables: [x], domain: [-20000, 20000]}", 6000, "[]")
            .replaceAll("\\s+", " ")
            .replaceAll(".* limits ", "");

    Matcher parts = POINTS_AND_UNLISTED.matcher(limits);
    assertThat(parts.find()).as(limits).isTrue();
    assertThat(number(parts.group(1)) + number(parts.group(2))).isBetween(99.9, 100.1);
  }

  private String run(String analyzers) throws IOException {
    return run("{type: rastrigin, dimension: 2}", 1000, analyzers);
  }

  private String run(String objective, int runs, String analyzers) throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            objectives: [%s]
            optimizers: [{type: gradient-descent, step: {times-1-over-L: 0.9}}]
            starts: [uniform-box]
            runs: %d
            analyze: %s
            certify: {boxes: 0}
            output: {figures: [], report: false}
            """
                .formatted(objective, runs, analyzers));

    Invocation run = Invocation.run("run", study, "--out", folder.resolve("results"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    return run.output();
  }

  private static double number(String digits) {
    return Double.parseDouble(digits);
  }
}
