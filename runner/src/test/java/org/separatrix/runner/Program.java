package org.separatrix.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built program, run as a process in a folder. */
final class Program {
  private static final long PATIENCE_SECONDS = 240;

  /** These runs are over before the optimising compiler repays its work. */
  private static final String FIRST_TIER = "-XX:TieredStopAtLevel=1";

  private final Path folder;
  private final List<String> javaOptions;

  Program(Path folder, String... javaOptions) {
    this.folder = folder;
    this.javaOptions = List.of(javaOptions);
  }

  /** The checkout, where the studies stand. */
  static Path home() {
    return Path.of(System.getProperty("separatrix.home")).toAbsolutePath();
  }

  /** Runs the program to its end. */
  Result run(String... arguments) {
    try {
      Process process = start(arguments);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + String.join(" ", arguments));
      }
      return result(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Starts the program; its output goes to files beside the folder. */
  Process start(String... arguments) throws IOException {
    return start(ProcessBuilder.Redirect.to(output().toFile()), arguments);
  }

  /** Starts the program; its standard output goes where it is told. */
  Process start(ProcessBuilder.Redirect output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(FIRST_TIER);
    command.addAll(javaOptions);
    command.add("-cp");
    command.add(Path.of(System.getProperty("separatrix.lib"), "*").toString());
    command.add("org.separatrix.runner.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(output)
        .redirectError(errors().toFile())
        .start();
  }

  /** What a process that has ended left. */
  Result result(Process process) throws IOException {
    return new Result(
        process.exitValue(), Files.readString(output(), UTF_8), Files.readString(errors(), UTF_8));
  }

  private Path output() {
    return folder.resolveSibling(folder.getFileName() + ".out");
  }

  private Path errors() {
    return folder.resolveSibling(folder.getFileName() + ".err");
  }

  record Result(int exitCode, String output, String errors) {}
}
