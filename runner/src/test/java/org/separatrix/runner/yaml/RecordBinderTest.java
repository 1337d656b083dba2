package org.separatrix.runner.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;

class RecordBinderTest {
  private final Diagnostics diagnostics = new Diagnostics();

  enum Shape {
    ROUND,
    VERY_ROUND
  }

  record Inner(@Doc("a") double a, @Doc(value = "b", defaultValue = "[1, 2]") List<Long> b) {
    Inner {
      if (a < 0) {
        throw new IllegalArgumentException("a is negative");
      }
    }
  }

  record Everything(
      @Doc("number") double number,
      @Doc("count") int count,
      @Doc("flag") boolean flag,
      @Doc("text") String someText,
      @Doc("shape") Shape shape,
      @Doc("step") StepSize step,
      @Doc("domain") Box domain,
      @Doc("vector") double[] vector,
      @Doc("matrix") double[][] matrix,
      @Doc("constants") Map<String, Double> constants,
      @Doc("inner") Inner inner,
      @Doc("inners") List<Inner> inners,
      @Doc("file") Path file,
      @Doc("absent") @Nullable Double absent,
      @Doc("absent vector") double @Nullable [] absentVector,
      @Doc(value = "default", defaultValue = "{times-2-over-L: 0.5}") StepSize preset) {}

  private static final String EVERYTHING =
      "{number: 1, count: 2, flag: true, some-text: x, shape: very-round, step: {times-1-over-L: 0.9},"
          + " domain: [[-1, 1], [0, 2]], vector: [1, 2.5], matrix: [[1, 2], [3]],"
          + " constants: {b: 0.7}, inner: {a: 1}, inners: [{a: 2, b: []}], file: a.csv}";

  @Test
  void bindsEveryType() {
    Everything bound = bound(EVERYTHING);

    assertThat(bound.number()).isEqualTo(1);
    assertThat(bound.count()).isEqualTo(2);
    assertThat(bound.flag()).isTrue();
    assertThat(bound.someText()).isEqualTo("x");
    assertThat(bound.shape()).isEqualTo(Shape.VERY_ROUND);
    assertThat(bound.step()).isEqualTo(new StepSize(0.9, StepSize.Unit.ONE_OVER_L));
    assertThat(bound.domain()).isEqualTo(new Box(new double[] {-1, 0}, new double[] {1, 2}));
    assertThat(bound.vector()).containsExactly(1, 2.5);
    assertThat(bound.matrix()).isDeepEqualTo(new double[][] {{1, 2}, {3}});
    assertThat(bound.constants()).containsExactly(Map.entry("b", 0.7));
    assertThat(bound.inner()).isEqualTo(new Inner(1, List.of(1L, 2L)));
    assertThat(bound.inners()).containsExactly(new Inner(2, List.of()));
    assertThat(bound.file()).isEqualTo(Path.of("/study/a.csv"));
    assertThat(bound.absent()).isNull();
    assertThat(bound.absentVector()).isNull();
    assertThat(bound.preset()).isEqualTo(new StepSize(0.5, StepSize.Unit.TWO_OVER_L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[-1, 2]; [-1.0, 2.0]",
        "[[-1, 2]]; [-1.0, 2.0]",
        "[[-1, 2], [0, 1]]; [-1.0, 2.0] x [0.0, 1.0]",
      })
  void readsABoxAsOneIntervalOrAsAList(String yaml, String box) {
    String everything = EVERYTHING.replace("domain: [[-1, 1], [0, 2]]", "domain: " + yaml);

    assertThat(bound(everything).domain()).hasToString(box);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "[1]; 'domain' of thing must be an interval [low, high], but has 1 number",
        "[2, 1]; 'domain' of thing is [2, 1]: the lower bound must be below the upper one",
        "[[1]]; item 1 of 'domain' of thing must be an interval [low, high], but has 1 number",
        "[1, [1, 2]]; expected a list for item 1 of 'domain' of thing, but got 1",
        "[]; 'domain' of thing needs one interval [low, high] for each coordinate",
      })
  void refusesWhatIsNoBox(String yaml, String problem) {
    bind(EVERYTHING.replace("domain: [[-1, 1], [0, 2]]", "domain: " + yaml), Everything.class);

    assertThatThrownBy(diagnostics::throwIfAny).hasMessage("it: " + problem);
  }

  /** What is written out with its defaults is read as the same. */
  @Test
  void writesWhatItReads() {
    Everything bound = bound(EVERYTHING);
    String written = YamlWriter.flow(ConfigNodes.of(bound));

    Everything again = bound(written);

    assertThat(YamlWriter.flow(ConfigNodes.of(again))).isEqualTo(written);
    assertThat(written)
        .contains("preset: {times-2-over-L: 0.5}", "inner: {a: 1, b: [1, 2]}")
        .doesNotContain("absent");
  }

  @Test
  void reportsEveryProblemOfARecordAtOnce() {
    assertThat(bind("{a: x, b: [1, 2.5, y], c: 1}", Inner.class)).isNull();
    assertThatThrownBy(diagnostics::throwIfAny)
        .hasMessage(
            """
            it: unknown key 'c' for thing. Known: a, b.
            it: expected a number, but got 'x'
            it: expected a whole number, but got 2.5
            it: expected a whole number, but got 'y'""");
  }

  @Test
  void placesWhatAConstructorRefuses() {
    Location key = new Location("f", 3, 4);
    YamlMapping node =
        new YamlMapping(
            new Location("f", 1, 1),
            Map.of("a", new YamlMapping.Entry(key, YamlScalar.of(key, "-1", true))));

    assertThat(
            new RecordBinder(diagnostics, Path.of("/study"))
                .bind(node, Inner.class, "thing", List.of()))
        .isNull();
    assertThatThrownBy(diagnostics::throwIfAny).hasMessage("f:3:4: a is negative");
  }

  @Test
  void suggestsConstants() {
    assertThat(bind(EVERYTHING.replace("very-round", "very_round"), Everything.class)).isNull();
    assertThatThrownBy(diagnostics::throwIfAny)
        .hasMessage(
            "it: expected one of round, very-round, but got 'very_round'. Did you mean"
                + " 'very-round'?");
  }

  @Test
  void wantsDocumentation() {
    record Bare(double a) {}

    assertThatThrownBy(() -> ConfigSchema.of(Bare.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("component 'a'")
        .hasMessageEndingWith("has no @Doc");
  }

  private Everything bound(String text) {
    return Objects.requireNonNull(bind(text, Everything.class));
  }

  private <R extends Record> @Nullable R bind(String text, Class<R> type) {
    YamlNode node = YamlReader.value(text, Location.of("it"), diagnostics);
    return new RecordBinder(diagnostics, Path.of("/study"))
        .bind((YamlMapping) node, type, "thing", List.of());
  }
}
