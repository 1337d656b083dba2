package org.separatrix.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.runner.cli.Services;
import org.separatrix.runner.study.Entry;
import org.separatrix.runner.yaml.InvalidStudyException;

class PlannerTest {
  private static final Planner PLANNER =
      Services.create(PluginLoader.load(PlannerTest.class.getClassLoader()), new SourceCompiler())
          .planner();

  @TempDir private Path folder = Path.of("");

  @Test
  void crossesObjectivesOptimizersAndStarts() throws IOException {
    Plan plan =
        plan(
            """
            schema: 1
            objectives: [lee-2016, {type: himmelblau, name: h}]
            optimizers:
              - {type: gradient-descent, step: {times-1-over-L: [0.5, 0.9]}}
              - {type: heavy-ball, name: hb, step: [0.01, 5.0e-2], momentum: 0.9}
              - {type: nesterov, momentum: 0.90, step: 1e-3}
            starts: [uniform-box, {type: gaussian, sigma: 0.1}]
            runs: 10
            """);

    assertThat(plan.study().optimizers())
        .extracting(Entry::name)
        .containsExactly(
            "gradient-descent step=0.5/L",
            "gradient-descent step=0.9/L",
            "hb step=0.01",
            "hb step=0.05",
            "nesterov step=0.001 momentum=0.9");
    assertThat(plan.cells()).hasSize(20).extracting(Cell::id).doesNotHaveDuplicates();
    assertThat(plan.cells().get(0).id())
        .isEqualTo("lee-2016/gradient-descent-step=0.5-over-L/uniform-box");
    assertThat(plan.cells().get(19).id())
        .isEqualTo("h/nesterov-step=0.001-momentum=0.9/gaussian-sigma=0.1");
    assertThat(plan.runs()).isEqualTo(200);
    assertThat(plan.study().name()).isEqualTo("study");
    assertThat(plan.study().seed()).isEqualTo(42);
  }

  @Test
  void givesStepSizesAsNumbers() throws IOException {
    Plan plan =
        plan(
            """
            schema: 1
            objectives: [{type: lee-2016, domain: [[-1, 1], [-1, 1]], lipschitz: 4}]
            optimizers: [{type: heavy-ball, step: {times-2-over-L: 0.5}, momentum: 0.5}]
            starts: [uniform-box]
            runs: 1
            """);

    assertThat(plan.cells().get(0).optimizerJson())
        .hasToString(
            "{\"type\":\"heavy-ball\",\"name\":\"heavy-ball step=0.5*2/L momentum=0.5\","
                + "\"step\":0.25,\"momentum\":0.5}");
    assertThat(plan.resolvedYaml()).contains("step = 0.25, as L = 4 (certified)");
  }

  @Test
  void aFiniteStartLimitsTheRuns() throws IOException {
    Plan plan =
        plan(
            """
            schema: 1
            objectives: [lee-2016]
            optimizers: [{type: gradient-descent, step: 0.1}]
            starts: [{type: points, points: [[0, 1], [1, 0], [1, 1]]}]
            runs: 10
            """);

    assertThat(plan.cells().get(0).runs()).isEqualTo(3);
  }

  /** The resolved study may be run from anywhere, so it names files in full. */
  @Test
  void findsFilesBesideTheStudy() throws IOException {
    Files.writeString(folder.resolve("starts.csv"), "0,1\n1,0\n");

    Plan plan =
        plan(
            """
            schema: 1
            objectives: [lee-2016]
            optimizers: [{type: gradient-descent, step: 0.1}]
            starts: [{type: points, file: starts.csv}]
            runs: 10
            """);

    assertThat(plan.cells().get(0).runs()).isEqualTo(2);
    assertThat(plan.resolvedYaml()).contains("file: \"" + folder.resolve("starts.csv") + "\"");
  }

