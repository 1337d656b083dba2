package org.separatrix.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.api.figure.Figure;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.runner.cli.Services;
import org.separatrix.runner.execute.Progress;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.execute.StudyRun;

class SweepSearchTest {
  @TempDir private Path folder = Path.of("");

  private StudyOutcome run(String optimizers, String start) throws IOException {
    return run("{type: lee-2016}", optimizers, start);
  }

  private StudyOutcome run(String objectives, String optimizers, String start) throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            objectives: [%s]
            starts: [%s]
            runs: 50
            optimizers: [%s]
            stop: {gradient-tolerance: 1.0e-6, max-steps: 5000}
            analyze: [{type: escape-time, runs: 1000}]
            """
                .formatted(objectives, start, optimizers));
    Services services =
        Services.create(
            PluginLoader.load(SweepSearchTest.class.getClassLoader()), new SourceCompiler());
    return new StudyRun(
            services.planner().plan(study, List.of()),
            services.registry(),
            1,
            Progress.SILENT,
            () -> false)
        .run();
  }

  /** The slope of the escape is ln z, z the larger root of z^2 - (1 + beta + 0.05) z + beta. */
  @Test
  void momentumIsFoundAndItsEscapeRateFollowsTheRoots() throws IOException {
    StudyOutcome outcome =
        run("{type: heavy-ball, step: 0.05, momentum: [0.9, 0, 0.5]}", "{type: uniform-box}");

    List<Sweep> slopes =
        outcome.sweeps().stream().filter(sweep -> sweep.quantity().startsWith("slope")).toList();
    assertThat(slopes).hasSize(1);
    assertThat(slopes.get(0).parameter()).isEqualTo("optimizer.momentum");
    assertThat(slopes.get(0).subject()).isEqualTo("lee-2016, heavy-ball, uniform-box");
    assertThat(slopes.get(0).prediction()).contains("escape-rate");
    assertThat(slopes.get(0).points())
        .extracting(Sweep.Point::value)
        .containsExactly(0.0, 0.5, 0.9);
    for (Sweep.Point point : slopes.get(0).points()) {
      double half = (1 + point.value() + 0.05) / 2;
      double root = half + Math.sqrt(half * half - point.value());
      assertThat(point.predicted().orElseThrow()).isCloseTo(Math.log(root), within(1e-12));
      assertThat(point.observed()).isCloseTo(Math.log(root), within(1e-4));
    }
    assertThat(outcome.figures()).extracting(Figure::id).anyMatch(id -> id.startsWith("sweep/"));
  }

  @Test
  void twoCellsOrTwoNumbersAreNoSweep() throws IOException {
    assertThat(
            run("{type: heavy-ball, step: 0.05, momentum: [0.5, 0.9]}", "{type: uniform-box}")
                .sweeps())
        .isEmpty();
    assertThat(
            run(
                    "{type: heavy-ball, step: 0.05, momentum: 0}, {type: heavy-ball, step: 0.06,"
                        + " momentum: 0.5}, {type: heavy-ball, step: 0.07, momentum: 0.9}",
                    "{type: uniform-box}")
                .sweeps())
        .isEmpty();
  }

  @Test
  void entriesThatDifferInTheirNamesAloneAreNotMixed() throws IOException {
    List<Sweep> sweeps =
        run(
                "{type: lee-2016, name: one}, {type: lee-2016, name: other}",
                "{type: gradient-descent, step: [0.02, 0.05, 0.08]}",
                "{type: uniform-box}")
            .sweeps();

    assertThat(sweeps)
        .extracting(Sweep::subject)
        .contains("one, gradient-descent, uniform-box", "other, gradient-descent, uniform-box");
    assertThat(sweeps).allSatisfy(sweep -> assertThat(sweep.points()).hasSize(3));
  }

  @Test
  void aNumberOfOneValueIsNoSweep() throws IOException {
    String same = "{type: gradient-descent, step: 0.05, name: %s}";
    assertThat(
            run(
                    String.join(
                        ", ", same.formatted("a"), same.formatted("b"), same.formatted("c")),
                    "{type: uniform-box}")
                .sweeps())
        .isEmpty();
  }

  @Test
  void theWidthOfTheStartIsAParameterToo() throws IOException {
    List<Sweep> sweeps =
        run("{type: gradient-descent, step: 0.05}", "{type: gaussian, sigma: [0.1, 0.01, 0.001]}")
            .sweeps();

    assertThat(sweeps)
        .filteredOn(sweep -> sweep.quantity().equals("steps, median"))
        .singleElement()
        .satisfies(
            sweep -> {
              assertThat(sweep.parameter()).isEqualTo("start.sigma");
              assertThat(sweep.points().get(0).observed())
                  .isGreaterThan(sweep.points().get(2).observed());
            });
  }
}
