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
  static final String FIRST_TIER = "-XX:TieredStopAtLevel=1";

  private static final Path LIBRARIES = Path.of(System.getProperty("separatrix.lib", ""));

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
    List<String> options = new ArrayList<>(javaOptions);
    options.add("-XX:SharedArchiveFile=" + ClassArchive.FILE);
    return new ProcessBuilder(command(options, arguments))
        .directory(folder.toFile())
        .redirectOutput(output)
        .redirectError(errors().toFile())
        .start();
  }

  private static List<String> command(List<String> javaOptions, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(FIRST_TIER, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", LIBRARIES.resolve("*").toString()));
    command.add("org.separatrix.runner.Main");
    command.addAll(List.of(arguments));
    return command;
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

  /**
   * The classes that a study loads, so that a process starts in half the time. The option before
   * the command has all commands made.
   */
  private static final class ClassArchive {
    static final Path FILE = LIBRARIES.resolveSibling("classes.jsa");

    static {
      try {
        make();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void make() throws IOException, InterruptedException {
      Files.deleteIfExists(FILE);
      new ProcessBuilder(
              command(
                  List.of("-XX:ArchiveClassesAtExit=" + FILE),
                  "--stack-trace",
                  "run",
                  home().resolve("configs/lee-2016/example.yaml").toString(),
                  "--set",
                  "runs=1000",
                  "--quiet",
                  "--out",
                  LIBRARIES.resolveSibling("classes-of").toString()))
          .start()
          .waitFor();
    }
  }
}