  @Test
  void staysInTheDomainIfAsked() throws IOException {
    String study =
        """
        schema: 1
        objectives: [{type: lee-2016, domain: [[-1, 1], [-3, 3]]}]
        optimizers: [{type: gradient-descent, step: 0.1}]
        starts: [uniform-box]
        runs: 10
        """;

    var region = plan(study, "stop.stay-in-domain=true").cells().get(0).stop().region();

    assertThat(plan(study).cells().get(0).stop().region()).isEmpty();
    assertThat(region).isPresent();
    double[][] lanes = {{0, 1, 1.1, Double.NaN}, {3, 3.1, 0, 0}};
    assertThat(region.get().contains(lanes, 0)).isTrue();
    assertThat(region.get().contains(lanes, 1)).isFalse();
    assertThat(region.get().contains(lanes, 2)).isFalse();
    assertThat(region.get().contains(lanes, 3)).isFalse();
  }

  @Test
  void saysWhichObjectiveAStartDoesNotFit() {
    assertThatThrownBy(
            () ->
                plan(
                    """
                    schema: 1
                    objectives: [lee-2016, {type: rosenbrock, dimension: 3}]
                    optimizers: [{type: gradient-descent, step: 0.1}]
                    starts: [{type: points, points: [[0, 1]]}]
                    runs: 10
                    """))
        .isInstanceOf(InvalidStudyException.class)
        .hasMessageContaining("study.yaml:4:33: ")
        .hasMessageContaining("rosenbrock");
  }

  @Test
  void saysWhereRunsWouldBeOverAtOnce() {
    assertThatThrownBy(
            () ->
                plan(
                    """
                    schema: 1
                    objectives:
                      - {type: lee-2016}
                      - {type: lee-2016, name: far, domain: [[3.0e8, 5.0e8], [-5.0e8, -4.0e8]]}
                    optimizers: [{type: gradient-descent, step: 0.1}]
                    starts: [uniform-box]
                    runs: 10
                    """))
        .isInstanceOf(InvalidStudyException.class)
        .hasMessageEndingWith(
            "study.yaml:4:5: the domain of 'far' lies beyond divergence-radius 1.0E8, 5.0E8 away"
                + " from the origin, so that runs are over where they start. Maybe raise"
                + " divergence-radius of 'stop'.");
  }

  @Test
  void refusesTooManyCells() {
    String values =
        Stream.iterate(1, i -> i + 1).limit(400).map(String::valueOf).toList().toString();

    assertThatThrownBy(
            () ->
                plan(
                    """
                    schema: 1
                    objectives: [lee-2016]
                    optimizers: [{type: gradient-descent, step: %s}]
                    starts: [{type: gaussian, sigma: %s}]
                    runs: 10
                    """
                        .formatted(values, values)))
        .hasMessageEndingWith(
            "study.yaml: 1 objectives x 400 optimizers x 400 starts make more than 100,000 cells");
  }

  /** All studies of this project, also those of the benchmarks. */
  static List<Path> configs() throws IOException {
    try (Stream<Path> configs = Files.walk(Path.of("../configs"));
        Stream<Path> benchmarks = Files.walk(Path.of("../bench/studies"))) {
      return Stream.concat(configs, benchmarks)
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  /** The resolved study is a fixed point: it resolves to itself, with the same cells. */
  @ParameterizedTest
  @MethodSource("configs")
  void resolvesToItself(Path config) throws IOException {
    Plan plan = PLANNER.plan(config, List.of());
    Plan again = plan(plan.resolvedYaml());

    assertThat(again.resolvedYaml()).isEqualTo(plan.resolvedYaml());
    assertThat(again.cells())
        .extracting(Cell::id)
        .isEqualTo(plan.cells().stream().map(Cell::id).toList());
    assertThat(again.study().name()).isEqualTo(plan.study().name());
    for (int i = 0; i < plan.cells().size(); i++) {
      assertThat(again.cells().get(i).optimizerJson())
          .isEqualTo(plan.cells().get(i).optimizerJson());
    }
  }

  private Plan plan(String text, String... assignments) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    return PLANNER.plan(file, List.of(assignments));
  }
}
