package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A formula without a value on its domain is refused before anything runs. */
class UndefinedFormulasTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {"x/0 + y", "log(-1) + x + y", "sqrt(-1 - x^2) + y", "log(x) + log(-x) + y"})
  void oneThatHasNoValueIsRefused(String formula) throws IOException {
    Invocation run = validate(formula);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .startsWith(
            folder.resolve("study.yaml")
                + ":2:33: f has no finite value on the domain: none at its center, nor at 4,095"
                + " other points.\nMaybe ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x/y", "log(x) + y", "sqrt(x*y)", "1/(x*y)", "2*x + y"})
  void oneThatHasAValueSomewhereIsNot(String formula) throws IOException {
    assertThat(validate(formula).exitCode()).isEqualTo(ExitCode.DONE);
  }

  private Invocation validate(String formula) throws IOException {
    Path study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            objectives: [{type: formula, f: "%s", variables: [x, y], domain: [[-2, 2], [-2, 2]]}]
            optimizers: [{type: gradient-descent, step: 0.1}]
            starts: [uniform-box]
            runs: 10
            """
                .formatted(formula));
    return Invocation.run("validate", study);
  }
}
