package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes are reported together, and only once: none is that follows from another one. */
class SeveralMistakesTest {
  @TempDir private Path folder = Path.of("");

  private String[] mistakes(String study) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), study);
    Invocation refused = Invocation.run("validate", file);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output()).isEmpty();
    return refused.errors().replace(file + ":", "").split("\\R(?=[0-9]+:)");
  }

  @Test
  void ofDifferentKindsAreReportedInTheOrderOfLines() throws IOException {
    String[] mistakes =
        mistakes(
            """
            schema: 1
            colour: blue
            objectives:
              - {type: lee-2016}
              - {type: formula, f: "x^2 + * y", variables: [x, y]}
            optimizers:
              - {type: heavy-ball, step: 0.1}
              - {type: gradient-descent, step: 0.1}
            starts: [{type: uniform-box, low: -1, high: 1}]
            runs: 10
            stop: {max-steps: -5}
            analyze: [saddle-avoidence]
            """);

    assertThat(mistakes).hasSize(5);
    assertThat(mistakes[0]).startsWith("2:1: unknown key 'colour' for the study.");
    assertThat(mistakes[1]).startsWith("5:31: formula, column 7: expected a number");
    assertThat(mistakes[2]).startsWith("7:5: missing key 'momentum' for optimizer 'heavy-ball'.");
    assertThat(mistakes[3]).isEqualTo("11:19: max-steps is -5: it must be at least 0");
    assertThat(mistakes[4])
        .startsWith("12:11: unknown analyzer 'saddle-avoidence'. Did you mean 'saddle-avoidance'?");
  }

  @Test
  void ofOneEntryAreReportedTogether() throws IOException {
    assertThat(
            mistakes(
                """
                schema: 1
                name: my study
                objectives: [{type: octopus, tau: -1, l: many, dimension: 0, gama: 2}]
                optimizers: [{type: heavy-ball, momentum: 1.5}]
                starts: [uniform-box]
                runs: 0
                """))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("2:7: name is 'my study': "),
            second -> assertThat(second).startsWith("3:35: tau is -1"),
            third -> assertThat(third).startsWith("3:42: expected a number, but got "),
            fourth -> assertThat(fourth).startsWith("3:59: dimension is 0"),
            fifth -> assertThat(fifth).startsWith("3:62: unknown key 'gama' for objective"),
            sixth -> assertThat(sixth).startsWith("4:14: missing key 'step' for optimizer"),
            seventh -> assertThat(seventh).startsWith("4:43: momentum is 1.5"),
            eighth -> assertThat(eighth).startsWith("6:7: runs is 0"));
  }

  /** What the misspelt keys and entries would have made right is not reported as well. */
  @Test
  void thatFollowFromOthersAreNotReported() throws IOException {
    assertThat(
            mistakes(
                """
                schema: 1
                objectives: [{type: quadratic, spectum: [-1, 2]}]
                optimizers: [{type: gradient-descent, step: 0.1}]
                starts: [{type: points, pionts: [[0, 1]]}, {type: uniform-box, hihg: 1, low: 7}]
                runs: 10
                analyse: [escape-time]
                expect: {escape-time: consistent}
                controls: [{type: collapse, expected: 0.5, point: [0, 0]}]
                """))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("2:32: unknown key 'spectum'"),
            second -> assertThat(second).startsWith("4:25: unknown key 'pionts'"),
            third -> assertThat(third).startsWith("4:64: unknown key 'hihg'"),
            fourth -> assertThat(fourth).startsWith("6:1: unknown key 'analyse'"));
  }

  @Test
  void ofTheCommandLineAreReportedWithThoseOfTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), "schema: 1\ncolour: blue\n");

    assertThat(
            Invocation.run(
                    "validate",
                    file,
                    "--set=objectives=[lee-2016]",
                    "--set=optimizers=[{type: gradient-descent, step: 0.1}]",
                    "--set=starts=[uniform-box]",
                    "--set=optimizers[7].step=1",
                    "--set=runs=many",
                    "--set=name=[",
                    "--set=seed")
                .errors()
                .lines())
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).contains(":2:1: unknown key 'colour'"),
            one -> assertThat(one).startsWith("--set name: not valid YAML"),
            one -> assertThat(one).startsWith("--set optimizers[7].step: 'optimizers' has 1 item,"),
            one -> assertThat(one).startsWith("--set runs: expected a whole number"),
            one -> assertThat(one).startsWith("--set seed: expected a path and a value"));
  }

  @Test
  void anEmptyNameOfAFileIsNotTheFolderOfTheStudy() throws IOException {
    assertThat(
            mistakes(
                """
                schema: 1
                objectives: [lee-2016]
                optimizers: [{type: gradient-descent, step: 0.1}]
                starts: [{type: points, file: ""}]
                runs: 10
                """))
        .containsExactly("4:31: the name is empty: name a file\n");
  }

  /** A study that lacks a key is planned nevertheless. */
  @Test
  void ofTheStudyDoNotHideThoseOfPlanning() throws IOException {
    assertThat(
            mistakes(
                """
                schema: 1
                objectives: [lee-2016]
                optimizers: [{type: gradient-descent, step: 0.1}]
                starts: [{type: points, points: [[0, 1, 2]]}]
                seed: many
                expect: {escape-time: consistent, saddle-avoidance: consitent}
                """))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("1:1: missing key 'runs' for the study."),
            second ->
                assertThat(second)
                    .startsWith("4:33: points[0] is [0.0, 1.0, 2.0]: it has 3 coordinates"),
            third -> assertThat(third).startsWith("5:7: expected a whole number, but got "),
            fourth -> assertThat(fourth).startsWith("6:10: no analyzer of this study answers"),
            fifth -> assertThat(fifth).startsWith("6:53: expected a verdict ("));
  }

  /**
   * Whatever else is wrong with an entry whose name is taken, or whose list has a gap, is said too.
   */
  @Test
  void ofEntriesThatRepeatANameAreReported() throws IOException {
    assertThat(
            mistakes(
                """
                schema: 1
                objectives:
                  - {type: formula, f: "x^2 + y^2", variables: [x, y], domain: [[-1, 1], [-1, 1]]}
                  - {type: formula, f: "x^2 + * y", variables: [x, y], domain: [[-1, 1], [-1, 1]]}
                optimizers: [{type: gradient-descent, step: 0.1}, ~]
                starts: [{type: points, points: [[0, 1]]}, {type: points, file: missing.csv}]
                runs: 10
                """))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("4:5: a second objective named 'formula'"),
            second -> assertThat(second).startsWith("4:31: formula, column 7: expected a number"),
            third ->
                assertThat(third).startsWith("5:51: item 2 of 'optimizers' of the study has no"),
            fourth -> assertThat(fourth).startsWith("6:44: a second start named 'points'"),
            fifth -> assertThat(fifth).startsWith("6:65: ").contains("missing.csv does not"));
  }
}
