package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error of Java in a plugin's component is the component's failure, as an exception is. */
class ComponentErrorsTest {
  private static final String SOURCE =
      """
      package example;

      import java.util.List;
      import java.util.Optional;
      import org.separatrix.api.analysis.Analysis;
      import org.separatrix.api.analysis.Analyzer;
      import org.separatrix.api.analysis.Laboratory;
      import org.separatrix.api.analysis.Prediction;
      import org.separatrix.api.analysis.StudyResult;
      import org.separatrix.api.objective.Box;
      import org.separatrix.api.objective.Landscape;
      import org.separatrix.api.objective.PointObjective;
      import org.separatrix.api.optimizer.Iterates;
      import org.separatrix.api.optimizer.Linearization;
      import org.separatrix.api.optimizer.Optimizer;
      import org.separatrix.api.optimizer.Oracle;
      import org.separatrix.api.plugin.Doc;
      import org.separatrix.api.plugin.NoConfig;
      import org.separatrix.api.plugin.SeparatrixPlugin;

      public final class ErrorPlugin extends SeparatrixPlugin {
        @Override
        protected void contribute() {
          objective("endless", NoConfig.class, (config, formulas) -> new Endless(""));
          objective("late", NoConfig.class, (config, formulas) -> new Endless("separatrix-runs"));
          objective("uninitialised", NoConfig.class, (config, formulas) -> new Uninitialised());
          objective("unset", Unset.class, (config, formulas) -> new Endless(""));
          optimizer("kinked", NoConfig.class, (config, problem) -> new Kinked());
          optimizer("balky", NoConfig.class, (config, problem) -> new Balky());
          analyzer("bottomless", NoConfig.class, config -> new Bottomless());
        }

        @Doc("x")
        record Unset(@Doc(value = "a number", defaultValue = "1") int number) {
          private static final int DEFAULT = Integer.parseInt("none");
        }

        static class Endless extends PointObjective {
          private final String thread;

          Endless(String thread) {
            this.thread = thread;
          }

          @Override
          public int dimension() {
            return 1;
          }

          @Override
          protected double value(double[] x) {
            return x[0] * x[0];
          }

          @Override
          protected void gradient(double[] x, double[] g) {
            if (Thread.currentThread().getName().startsWith(thread)) {
              gradient(x, g);
            }
            g[0] = 2 * x[0];
          }

          @Override
          public Landscape landscape() {
            return Landscape.on(Box.cube(1, -1, 1)).withLipschitz(2);
          }
        }

        static final class Uninitialised extends Endless {
          private static final String THREAD = "thread" + Integer.parseInt("many");

          Uninitialised() {
            super(THREAD);
          }
        }

        static final class Kinked implements Optimizer {
          @Override
          public int memory() {
            return 0;
          }

          @Override
          public Optional<Linearization> linearization() {
            return Optional.of(lambda -> linearization().orElseThrow().at(lambda));
          }

          @Override
          public void step(Iterates block, Oracle oracle) {}
        }

        /** Gradient descent that is linearized by the threads of runs only. */
        static final class Balky implements Optimizer {
          @Override
          public int memory() {
            return 0;
          }

          @Override
          public Optional<Linearization> linearization() {
            return Optional.of(
                lambda -> {
                  if (!Thread.currentThread().getName().startsWith("separatrix-runs")) {
                    throw new AssertionError("not here");
                  }
                  return new double[][] {{1 - 0.1 * lambda}};
                });
          }

          @Override
          public void step(Iterates block, Oracle oracle) {
            for (int i = 0; i < block.lanes(); i++) {
              block.position()[0][i] -= 0.1 * block.gradient()[0][i];
            }
          }
        }

        static final class Bottomless implements Analyzer {
          @Override
          public List<Prediction> predictions() {
            return predictions();
          }

          @Override
          public Analysis analyze(StudyResult result, Laboratory laboratory) {
            return Analysis.of(List.of());
          }
        }
      }
      """;

  private final PluginOnTrial plugin;

  ComponentErrorsTest(@TempDir Path folder) throws IOException {
    plugin = PluginOnTrial.write(folder, "example.ErrorPlugin", SOURCE);
  }

