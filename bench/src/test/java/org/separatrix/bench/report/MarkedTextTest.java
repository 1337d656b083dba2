package org.separatrix.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedTextTest {
  @Test
  void replacesWhatStandsBetweenTheMarkers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("README.md");
    Files.writeString(file, "a\n<!-- begin t -->\nold\n<!-- end t -->\nb\n");

    MarkedText.replace(file, "t", "new\n\n");

    assertThat(file).hasContent("a\n<!-- begin t -->\nnew\n<!-- end t -->\nb\n");
  }

  @Test
  void missesMarkers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("README.md");
    Files.writeString(file, "a\n");

    assertThatThrownBy(() -> MarkedText.replace(file, "t", "new"))
        .hasMessageContaining("has no '<!-- begin t --> ... <!-- end t -->'");
  }
}
