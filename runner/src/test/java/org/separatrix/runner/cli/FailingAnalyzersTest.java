package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyzer or a control that fails is named, and what others find need not be lost. */
class FailingAnalyzersTest {
  private static final String SOURCE =
      """
      package example;

      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.function.Supplier;
      import org.separatrix.api.analysis.Analysis;
      import org.separatrix.api.analysis.Analyzer;
      import org.separatrix.api.analysis.Control;
      import org.separatrix.api.analysis.ControlResult;
      import org.separatrix.api.analysis.Finding;
      import org.separatrix.api.analysis.Laboratory;
      import org.separatrix.api.analysis.Prediction;
      import org.separatrix.api.analysis.StudyResult;
      import org.separatrix.api.analysis.Verdict;
      import org.separatrix.api.objective.Problem;
      import org.separatrix.api.plugin.NoConfig;
      import org.separatrix.api.plugin.SeparatrixPlugin;

      public final class LostPlugin extends SeparatrixPlugin {
        @Override
        protected void contribute() {
          analyzer("lost", NoConfig.class, config -> new Lost(() -> lose()));
          analyzer("mute", NoConfig.class, config -> new Lost(() -> null));
          analyzer("stray", NoConfig.class, config -> new Lost(() -> stray()));
          analyzer("coy", NoConfig.class, config -> new Coy());
          control("dumb", NoConfig.class, config -> new Dumb());
        }

        private static Analysis lose() {
          throw new IllegalStateException("lost the thread");
        }

        private static Analysis stray() {
          return Analysis.of(
              List.of(
                  new Finding(
                      "nothing",
                      "lee-2016",
                      Optional.of("elsewhere"),
                      Optional.empty(),
                      Verdict.CONTRADICTED,
                      List.of(),
                      Map.of(),
                      Map.of(),
                      "so it is")));
        }

        record Lost(Supplier<Analysis> found) implements Analyzer {
          @Override
          public List<Prediction> predictions() {
            return List.of();
          }

          @Override
          public Analysis analyze(StudyResult result, Laboratory laboratory) {
            return found.get();
          }
        }

        static final class Coy implements Analyzer {
          @Override
          public List<Prediction> predictions() {
            return List.of();
          }

          @Override
          public Analysis analyze(StudyResult result, Laboratory laboratory) {
            return Analysis.of(List.of());
          }

          @Override
          public boolean allowsForSinglePrecision() {
            throw new IllegalStateException("not telling");
          }
        }

        static final class Dumb implements Control {
          @Override
          public List<ControlResult> run(StudyResult result, Laboratory laboratory) {
            return null;
          }
        }
      }
      """;
  private static final String LOST =
      """
      separatrix: analyzer 'lost' of example.LostPlugin in JAR failed in its analysis: \
      java.lang.IllegalStateException: lost the thread, thrown in example.LostPlugin.lose \
      (LostPlugin.java:31) of JAR
      """;

  private final PluginOnTrial plugin;

  FailingAnalyzersTest(@TempDir Path folder) throws IOException {
    plugin = PluginOnTrial.write(folder, "example.LostPlugin", SOURCE);
  }

  @Test
  void oneThatThrowsStopsTheStudy() throws IOException {
    Invocation run = run("lost", "");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors())
        .startsWith(LOST + "separatrix: stopped; 1 of 1 cells were finished, what is done is kept");
  }

  @Test
  void whatOthersFindIsKeptIfItIsToKeepGoing() throws IOException {
    Invocation run = run("lost", "", "--keep-going");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors()).isEqualTo(LOST);
    assertThat(plugin.results().resolve("summary.json"))
        .content()
        .contains("critical-point-indices");
    Invocation collected = plugin.invoke("collect", plugin.results());
    assertThat(collected.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(collected.errors()).isEqualTo(LOST);
    assertThat(collected.output()).contains("critical-point-indices", "partial: 200 of 200 runs");
  }

  @Test
  void anAnalyzerThatReturnsNothingIsNamed() throws IOException {
    Invocation run = run("mute", "");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors())
        .startsWith(
            "separatrix: analyzer 'mute' of example.LostPlugin in JAR failed in its analysis: it"
                + " returned null\n");
  }

  @Test
  void anAnalyzerThatDoesNotTellWhetherItAllowsForSinglePrecisionIsNamed() throws IOException {
    Invocation run = run("coy", "", "--keep-going");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors())
        .startsWith(
            "separatrix: analyzer 'coy' of example.LostPlugin in JAR failed when asked whether it"
                + " allows for single precision: java.lang.IllegalStateException: not telling,"
                + " thrown in example.LostPlugin$Coy.allowsForSinglePrecision");
    assertThat(plugin.results().resolve("summary.json"))
        .content()
        .contains("critical-point-indices");
  }

  @Test
  void aControlThatReturnsNothingIsNamed() throws IOException {
    Invocation run = run("critical-points", "dumb", "--keep-going");

    assertThat(run.exitCode()).isEqualTo(ExitCode.CELLS_FAILED);
    assertThat(run.errors())
        .isEqualTo(
            "separatrix: control 'dumb' of example.LostPlugin in JAR failed in its experiment: it"
                + " returned null\n");
  }

  @Test
  void aFindingOfNoCellOfTheStudyIsShown() throws IOException {
    Path file = plugin.writeStudy(study("stray", ""));
    Invocation run = plugin.invoke("run", file, "--out", plugin.results());

    assertThat(run.exitCode()).isEqualTo(ExitCode.CONTRADICTED);
    assertThat(run.output())
        .contains("other findings\n  contradicted        nothing of cell 'elsewhere': so it is\n");
    assertThat(plugin.invoke("plugins", "check", "stray").output())
        .contains(
            "findings for declared predictions only: there are none",
            "a finding for 'nothing'",
            "findings for cells of the study: ",
            "a finding for the cell 'elsewhere'");
  }

  private Invocation run(String analyzer, String control, String... more) throws IOException {
    return plugin.run(study(analyzer, control), more);
  }

  private static String study(String analyzer, String control) {
    return """
    schema: 1
    objectives: [lee-2016]
    optimizers: [{type: gradient-descent, step: 0.1}]
    starts: [uniform-box]
    runs: 200
    analyze: [critical-points%s]
    controls: [%s]
    """
        .formatted(analyzer.equals("critical-points") ? "" : ", " + analyzer, control);
  }
}
