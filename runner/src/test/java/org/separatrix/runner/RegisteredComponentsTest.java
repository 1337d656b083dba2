package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.runner.check.ComponentCheck;
import org.separatrix.runner.check.ExampleStudy;
import org.separatrix.runner.cli.Services;
import org.separatrix.runner.plan.Plan;

/** Every registered component, made from the example of its documentation, keeps its contract. */
class RegisteredComponentsTest {
  private static final Services SERVICES =
      Services.create(
          PluginLoader.load(RegisteredComponentsTest.class.getClassLoader()), new SourceCompiler());

  static Stream<Component<?>> contracted() {
    return Stream.of(Component.Kind.OBJECTIVE, Component.Kind.OPTIMIZER, Component.Kind.START)
        .flatMap(kind -> SERVICES.registry().components(kind).stream());
  }

  static Stream<Component<?>> analyzers() {
    return SERVICES.registry().components(Component.Kind.ANALYZER).stream();
  }

  static Stream<Component<?>> controls() {
    return SERVICES.registry().components(Component.Kind.CONTROL).stream();
  }

  @Test
  void everyKindHasComponents() {
    assertThat(ids(Component.Kind.OBJECTIVE)).hasSizeGreaterThanOrEqualTo(20);
    assertThat(ids(Component.Kind.OPTIMIZER)).hasSizeGreaterThanOrEqualTo(4);
    assertThat(ids(Component.Kind.START)).hasSizeGreaterThanOrEqualTo(7);
    assertThat(ids(Component.Kind.ANALYZER)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(ids(Component.Kind.CONTROL)).hasSizeGreaterThanOrEqualTo(4);
  }

  @ParameterizedTest
  @MethodSource("contracted")
  void keepsItsContract(Component<?> component) {
    assertThat(new ComponentCheck(SERVICES.registry(), SERVICES.planner()).complaints(component))
        .isEmpty();
  }

  /** What they find, the studies test. */
  @ParameterizedTest
  @MethodSource("analyzers")
  void analyzersNameTheirPredictions(Component<?> component) {
    Plan plan = new ExampleStudy(component).plan(SERVICES.planner());

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
  void controlsCanBePlanned(Component<?> component) {
    assertThat(new ExampleStudy(component).plan(SERVICES.planner()).controls()).hasSize(1);
  }

  private static Stream<String> ids(Component.Kind kind) {
    return SERVICES.registry().ids(kind).stream();
  }
}
