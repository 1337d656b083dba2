package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void whatItWritesRuns() {
    Path study = folder.resolve("my.yaml");

    assertThat(Invocation.run("init", study).exitCode()).isZero();

    assertThat(Invocation.run("validate", study).output())
        .isEqualTo(study + ": valid, 3 cells, 30,000 runs\n");
    Invocation run = Invocation.run("run", study, "--out", folder.resolve("results"));
    assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
    assertThat(run.output())
        .contains("consistent          saddle-avoidance", "3 of 3 controls passed");
  }

  @Test
  void refusesToOverwrite() throws IOException {
    Path study = Files.writeString(folder.resolve("my.yaml"), "mine");

    Invocation run = Invocation.run("init", study);

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors()).isEqualTo(study + " exists already.\nMaybe name another file.\n");
    assertThat(study).hasContent("mine");
  }

  @Test
  void saysThatAFolderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("mine"), "");
    Path study = file.resolve("my.yaml");

    assertThat(Invocation.run("init", study).errors())
        .isEqualTo("cannot write %s: %s is a file, not a folder\n".formatted(study, file));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysThatAFolderTakesNoFiles() {
    assertThat(Invocation.run("init", "/proc/my.yaml").errors())
        .isEqualTo("cannot write /proc/my.yaml: nothing can be made in its folder\n");
  }

  @Test
  void saysThatAFolderIsMissing() {
    Path study = folder.resolve("nowhere/my.yaml");

    assertThat(Invocation.run("init", study).errors())
        .isEqualTo(
            "cannot write %s: its folder does not exist.\nMaybe make it first.\n".formatted(study));
  }
}
