package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.runner.cli.Services;
import org.separatrix.runner.execute.Progress;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.execute.StudyRun;
import org.separatrix.runner.plan.Plan;

/** Every study in {@code configs/}, with fewer runs. */
@Execution(ExecutionMode.CONCURRENT)
class StudiesTest {
  private static final Path CONFIGS = Path.of("..", "configs");

  /** What makes the largest studies smaller. */
  private static final Map<String, String> LESS =
      Map.of(
          "du-2017/octopus.yaml", "objectives[0].dimension=[2, 3, 4, 5, 6, 7]",
          "lee-2016/basins.yaml", "analyze[0].resolution=256",
          "lee-2016/degenerate-saddles.yaml",
              "analyze=[critical-points, {type: non-strict-saddle, runs: 4000}]",
          "lee-2016/local-geometry.yaml", "analyze[0]={type: manifold-geometry, runs: 20000}",
          "lee-2016/stable-surface.yaml", "analyze[0].order=5",
          "noise/mini-batch.yaml", "optimizers[0].batch=[50, 95]",
          "panageas-piliouras-2016/invariant-regions.yaml",
              "analyze=[critical-points, {type: invariant-region, runs: 4000}]",
          "precision/lee-rotated.yaml", "analyze[0].starts=500");

  private static final Services SERVICES =
      Services.create(PluginLoader.load(StudiesTest.class.getClassLoader()), new SourceCompiler());

  static Stream<Path> studies() throws IOException {
    try (Stream<Path> files = Files.walk(CONFIGS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @Test
  void thereAreStudies() throws IOException {
    assertThat(studies()).hasSizeGreaterThanOrEqualTo(7);
    assertThat(LESS.keySet()).allMatch(study -> Files.exists(CONFIGS.resolve(study)));
  }

  @ParameterizedTest
  @MethodSource("studies")
  void comesOut(Path study) {
    List<String> assignments = new ArrayList<>(List.of("runs=250", "compare.runs=50"));
    Optional.ofNullable(LESS.get(CONFIGS.relativize(study).toString())).ifPresent(assignments::add);
    StudyOutcome outcome = run(study, assignments);

    assertThat(outcome.findings()).isNotEmpty();
    assertThat(outcome.isSound()).as("%s %s", outcome.findings(), outcome.controls()).isTrue();
    assertThat(outcome.result().cells()).allMatch(cell -> cell.runs() == 250);
  }

  /** One of the example's steps is above 1/L, so that two verdicts occur. */
  @Test
  void expectationsDecideWhetherAStudyIsSound() {
    Path study = CONFIGS.resolve("lee-2016/example.yaml");
    String expect = "expect={saddle-avoidance: %s}";

    assertThat(
            run(study, List.of("runs=500", expect.formatted("[hypotheses-not-met, consistent]"))))
        .matches(StudyOutcome::isSound);
    assertThat(run(study, List.of("runs=500", expect.formatted("consistent"))))
        .matches(outcome -> !outcome.isSound());
    assertThat(run(study, List.of("runs=500", expect.formatted("contradicted"))))
        .matches(outcome -> !outcome.isSound());
  }

  /** What the study of the collapse measures goes away with its cause. */
  @Test
  void withoutTheCollapsingStepThereIsNoCollapse() {
    StudyOutcome outcome =
        run(
            CONFIGS.resolve("controls/collapse.yaml"),
            List.of("runs=2000", "optimizers[0].step=0.999"));

    assertThat(outcome.controls()).extracting(ControlResult::passed).containsExactly(false);
    assertThat(outcome.isSound()).isFalse();
  }

  private static StudyOutcome run(Path study, List<String> assignments) {
    Plan plan = SERVICES.planner().plan(study, assignments);
    return new StudyRun(plan, SERVICES.registry(), 2, Progress.SILENT, () -> false).run();
  }
}
