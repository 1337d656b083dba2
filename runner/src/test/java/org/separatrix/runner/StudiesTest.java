package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  }

  @ParameterizedTest
  @MethodSource("studies")
  void comesOut(Path study) {
    StudyOutcome outcome = run(study, "runs=250");

    assertThat(outcome.findings()).isNotEmpty();
    assertThat(outcome.isSound()).as("%s %s", outcome.findings(), outcome.controls()).isTrue();
    assertThat(outcome.result().cells()).allMatch(cell -> cell.runs() == 250);
  }

  /** One of the example's steps is above 1/L, so that two verdicts occur. */
  @Test
  void expectationsDecideWhetherAStudyIsSound() {
    Path study = CONFIGS.resolve("lee-2016/example.yaml");
    String expect = "expect={saddle-avoidance: %s}";

    assertThat(run(study, "runs=500", expect.formatted("[hypotheses-not-met, consistent]")))
        .matches(StudyOutcome::isSound);
    assertThat(run(study, "runs=500", expect.formatted("consistent")))
        .matches(outcome -> !outcome.isSound());
    assertThat(run(study, "runs=500", expect.formatted("contradicted")))
        .matches(outcome -> !outcome.isSound());
  }

  /** What the study of the collapse measures goes away with its cause. */
  @Test
  void withoutTheCollapsingStepThereIsNoCollapse() {
    StudyOutcome outcome =
        run(CONFIGS.resolve("controls/collapse.yaml"), "runs=2000", "optimizers[0].step=0.999");

    assertThat(outcome.controls()).extracting(ControlResult::passed).containsExactly(false);
    assertThat(outcome.isSound()).isFalse();
  }

  private static StudyOutcome run(Path study, String... assignments) {
    Plan plan = SERVICES.planner().plan(study, List.of(assignments));
    return new StudyRun(plan, SERVICES.registry(), 2, Progress.SILENT, () -> false).run();
  }
}
