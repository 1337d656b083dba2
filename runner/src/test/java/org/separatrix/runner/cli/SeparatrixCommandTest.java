package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeparatrixCommandTest {
  private static final Path EXAMPLE = Path.of("../configs/lee-2016/example.yaml");

  @TempDir private Path folder = Path.of("");

  @Test
  void printsItsVersion() {
    assertThat(Invocation.run("--version")).isEqualTo(new Invocation(0, "separatrix 0.1.0\n", ""));
  }

  @Test
  void printsHelpWithoutACommand() {
    Invocation bare = Invocation.run();

    assertThat(bare.exitCode()).isZero();
    assertThat(bare.output()).contains("validate", "plan", "plugins", "run", "Exit codes");
    assertThat(Invocation.run("--help").output()).isEqualTo(bare.output());
  }

  @Test
  void refusesAnUnknownCommand() {
    assertThat(Invocation.run("valdate", EXAMPLE))
        .isEqualTo(
            new Invocation(
                2,
                "",
                """
                separatrix: unknown command 'valdate'
                Did you mean: separatrix validate or separatrix status?
                """));
  }

  @Test
  void suggestsACommandForAShortWord() {
    assertThat(Invocation.run("rnu", "x.yaml").errors())
        .isEqualTo(
            """
            separatrix: unknown command 'rnu'
            Did you mean: separatrix run?
            """);
    assertThat(Invocation.run("help", "rnu")).isEqualTo(Invocation.run("rnu"));
  }

  @Test
  void refusesEmptyNames() {
    assertThat(Invocation.run("run", EXAMPLE, "--out", ""))
        .isEqualTo(
            new Invocation(
                2,
                "",
                """
                separatrix: Invalid value for option '--out': the name is empty
                Maybe look at separatrix run --help
                """));
    for (String command : List.of("run", "init", "status", "resume", "clean")) {
      Invocation empty = Invocation.run(command, "");
      assertThat(empty.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(empty.errors()).contains("): the name is empty\n");
    }
    assertThat(Invocation.run("plugins", "check", "").errors()).startsWith("nothing has the id ''");
  }

  @Test
  void refusesTwoValuesForOneKey() {
    assertThat(Invocation.run("plan", EXAMPLE, "--set", "runs=5", "--set", "runs=7"))
        .isEqualTo(new Invocation(2, "", "--set runs: given twice: give each key one value\n"));
    assertThat(Invocation.run("plan", EXAMPLE, "--set", "seed=5", "--seed", "7").errors())
        .isEqualTo("--set seed: given twice: give each key one value\n");
  }

  @Test
  void saysWhyResultsCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(Invocation.run("run", EXAMPLE, "--quiet", "--out", file))
        .isEqualTo(
            new Invocation(
                2,
                "",
                """
                cannot write results to FILE: FILE is a file, not a folder
                Maybe choose another folder with --out.
                """
                    .replace("FILE", file.toString())));
    assertThat(Invocation.run("run", EXAMPLE, "--quiet", "--out", file.resolve("sub")).errors())
        .startsWith(
            "cannot write results to %s: %s is a file, not a folder\n"
                .formatted(file.resolve("sub"), file));
  }

  @Test
  void refusesAMissingArgument() {
    assertThat(Invocation.run("plan"))
        .isEqualTo(
            new Invocation(
                2,
                "",
                """
                separatrix: Missing required parameter: 'FILE'
                Maybe look at separatrix plan --help
                """));
  }

  @Test
  void listsAndDescribesPredictions() {
    assertThat(Invocation.run("predictions", "list").output())
        .contains("  saddle-avoidance  ", "  escape-rate  ", "[escape-time]");
    assertThat(Invocation.run("predictions", "describe", "escape-time").output())
        .startsWith("prediction 'escape-time'\n  claim       from x_0 ~ N(0, sigma^2)")
        .containsSubsequence(
            "  source ", "  hypotheses ", "  measured ", "  decision ", "  refuted by ");
    assertThat(Invocation.run("predictions", "describe", "escape-tme"))
        .isEqualTo(
            new Invocation(
                2,
                "",
                """
                no prediction has the id 'escape-tme'. Did you mean 'escape-time' or 'escape-rate'?
                Maybe run separatrix predictions list.
                """));
  }

  @Test
  void refusesAMissingFolderOfPlugins() {
    assertThat(Invocation.run("validate", "--plugins", folder.resolve("none"), EXAMPLE))
        .isEqualTo(new Invocation(2, "", folder.resolve("none") + ": no such folder of plugins\n"));
  }

  @Test
  void namesABrokenPluginAndGoesOn() throws IOException {
    Path jar = Files.writeString(folder.resolve("broken.jar"), "no jar");

    Invocation validated = Invocation.run("--plugins", folder, "validate", EXAMPLE);

    assertThat(validated.exitCode()).isZero();
    assertThat(validated.errors())
        .startsWith("separatrix: plugin in " + jar + " does not work: not a readable jar: ");
  }

  @Test
  void validatesSeveralStudies() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "schema: 3\n");
    Path worse = folder.resolve("worse.yaml");

    Invocation validated = Invocation.run("validate", bad, EXAMPLE, worse);

    assertThat(validated.exitCode()).isEqualTo(2);
    assertThat(validated.output()).isEqualTo(EXAMPLE + ": valid, 4 cells, 400,000 runs\n");
    assertThat(validated.errors())
        .contains(bad + ":1:9: schema is 3")
        .endsWith(worse + ": no such file\n");
  }

  @Test
  void aPlanIsAStudyWithTheSamePlan() throws IOException {
    Invocation plan = Invocation.run("plan", EXAMPLE, "--set", "runs=7", "--seed", "5");

    assertThat(plan.exitCode()).isZero();
    assertThat(plan.output())
        .startsWith("# lee-2016-example: 4 cells, 28 runs\n")
        .contains("seed: 5\n", "runs: 7\n");
    Path again = Files.writeString(folder.resolve("again.yaml"), plan.output());
    assertThat(Invocation.run("plan", again)).isEqualTo(plan);
  }

  @Test
  void namesTheOptionOfABadValue() {
    assertThat(Invocation.run("plan", EXAMPLE, "--set", "optimizers[1].step=-1"))
        .isEqualTo(
            new Invocation(
                2,
                "",
                "--set optimizers[1].step: 'step' of optimizer 'gradient-descent' is -1: it must"
                    + " be positive\n"));
  }

  @Test
  void listsComponentsOfEveryKind() {
    Invocation list = Invocation.run("plugins", "list");

    assertThat(list.exitCode()).isZero();
    assertThat(list.output())
        .contains("objectives\n", "optimizers\n", "starts\n", "analyzers\n", "controls\n")
        .contains("  heavy-ball ", "  lee-2016 ", "  uniform-box ")
        .contains("org.separatrix.optimizers.OptimizersPlugin")
        .doesNotContain("Takes no keys.");
    assertThat(Invocation.run("plugins", "describe", "stable-manifold").output())
        .startsWith(
            """
            analyzer 'stable-manifold'
              The dimension of the stable manifold at each strict saddle and maximum, predicted from the
              method's linearization and measured on its map.
            Example
              stable-manifold
            It takes no keys.
            """);
  }

  @Test
  void describesEveryKey() {
    Invocation described = Invocation.run("plugins", "describe", "heavy-ball");

    assertThat(described.exitCode()).isZero();
    assertThat(described.output())
        .startsWith("optimizer 'heavy-ball'\n")
        .contains(
            "  step: number, {times-1-over-L: number} or {times-2-over-L: number}; required\n",
            "  momentum: number; required\n",
            "Unit: squared unit of x per unit of f.",
            "      Example: momentum: 0.9\n",
            "  name: text; optional\n",
            "Added by org.separatrix.optimizers.OptimizersPlugin\n");
  }

  @Test
  void describesAStudy() {
    assertThat(Invocation.run("plugins", "describe", "study").output())
        .contains(
            "  seed: whole number; default 42\n",
            "  stop: keys; default {}\n",
            "      max-steps: whole number; default 100000\n");
  }

  @Test
  void describesAnIdOfTwoKindsTwice() {
    Invocation described = Invocation.run("plugins", "describe", "collapse");

    assertThat(described.output()).contains("objective 'collapse'\n", "control 'collapse'\n");
  }

  @Test
  void suggestsAnId() {
    assertThat(Invocation.run("plugins", "describe", "heavyball"))
        .isEqualTo(
            new Invocation(
                2,
                "",
                """
                nothing has the id 'heavyball'. Did you mean 'heavy-ball'?
                Maybe run separatrix plugins list.
                """));
  }

  /** Runs may end at points beyond the domain, of which nothing complete is said. */
  @Test
  void tellsCriticalPointsOutsideTheDomainApart() throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("waves.yaml"),
            """
            schema: 1
            name: waves
            objectives:
              - {type: formula, name: waves, f: x^2 + sin(y), variables: [x, y], domain: [[-2, 2], [-2, 2]]}
            optimizers: [{type: gradient-descent, step: 0.1}]
            starts: [{type: uniform-box}]
            runs: 200
            """);

    Invocation run = Invocation.run("run", study, "--out", folder.resolve("out"));

    assertThat(run.output())
        .contains("2 critical points (completeness certified) and 1 outside\n")
        .containsPattern("c3 +local-minimum  \\(0, 4.712\\) .* outside the domain\n");
    assertThat(run.output().lines().filter(line -> line.contains("outside the domain"))).hasSize(1);
  }
}