  @Test
  void anEndlessRecursionFailsTheRun() throws IOException {
    Invocation run = run("endless");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors())
        .startsWith(
            "separatrix: objective 'endless' of example.ErrorPlugin in JAR failed while its"
                + " critical points were searched: java.lang.StackOverflowError, thrown in"
                + " example.ErrorPlugin$Endless.gradient (ErrorPlugin.java:")
        .contains("of JAR\nseparatrix: stopped; 0 of 1 cells were finished, nothing was saved\n")
        .doesNotContain("\tat ");
  }

  @Test
  void anEndlessRecursionAmongTheRunsFailsTheirCell() throws IOException {
    Invocation run = run("late");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors())
        .contains(
            "failed in runs ", ": java.lang.StackOverflowError, thrown in example.ErrorPlugin")
        .doesNotContain("\tat ");
  }

  @Test
  void anEndlessRecursionInALinearizationNamesTheMethod() throws IOException {
    Invocation run = run("lee-2016", "kinked");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors())
        .startsWith(
            "separatrix: optimizer 'kinked' of example.ErrorPlugin in JAR failed while it was"
                + " linearized at the critical points: java.lang.StackOverflowError, thrown in"
                + " example.ErrorPlugin$Kinked.");
  }

  /** The minimum is outside of the domain, so that it is known only when runs have gone there. */
  @Test
  void anErrorAtAPointThatRunsFoundFailsTheirCell() throws IOException {
    Invocation run =
        run("{type: formula, variables: [x], f: \"(x - 5)^2\", domain: [[-1, 1]]}", "balky");

    assertThat(run.errors())
        .startsWith("separatrix: 'formula/balky/uniform-box' failed in runs 0 to ")
        .contains(
            ": java.lang.AssertionError: not here, thrown in example.ErrorPlugin$Balky.",
            "\nseparatrix: stopped; 0 of 1 cells were finished, ");
    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
  }

  @Test
  void anEndlessRecursionIsAComplaintOfTheCheck() {
    Invocation run = plugin.invoke("plugins", "check", "endless");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CONTRADICTED);
    assertThat(run.errors()).isEmpty();
    assertThat(run.output())
        .startsWith("failed  objective 'endless' of example.ErrorPlugin\n  exceptions\n")
        .contains("java.lang.StackOverflowError");
  }

  @Test
  void whatThrewInAStaticInitialiserIsSaid() throws IOException {
    Invocation run = run("uninitialised, {type: uninitialised, name: again}");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .startsWith(
            "study.yaml:2:14: objective 'uninitialised' of example.ErrorPlugin in JAR could not be"
                + " made: a class could not be initialised: java.lang.NumberFormatException: For"
                + " input string: \"many\", thrown in"
                + " example.ErrorPlugin$Uninitialised.<clinit> (ErrorPlugin.java:")
        .contains(
            "made: Could not initialize class"
                + " example.ErrorPlugin$Uninitialised: Exception java.lang.NumberFormatException:"
                + " For input string: \"many\" [in thread");
  }

  @Test
  void whatThrewInAConfigRecordIsSaid() throws IOException {
    Invocation run = run("unset");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .contains(
            "objective 'unset' failed: a class could not be initialised:"
                + " java.lang.NumberFormatException: For input string: \"none\"",
            "Maybe report this to the plugin's author.");
  }

  @Test
  void anAnalyzerThatDoesNotComeToSayWhatItPredictsIsNamed() {
    Invocation run = plugin.invoke("predictions", "list");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .startsWith(
            "analyzer 'bottomless' of example.ErrorPlugin in JAR: cannot say what it predicts:"
                + " java.lang.StackOverflowError, thrown in example.ErrorPlugin$Bottomless");
  }

  private Invocation run(String objective) throws IOException {
    return run(objective, "{type: gradient-descent, step: 0.1}");
  }

  private Invocation run(String objective, String optimizer) throws IOException {
    return plugin.run(
        """
        schema: 1
        objectives: [%s]
        optimizers: [%s]
        starts: [uniform-box]
        runs: 1000
        analyze: [critical-points]
        """
            .formatted(objective, optimizer));
  }
}
