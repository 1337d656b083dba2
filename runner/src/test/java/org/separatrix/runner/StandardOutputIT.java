package org.separatrix.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the built program does when its standard output goes nowhere. */
@Execution(ExecutionMode.CONCURRENT)
class StandardOutputIT {
  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("work"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plugins list", "plugins list --json", "--help", "schema"})
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNamed(String command) throws Exception {
    ProcessBuilder.Redirect full = ProcessBuilder.Redirect.to(new File("/dev/full"));
    Process process = new Program(folder).start(full, command.split(" "));

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(folder.resolveSibling("work.err"))
        .hasContent(
            """
            separatrix: cannot write to standard output: No space left on device; what was printed \
            is not complete.
            Maybe let it go to another place.
            """);
  }

  /** The launcher says how wide the terminal is; one that is too narrow for labels counts as 60. */
  @ParameterizedTest
  @CsvSource({
    "run --help,72,65,72",
    "run --help,0,90,100",
    "run --help,20,54,60",
    "predictions list,72,65,72",
    "predictions list,150,135,150",
    "predictions list,0,90,100",
    "predictions list,20,54,60"
  })
  void textIsAsWideAsTheTerminal(String command, int columns, int atLeast, int atMost) {
    assertThat(longestLine(columns, command)).isBetween(atLeast, atMost);
  }

  private int longestLine(int columns, String command) {
    return new Program(folder, "-Dseparatrix.output.columns=" + columns)
        .run(command.split(" "))
        .output()
        .lines()
        .mapToInt(String::length)
        .max()
        .orElseThrow();
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() throws Exception {
    Process process = new Program(folder).start(ProcessBuilder.Redirect.PIPE, "plugins", "list");
    process.getInputStream().close();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isZero();
    assertThat(folder.resolveSibling("work.err")).isEmptyFile();
  }
}
