package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.runner.check.ExampleStudy;
import org.separatrix.runner.cli.Services;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.InvalidStudyException;

/**
 * Whatever is given for a key of any registered component, a plan comes of it, or a message that
 * names the place.
 */
@Execution(ExecutionMode.CONCURRENT)
class WrongValuesTest {
  private static final Services SERVICES =
      Services.create(
          PluginLoader.load(WrongValuesTest.class.getClassLoader()), new SourceCompiler());

  private static final List<String> VALUES =
      List.of(
          "word",
          "null",
          "0",
          "-3",
          "1e308",
          ".nan",
          "12345678901234567890",
          "[]",
          "[a]",
          "[[1]]",
          "[{a: 1}]",
          "{}",
          "{low: 1, high: 2}");

  /** A line begins with a place, or is a hint that belongs to the line before. */
  private static final String PLACE = "(--set \\S+|.+\\.yaml:\\d+:\\d+): .+|Maybe .+";

  static Stream<Component<?>> components() {
    return Stream.of(Component.Kind.values())
        .flatMap(kind -> SERVICES.registry().components(kind).stream());
  }

  @ParameterizedTest
  @MethodSource("components")
  void endInAPlanOrAMessage(Component<?> component) {
    List<String> wrong = new ArrayList<>();
    for (ConfigKey key : ConfigSchema.of(component.config()).keys()) {
      for (String value : VALUES) {
        String assignment = "%s[0].%s=%s".formatted(list(component.kind()), key.name(), value);
        try {
          new ExampleStudy(component).plan(SERVICES.planner(), assignment);
        } catch (InvalidStudyException message) {
          assertThat(String.valueOf(message.getMessage()).lines())
              .allMatch(line -> line.matches(PLACE));
        } catch (RuntimeException internal) {
          wrong.add(assignment + ": " + internal);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String list(Component.Kind kind) {
    return switch (kind) {
      case OBJECTIVE -> "objectives";
      case OPTIMIZER -> "optimizers";
      case START -> "starts";
      case ANALYZER -> "analyze";
      case CONTROL -> "controls";
    };
  }
}
