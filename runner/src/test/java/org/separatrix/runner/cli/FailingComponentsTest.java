package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin's component that throws is named, with its class and its jar. */
class FailingComponentsTest {
  private static final String SOURCE =
      """
      package example;

      import org.separatrix.api.objective.Box;
      import org.separatrix.api.objective.Landscape;
      import org.separatrix.api.objective.PointObjective;
      import org.separatrix.api.optimizer.Iterates;
      import org.separatrix.api.optimizer.LinearMethod;
      import org.separatrix.api.optimizer.Optimizer;
      import org.separatrix.api.optimizer.Oracle;
      import org.separatrix.api.plugin.Doc;
      import org.separatrix.api.plugin.NoConfig;
      import org.separatrix.api.plugin.SeparatrixPlugin;

      public final class FailingPlugin extends SeparatrixPlugin {
        @Override
        protected void contribute() {
          optimizer("unmakeable", NoConfig.class, (config, problem) -> new Unmakeable());
          optimizer("forgotten", NoConfig.class, (config, problem) -> null);
          optimizer("unconfigurable", Unconfigurable.class, (config, problem) -> null);
          optimizer("stumbling", NoConfig.class, (config, problem) -> new Stumbling());
          objective("steep", NoConfig.class, (config, formulas) -> new Steep());
          objective("greedy", NoConfig.class, (config, formulas) -> new Greedy());
        }

        record Unconfigurable(@Doc("a number") int number) {
          Unconfigurable {
            Object[] none = {};
            none[number] = null;
          }
        }

        static final class Unmakeable extends LinearMethod {
          Unmakeable() {
            super(new double[][] {{1}}, new double[] {-1 / missing()}, new double[] {1});
          }

          private static int missing() {
            throw new IllegalStateException("no table");
          }
        }

        static final class Stumbling implements Optimizer {
          @Override
          public int memory() {
            return 0;
          }

          @Override
          public void step(Iterates block, Oracle oracle) {
            throw new UnsupportedOperationException("step");
          }
        }

        static class Steep extends PointObjective {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          protected double value(double[] x) {
            return x[0];
          }

          @Override
          protected void gradient(double[] x, double[] g) {
            throw new IllegalStateException("too steep");
          }

          @Override
          public Landscape landscape() {
            return Landscape.on(Box.cube(1, -1, 1)).withLipschitz(1);
          }
        }

        static final class Greedy extends Steep {
          @Override
          protected void gradient(double[] x, double[] g) {
            throw new OutOfMemoryError("Java heap space");
          }
        }
      }
      """;

  private final PluginOnTrial plugin;

  FailingComponentsTest(@TempDir Path folder) throws IOException {
    plugin = PluginOnTrial.write(folder, "example.FailingPlugin", SOURCE);
  }

  @Test
  void anOptimizerThatCannotBeMadeIsAProblemOfTheStudy() throws IOException {
    Invocation run = run("lee-2016", "unmakeable");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .isEqualTo(
            """
            study.yaml:3:14: optimizer 'unmakeable' of example.FailingPlugin in JAR could not be \
            made: java.lang.IllegalStateException: no table, thrown in \
            example.FailingPlugin$Unmakeable.missing (FailingPlugin.java:38) of JAR.
            Maybe report this to the plugin's author.
            """);
  }

  @Test
  void aFactoryThatReturnsNothingIsNamed() throws IOException {
    assertThat(run("lee-2016", "forgotten").errors())
        .isEqualTo(
            """
            study.yaml:3:14: optimizer 'forgotten' of example.FailingPlugin in JAR could not be \
            made: its factory returned null.
            Maybe report this to the plugin's author.
            """);
  }

  @Test
  void aConfigRecordThatThrowsIsNamed() throws IOException {
    Invocation run = run("lee-2016", "{type: unconfigurable, number: 3}");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .isEqualTo(
            """
            study.yaml:3:14: the config record of optimizer 'unconfigurable' failed: \
            java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 0, thrown in \
            example.FailingPlugin$Unconfigurable.<init> (FailingPlugin.java:28) of JAR.
            Maybe report this to the plugin's author.
            """);
  }

