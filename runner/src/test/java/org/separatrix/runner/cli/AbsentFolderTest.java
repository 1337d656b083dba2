package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that reads results says in the same words that there is no such folder. */
class AbsentFolderTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resume DIR",
        "status DIR",
        "collect DIR",
        "query DIR tables",
        "merge DIR DIR/other --out OUT",
        "clean DIR",
        "compare DIR",
        "report DIR",
        "export --latex DIR",
        "verify DIR"
      })
  void isSaidToBeAbsent(String command) throws IOException {
    Path absent = folder.resolve("absent");
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(run(command, absent)).isEqualTo(message(absent, "no such folder"));
    assertThat(run(command, file)).isEqualTo(message(file, "is a file, not a folder"));
  }

  private Invocation run(String command, Path results) {
    String words =
        command.replace("DIR", results.toString()).replace("OUT", folder.resolve("out").toString());
    return Invocation.run((Object[]) words.split(" "));
  }

  private static Invocation message(Path results, String reason) {
    return new Invocation(
        ExitCode.BAD_INPUT,
        "",
        "%s: %s.%nMaybe name a folder that separatrix run wrote.%n".formatted(results, reason));
  }
}
