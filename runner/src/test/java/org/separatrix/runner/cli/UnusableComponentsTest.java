package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a component beforehand is told before anything runs. */
class UnusableComponentsTest {
  private static final String SOURCE =
      """
      package example;

      import java.util.List;
      import java.util.Optional;
      import java.util.OptionalLong;
      import java.util.random.RandomGenerator;
      import org.separatrix.api.analysis.Analysis;
      import org.separatrix.api.analysis.Analyzer;
      import org.separatrix.api.analysis.Laboratory;
      import org.separatrix.api.analysis.Prediction;
      import org.separatrix.api.analysis.StudyResult;
      import org.separatrix.api.objective.Landscape;
      import org.separatrix.api.objective.PointObjective;
      import org.separatrix.api.optimizer.Iterates;
      import org.separatrix.api.optimizer.Linearization;
      import org.separatrix.api.optimizer.Optimizer;
      import org.separatrix.api.optimizer.Oracle;
      import org.separatrix.api.plugin.NoConfig;
      import org.separatrix.api.plugin.SeparatrixPlugin;
      import org.separatrix.api.start.StartDistribution;

      public final class UnusablePlugin extends SeparatrixPlugin {
        @Override
        protected void contribute() {
          optimizer("indebted", NoConfig.class, (config, problem) -> new Odd(-1, Optional.empty()));
          optimizer("crooked", NoConfig.class, (config, problem) -> new Odd(0, null));
          analyzer("clueless", NoConfig.class, config -> new Clueless());
          objective("barren", NoConfig.class, (config, formulas) -> new Barren());
          start("uncounted", NoConfig.class, (config, problem, folder) -> new Listed(null));
          start(
              "none", NoConfig.class, (config, problem, folder) -> new Listed(OptionalLong.of(0)));
        }

        static final class Barren extends PointObjective {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          protected double value(double[] x) {
            return 0;
          }

          @Override
          protected void gradient(double[] x, double[] g) {}

          @Override
          public Landscape landscape() {
            return null;
          }
        }

        record Listed(OptionalLong count) implements StartDistribution {
          @Override
          public void draw(RandomGenerator random, long run, double[] x) {}

          @Override
          public boolean isAbsolutelyContinuous() {
            return false;
          }
        }

        record Odd(int memory, Optional<Linearization> linearization) implements Optimizer {
          @Override
          public void step(Iterates block, Oracle oracle) {}
        }

        static final class Clueless implements Analyzer {
          @Override
          public List<Prediction> predictions() {
            throw new UnsupportedOperationException("no clue");
          }

          @Override
          public Analysis analyze(StudyResult result, Laboratory laboratory) {
            return Analysis.of(List.of());
          }
        }
      }
      """;

  private static final String NO_CLUE =
      "java.lang.UnsupportedOperationException: no clue, thrown in"
          + " example.UnusablePlugin$Clueless.predictions (UnusablePlugin.java:72) of JAR";

  private final PluginOnTrial plugin;

  UnusableComponentsTest(@TempDir Path folder) throws IOException {
    plugin = PluginOnTrial.write(folder, "example.UnusablePlugin", SOURCE);
  }

  @Test
  void inAStudyBothAreTold() throws IOException {
    Invocation run =
        plugin.run(
            """
            schema: 1
            objectives: [lee-2016]
            optimizers: [indebted, crooked]
            starts: [uniform-box]
            runs: 10
            analyze: [clueless]
            """);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .isEqualTo(
            """
            study.yaml:3:14: optimizer 'indebted' of example.UnusablePlugin in JAR could not be \
            made: its memory() or scalars() returned -1.
            Maybe report this to the plugin's author.
            study.yaml:3:24: optimizer 'crooked' of example.UnusablePlugin in JAR could not be \
            made: its linearization() returned null.
            Maybe report this to the plugin's author.
            study.yaml:6:11: analyzer 'clueless' of example.UnusablePlugin in JAR could not be \
            made: %s.
            Maybe report this to the plugin's author.
            """
                .formatted(NO_CLUE));
  }

  @Test
  void objectivesAndStartsAreLookedAtToo() throws IOException {
    Invocation run =
        plugin.run(
            """
            schema: 1
            objectives: [lee-2016, barren]
            optimizers: [{type: gradient-descent, step: 0.05}]
            starts: [uncounted, none]
            runs: 10
            """);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .contains(
            "2:24: objective 'barren' of example.UnusablePlugin in JAR could not be made: its"
                + " landscape() returned null.\n")
        .contains(
            "'uncounted' of example.UnusablePlugin in JAR could not be made: its count()"
                + " returned null.\n")
        .contains(
            "'none' of example.UnusablePlugin in JAR could not be made: its count()"
                + " returned 0.\n");
  }

  @Test
  void aListOfPredictionsNamesTheAnalyzer() {
    assertThat(plugin.invoke("predictions", "list"))
        .isEqualTo(
            new Invocation(
                ExitCode.BAD_INPUT,
                "",
                "analyzer 'clueless' of example.UnusablePlugin in JAR: cannot say what it"
                    + " predicts: "
                    + NO_CLUE
                    + "\n"));
  }
}
