package org.separatrix.runner.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.api.plugin.Doc;

class SweepTest {
  private final Diagnostics diagnostics = new Diagnostics();

  record Inner(@Doc("rho") double rho) {}

  record Config(
      @Doc("step") StepSize step,
      @Doc("momentum") double momentum,
      @Doc("text") String text,
      @Doc("vector") double[] vector,
      @Doc("with") Map<String, Double> with,
      @Doc("inner") Inner inner) {}

  @Test
  void makesTheProductOfAllLists() {
    assertThat(expand("{step: [0.1, 0.2], momentum: [0.5, 0.9]}"))
        .containsExactly(
            "{step: 0.1, momentum: 0.5}",
            "{step: 0.1, momentum: 0.9}",
            "{step: 0.2, momentum: 0.5}",
            "{step: 0.2, momentum: 0.9}");
  }

  @Test
  void looksIntoStepSizesMapsAndRecords() {
    assertThat(expand("{step: {times-1-over-L: [0.5, 0.9]}, vector: [1, 2]}"))
        .containsExactly(
            "{step: {times-1-over-L: 0.5}, vector: [1, 2]}",
            "{step: {times-1-over-L: 0.9}, vector: [1, 2]}");
    assertThat(expand("{step: [0.1, {times-2-over-L: [0.5, 0.9]}]}"))
        .containsExactly(
            "{step: 0.1}", "{step: {times-2-over-L: 0.5}}", "{step: {times-2-over-L: 0.9}}");
    assertThat(expand("{with: {b: [1, 2]}, inner: {rho: [3, 4]}, text: [p, q]}")).hasSize(8);
  }

  @Test
  void saysWhatWasChosen() {
    List<Sweep.Variant> variants =
        new Sweep(diagnostics, 100)
            .expand(
                node("{step: {times-1-over-L: [0.5]}, inner: {rho: [3]}, momentum: 1}"),
                Config.class);

    assertThat(variants).hasSize(1);
    assertThat(variants.get(0).choices()).containsOnlyKeys("step", "inner.rho");
  }

  @Test
  void refusesAnEmptyListAndTooManyCombinations() {
    assertThat(expand("{step: []}")).isEmpty();
    assertThatThrownBy(diagnostics::throwIfAny)
        .hasMessage("it: 'step' is an empty list: it needs at least one value");
    assertThat(
            expand(
                "{step: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], momentum: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}"))
        .isEmpty();
    assertThatThrownBy(diagnostics::throwIfAny)
        .hasMessageContaining("the lists in this entry make more than 100 combinations");
  }

  private List<String> expand(String text) {
    return new Sweep(diagnostics, 100)
        .expand(node(text), Config.class).stream()
            .map(variant -> YamlWriter.flow(variant.node()))
            .toList();
  }

  private YamlMapping node(String text) {
    return (YamlMapping) YamlReader.value(text, Location.of("it"), diagnostics);
  }
}
