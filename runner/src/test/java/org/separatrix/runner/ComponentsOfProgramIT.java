package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What components do that concerns the whole program, not only their study. */
@Execution(ExecutionMode.CONCURRENT)
class ComponentsOfProgramIT {
  private static final String SOURCE =
      """
      package example;

      import java.util.List;
      import org.separatrix.api.analysis.Analysis;
      import org.separatrix.api.analysis.Analyzer;
      import org.separatrix.api.analysis.Laboratory;
      import org.separatrix.api.analysis.Prediction;
      import org.separatrix.api.analysis.StudyResult;
      import org.separatrix.api.optimizer.Iterates;
      import org.separatrix.api.optimizer.Optimizer;
      import org.separatrix.api.optimizer.Oracle;
      import org.separatrix.api.plugin.Doc;
      import org.separatrix.api.plugin.NoConfig;
      import org.separatrix.api.plugin.SeparatrixPlugin;

      public final class LoudPlugin extends SeparatrixPlugin {
        @Override
        protected void contribute() {
          optimizer("loud", Config.class, (config, problem) -> new Loud(config.exit()));
          analyzer("final", NoConfig.class, config -> new Final());
        }

        @Doc("Prints, or ends the program.")
        public record Config(@Doc(value = "whether", defaultValue = "false") boolean exit) {}

        record Loud(boolean exit) implements Optimizer {
          @Override
          public int memory() {
            return 0;
          }

          @Override
          public void step(Iterates block, Oracle oracle) {
            System.out.println("a step");
            if (exit) {
              System.exit(0);
            }
          }
        }

        static final class Final implements Analyzer {
          @Override
          public List<Prediction> predictions() {
            return List.of();
          }

          @Override
          public Analysis analyze(StudyResult result, Laboratory laboratory) {
            System.exit(0);
            return Analysis.of(List.of());
          }
        }
      }
      """;
  private static final String STUDY =
      """
      schema: 1
      objectives: [lee-2016]
      optimizers: [loud]
      starts: [uniform-box]
      runs: 10
      stop: {max-steps: 3}
      analyze: []
      """;

  @TempDir private static Path compiled = Path.of("");
  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeAll
  static void compile() throws IOException {
    PluginJar.write(compiled.resolve("loud.jar"), "example.LoudPlugin", SOURCE);
  }

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(temporary.resolve("work"));
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Files.copy(compiled.resolve("loud.jar"), plugins.resolve("loud.jar"));
    Files.writeString(folder.resolve("study.yaml"), STUDY);
  }

  /** Also if it calls that a success, and whoever would save what is done waits for it. */
  @ParameterizedTest
  @ValueSource(strings = {"optimizers=[{type: loud, exit: true}]", "analyze=[final]"})
  void oneThatEndsTheProgramIsNamed(String change) {
    Program.Result run = new Program(folder).run("run", "study.yaml", "--quiet", "--set", change);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors())
        .containsPattern(
            "separatrix: example.LoudPlugin\\$(Loud.step|Final.analyze)"
                + " \\(LoudPlugin.java:[0-9]+\\) of plugins/loud.jar ends the program");
  }

  @Test
  void whatOnePrintsIsNoPartOfADocument() throws IOException {
    Program.Result run = new Program(folder).run("run", "study.yaml", "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(new ObjectMapper().readTree(run.output()).at("/study").asText()).isEqualTo("study");
    assertThat(run.errors()).contains("a step");
  }
}
