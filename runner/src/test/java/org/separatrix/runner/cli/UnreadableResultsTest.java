package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Results of another user, who lets nobody see them. */
@DisabledOnOs(OS.WINDOWS)
class UnreadableResultsTest {
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void open() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** The superuser may read everything. */
  private static void close(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(path), "whoever may read everything cannot test this");
  }

  @Test
  void aFileThatMayNotBeReadIsNotDamaged() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.json"), "{}");
    close(summary);

    assertThat(Invocation.run("report", folder))
        .isEqualTo(new Invocation(2, "", summary + ": no permission to read this file\n"));
  }

  @Test
  void aFolderThatMayNotBeSeenMayHaveAStudy() throws IOException {
    close(folder);

    assertThat(Invocation.run("status", folder))
        .isEqualTo(new Invocation(2, "", folder + ": no permission to look into this folder\n"));
  }
}
