package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.contract.ObjectiveContract;
import org.separatrix.core.contract.OptimizerContract;
import org.separatrix.core.contract.StartContract;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.runner.cli.Services;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;

/** Every registered component, made from the example of its documentation, keeps its contract. */
class RegisteredComponentsTest {
  private static final long SEED = 20160623;
  private static final Services SERVICES =
      Services.create(
          PluginLoader.load(RegisteredComponentsTest.class.getClassLoader()), new SourceCompiler());

  @TempDir private Path folder = Path.of("");

  static Stream<String> objectives() {
    return ids(Component.Kind.OBJECTIVE);
  }

  static Stream<String> optimizers() {
    return ids(Component.Kind.OPTIMIZER);
  }

  static Stream<String> starts() {
    return ids(Component.Kind.START);
  }

  static Stream<String> analyzers() {
    return ids(Component.Kind.ANALYZER);
  }

  static Stream<String> controls() {
    return ids(Component.Kind.CONTROL);
  }

  @Test
  void everyKindHasComponents() {
    assertThat(objectives()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(optimizers()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(starts()).hasSizeGreaterThanOrEqualTo(7);
    assertThat(analyzers()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(controls()).hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void objectivesKeepTheirContract(String id) throws IOException {
    Cell cell = plan(Component.Kind.OBJECTIVE, id).cells().get(0);

    assertThat(ObjectiveContract.violations(cell.problem().objective(), SEED)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void optimizersKeepTheirContract(String id) throws IOException {
    Record config = plan(Component.Kind.OPTIMIZER, id).study().optimizers().get(0).config();

    assertThat(
            OptimizerContract.violations(
                problem -> SERVICES.registry().optimizer(id).factory().create(config, problem),
                SEED))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("starts")
  void startsKeepTheirContract(String id) throws IOException {
    Cell cell = plan(Component.Kind.START, id).cells().get(0);

    assertThat(StartContract.violations(cell.start(), cell.problem().dimension(), SEED)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("analyzers")
  void analyzersNameTheirPredictions(String id) throws IOException {
    Plan plan = plan(Component.Kind.ANALYZER, id);

    assertThat(plan.analyzers().get(0).predictions())
        .isNotEmpty()
        .allSatisfy(
            prediction -> {
              assertThat(prediction.statement()).isNotBlank();
              assertThat(prediction.source()).isNotBlank();
              assertThat(prediction.refutation()).isNotBlank();
              assertThat(prediction.hypotheses()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("controls")
  void controlsCanBePlanned(String id) throws IOException {
    assertThat(plan(Component.Kind.CONTROL, id).controls()).hasSize(1);
  }

  /** Plans a study in which the component's example stands among others that fit it. */
  private Plan plan(Component.Kind kind, String id) throws IOException {
    String study =
        """
        schema: 1
        objectives: [%s]
        optimizers: [%s]
        starts: [%s]
        runs: 10
        analyze: [%s]
        controls: [%s]
        """
            .formatted(
                kind == Component.Kind.OBJECTIVE ? example(kind, id) : "{type: lee-2016}",
                kind == Component.Kind.OPTIMIZER
                    ? example(kind, id)
                    : "{type: gradient-descent, step: 0.01}",
                kind == Component.Kind.START ? example(kind, id) : "{type: uniform-box}",
                kind == Component.Kind.ANALYZER ? example(kind, id) : "saddle-avoidance",
                kind == Component.Kind.CONTROL ? example(kind, id) : "start-on-stable-manifold");
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, study);
    return SERVICES.planner().plan(file, List.of());
  }

  private static String example(Component.Kind kind, String id) {
    Doc doc = SERVICES.registry().find(kind, id).orElseThrow().config().getAnnotation(Doc.class);
    return doc == null || doc.example().isEmpty() ? "{type: " + id + "}" : doc.example();
  }

  private static Stream<String> ids(Component.Kind kind) {
    return SERVICES.registry().ids(kind).stream();
  }
}
