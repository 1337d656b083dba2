package org.separatrix.runner.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {
  private static final String STUDY =
      "{name: x, runs: 5, optimizers: [{type: a, step: 1}, {type: b}], stop: {max-steps: 3}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "runs=7; {name: x, runs: 7, optimizers: [{type: a, step: 1}, {type: b}], stop: {max-steps: 3}}",
        "optimizers[1].step=[0.1, 0.2]; {name: x, runs: 5, optimizers: [{type: a, step: 1}, {type: b, step: [0.1, 0.2]}], stop: {max-steps: 3}}",
        "stop.max-steps=9; {name: x, runs: 5, optimizers: [{type: a, step: 1}, {type: b}], stop: {max-steps: 9}}",
        "output.runs=0; {name: x, runs: 5, optimizers: [{type: a, step: 1}, {type: b}], stop: {max-steps: 3}, output: {runs: 0}}",
        "optimizers=[c]; {name: x, runs: 5, optimizers: [c], stop: {max-steps: 3}}",
        "name=a=b; {name: \"a=b\", runs: 5, optimizers: [{type: a, step: 1}, {type: b}], stop: {max-steps: 3}}"
      })
  void replacesOrAddsAValue(String option, String expected) {
    String changed = YamlWriter.flow(apply(option));

    assertThat(changed.replace("name: a=b", "name: \"a=b\"")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "optimizers[2].step=1; --set optimizers[2].step: 'optimizers' has 2 items, counted from [0]",
        "name.first=1; --set name.first: 'name' is 'x', which has no keys",
        "runs[0]=1; --set runs[0]: 'runs' is 5, not a list",
        "optimisers[0].step=1; --set optimisers[0].step: the study has no list 'optimisers'. Did you mean 'optimizers'? It has name, runs, optimizers, stop.",
        "runs; --set runs: expected a path and a value, such as optimizers[0].step=0.05",
        "a..b=1; --set a..b: expected a path and a value, such as optimizers[0].step=0.05",
        "runs=[1; --set runs: not valid YAML while parsing a flow sequence that starts at 1:1: expected ',' or ']', but got the end of the file"
      })
  void saysWhatIsThereInstead(String option, String message) {
    assertThatThrownBy(() -> apply(option)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "optimizers.step, optimizers[0].step",
    "optimizers.1.step, optimizers[1].step",
    "optimizers.b.step, optimizers[1].step"
  })
  void advisesOnAMissingIndex(String path, String meant) {
    assertThatThrownBy(() -> apply(path + "=1"))
        .hasMessage("--set %s: 'optimizers' is a list.\nMaybe write %s.", path, meant);
  }

  @Test
  void advisesOnKeysOfAnIdAlone() {
    YamlMapping root =
        (YamlMapping)
            YamlReader.value("{analyze: [a, escape-time]}", Location.of("f"), new Diagnostics());
    assertThatThrownBy(() -> Assignment.apply(root, "analyze[1].runs=3", new Diagnostics()))
        .hasMessage(
            "--set analyze[1].runs: 'analyze[1]' is 'escape-time', which has no keys.\n"
                + "Maybe write --set 'analyze[1]={type: escape-time, runs: 3}'.");
  }

  private static YamlMapping apply(String option) {
    Diagnostics diagnostics = new Diagnostics();
    YamlMapping root = (YamlMapping) YamlReader.value(STUDY, Location.of("f"), diagnostics);
    YamlMapping changed = Assignment.apply(root, option, diagnostics);
    diagnostics.throwIfAny();
    return changed;
  }
}
