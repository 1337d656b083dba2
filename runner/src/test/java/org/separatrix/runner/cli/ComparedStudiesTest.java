package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Optimizers that a study compares. */
class ComparedStudiesTest {
  private static final String QUADRATIC =
      """
      schema: 1
      name: quadratic
      objectives: [{type: formula, name: bowl, f: "x^2", variables: [x], domain: [[-4, 4]]}]
      optimizers:
        - {type: gradient-descent, name: short, step: 0.05}
        - {type: gradient-descent, name: long, step: 0.25}
      starts: [{type: points, name: given, points: [[1], [-3], [0.001]]}]
      runs: 3
      stop: {gradient-tolerance: 1.0e-3}
      analyze: [critical-points]
      compare: {targets: {gradient-norm: [0.01], value: [1.0e-4], distance: [0.1]}}
      output: {figures: []}
      """;

  @TempDir private Path folder = Path.of("");

  /**
   * A step multiplies x by 0.9 or by 0.5; |grad f| = 2 |x| <= 0.01, x^2 <= 1e-4 and |x| <= 0.1 are
   * first reached after ceil(ln(x_0 / x) / -ln 0.9) or ceil(log2(x_0 / x)) steps, and one gradient
   * more is evaluated.
   */
  @Test
  void runningTimesOnAQuadraticAreKnown() throws IOException {
    assertThat(run(QUADRATIC, "out").errors()).isEmpty();

    List<String> expected =
        new ArrayList<>(
            List.of(
                "objective,start,optimizer,dimension,target,tolerance,level,run,"
                    + "gradient_evaluations,value_evaluations,reached"));
    double[] starts = {1, 3, 0.001};
    for (String optimizer : List.of("short", "long")) {
      double factor = optimizer.equals("short") ? 0.9 : 0.5;
      addRows(expected, optimizer + ",1,gradient-norm,0.01,0.01", 0.005, factor, starts);
      addRows(expected, optimizer + ",1,value,1.0E-4,1.0E-4", 0.01, factor, starts);
      addRows(expected, optimizer + ",1,distance,0.1,0.1", 0.1, factor, starts);
    }
    assertThat(Files.readAllLines(folder.resolve("out/runtimes.csv"))).isEqualTo(expected);

    JsonNode comparison = summary("out").path("comparison");
    assertThat(comparison.at("/problems").size()).isEqualTo(3);
    assertThat(comparison.at("/problems/2/condition").asText()).isEqualTo("distance <= 0.1");
    assertThat(comparison.at("/problems/1/status").asText()).isEqualTo("certified");
    assertThat(comparison.at("/problems/2/costs/1/expectedRunningTime").asDouble())
        .isEqualTo((1 + 4 + 1 + 5 + 1) / 3.0);
    assertThat(comparison.at("/ranks/averages/long").asDouble()).isEqualTo(1);
    assertThat(comparison.at("/ranks/criticalDifference").isMissingNode()).isTrue();
  }

  private static void addRows(
      List<String> rows, String entry, double x, double factor, double... starts) {
    for (int run = 0; run < starts.length; run++) {
      long steps = (long) Math.max(0, Math.ceil(Math.log(x / starts[run]) / Math.log(factor)));
      rows.add("bowl,given,%s,%d,%d,0,true".formatted(entry, run, 1 + steps));
    }
  }

  @Test
  void threadsDoNotMatterAndTwoNamesForOneOptimizerDoNotDiffer() throws IOException {
    String twins =
        """
        schema: 1
        objectives: [{type: lee-2016}]
        optimizers:
          - {type: gradient-descent, name: one, step: 0.1}
          - {type: gradient-descent, name: two, step: 0.1}
        starts: [{type: uniform-box}]
        runs: 300
        analyze: [critical-points]
        """;
    Invocation one = run(twins, "one", "--threads", "1");
    run(twins, "three", "--threads", "3");

    assertThat(Files.readAllBytes(folder.resolve("three/runtimes.csv")))
        .isEqualTo(Files.readAllBytes(folder.resolve("one/runtimes.csv")));
    assertThat(summary("three").path("comparison")).isEqualTo(summary("one").path("comparison"));
    assertThat(one.output())
        .contains("comparison on lee-2016 from uniform-box", "no significant difference")
        .doesNotContain("needs less than", "succeeds more than");
    assertThat(one.output().lines()).allMatch(line -> line.length() <= 100);
    for (String name : List.of("running-times_lee-2016_uniform-box", "performance-profile")) {
      assertThat(folder.resolve("one/figures/comparison_" + name + ".svg")).exists();
    }
    assertThat(Invocation.run("verify", folder.resolve("one"), "--quiet").exitCode()).isZero();
  }

  @Test
  void withoutAComparisonAnEarlierOneDoesNotLinger() throws IOException {
    run(QUADRATIC, "out");
    run(QUADRATIC, "out", "--set", "compare={runs: 0}");

    assertThat(folder.resolve("out/runtimes.csv")).doesNotExist();
    assertThat(summary("out").path("comparison").isMissingNode()).isTrue();

    Invocation alone = run(QUADRATIC.replaceAll("(?m)^.*name: long.*\n", ""), "alone");
    assertThat(alone.output()).doesNotContain("comparison on");
    assertThat(folder.resolve("alone/runtimes.csv")).doesNotExist();
  }

  @Test
  void targetsThatCannotBeAreRefused() throws IOException {
    assertThat(run(QUADRATIC, "out", "--set", "compare.targets.value=[-1.0]").errors())
        .contains("value has the target -1.0: it must be positive");
    assertThat(run(QUADRATIC, "out", "--set", "compare.targets.distance=[1.0, 1.0]").errors())
        .contains("distance names a target twice");
    assertThat(run(QUADRATIC, "out", "--set", "compare.runs=-1").errors())
        .contains("runs is -1: it must be at least 0");
    assertThat(run(QUADRATIC, "out", "--set", "compare.minima=most").errors())
        .contains("expected one of least, any");
  }

  private Invocation run(String text, String out, Object... more) throws IOException {
    Path study = Files.writeString(folder.resolve("study.yaml"), text);
    List<Object> words = new ArrayList<>(List.of("run", study, "--out", folder.resolve(out)));
    words.addAll(List.of(more));
    return Invocation.run(words.toArray());
  }

  private JsonNode summary(String out) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(out).resolve("summary.json").toFile());
  }
}