  @Test
  void anObjectiveThatThrowsInTheSearchFailsTheRun() throws IOException {
    Invocation run = run("steep", "{type: gradient-descent, step: 0.1}");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors())
        .isEqualTo(
            """
            separatrix: objective 'steep' of example.FailingPlugin in JAR failed while its critical \
            points were searched: java.lang.IllegalStateException: too steep, thrown in \
            example.FailingPlugin$Steep.gradient (FailingPlugin.java:67) of JAR
            separatrix: stopped; 0 of 1 cells were finished, nothing was saved
            """);
    assertThat(plugin.results()).doesNotExist();
  }

  @Test
  void anOptimizerThatThrowsInAStepFailsTheRun() throws IOException {
    Invocation run = run("lee-2016", "stumbling");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors())
        .isEqualTo(
            """
            separatrix: 'lee-2016/stumbling/uniform-box' failed in runs 0 to 9: \
            java.lang.UnsupportedOperationException: step, thrown in \
            example.FailingPlugin$Stumbling.step (FailingPlugin.java:50) of JAR
            separatrix: stopped; 0 of 1 cells were finished, nothing was saved
            """);
  }

  @Test
  void theOtherCellsAreRunIfItIsToKeepGoing() throws IOException {
    String optimizers = "stumbling, {type: gradient-descent, step: 0.05}";
    String message =
        "separatrix: 'lee-2016/stumbling/uniform-box' failed in runs 0 to 9:"
            + " java.lang.UnsupportedOperationException: step, thrown in"
            + " example.FailingPlugin$Stumbling.step (FailingPlugin.java:50) of JAR";

    Invocation run = run("lee-2016", optimizers, "--keep-going");
    Invocation again = run("lee-2016", optimizers, "--keep-going");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors()).isEqualTo(message + "\n");
    assertThat(again.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(again.errors()).isEqualTo(message + " (earlier; it was not tried again)\n");
    assertThat(run("lee-2016", optimizers, "--retry-failed").errors()).isEqualTo(message + "\n");
    assertThat(plugin.results().resolve("summary.json"))
        .content()
        .contains("lee-2016/gradient-descent")
        .doesNotContain("lee-2016/stumbling");
    assertThat(Invocation.run("status", plugin.results()).output())
        .contains("; failed: 'lee-2016/stumbling/uniform-box' failed in runs 0 to 9");
    assertThat(run("lee-2016", optimizers, "--fail-fast").errors())
        .contains("\nseparatrix: stopped");
    assertThat(run("lee-2016", optimizers, "--fail-fast", "--keep-going").errors())
        .isEqualTo("--fail-fast is given together with --keep-going: choose one of them\n");
  }

  @Test
  void tooLittleMemoryIsSaidInOneMessage() throws IOException {
    Invocation run = run("greedy", "{type: gradient-descent, step: 0.1}");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR);
    assertThat(run.errors())
        .startsWith("separatrix: out of memory: the study needs more than Java's heap")
        .contains("SEPARATRIX_JAVA_OPTIONS=-Xmx")
        .doesNotContain("\tat ");
    assertThat(OutOfMemory.message(6L << 30))
        .isEqualTo(
            """
            separatrix: out of memory: the study needs more than Java's heap, which is limited to \
            6,144 MB.
            Maybe raise the limit (-Xmx; a quarter of the machine's memory by default), as in \
            SEPARATRIX_JAVA_OPTIONS=-Xmx12g ./separatrix run my.yaml, or choose a smaller dimension \
            or fewer runs.""");
    assertThat(OutOfMemory.message(60L << 20)).contains("limited to 60 MB.", "=-Xmx1g ");
  }

  private Invocation run(String objective, String optimizer, String... more) throws IOException {
    return plugin.run(
        """
        schema: 1
        objectives: [%s]
        optimizers: [%s]
        starts: [{type: uniform-box}]
        runs: 10
        """
            .formatted(objective, optimizer),
        more);
  }
}
