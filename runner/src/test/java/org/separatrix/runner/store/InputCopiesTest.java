package org.separatrix.runner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.runner.input.InputFile;

class InputCopiesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aCopyThatFailsLeavesNoEmptyFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("starts.csv"), "0,1\n");
    InputFile read = InputFile.read(file).orElseThrow();
    Files.writeString(file, "0,2\n");
    Path results = Files.createDirectory(folder.resolve("results"));

    assertThatThrownBy(() -> new InputCopies(results).add(List.of(read)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was changed after it had been read");
    assertThat(results).isEmptyDirectory();
  }
}
