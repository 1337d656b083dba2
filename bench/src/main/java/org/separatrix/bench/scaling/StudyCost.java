package org.separatrix.bench.scaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.separatrix.bench.files.TemporaryFolder;

/**
 * What a study cost, from the start of the program to its end.
 *
 * @param seconds time on the wall
 * @param megabytes largest memory of the process; empty where the system does not tell
 * @param gradients gradients that were evaluated
 */
record StudyCost(double seconds, OptionalDouble megabytes, double gradients) {
  private static final long POLL_MILLISECONDS = 20;
  private static final double NANOSECOND = 1e-9;
  private static final double KILOBYTES = 1024;

  /**
   * Runs a study in a process of its own.
   *
   * @param home the checkout, with the launcher
   * @param study the study, a file in {@code bench/studies}
   * @param threads number of threads
   * @param limit seconds after which it is ended
   * @param settings what to change, as for {@code --set}
   * @return what it cost; not a number of gradients if it was ended
   */
  static StudyCost of(Path home, String study, int threads, double limit, String... settings)
      throws IOException, InterruptedException {
    try (TemporaryFolder out = TemporaryFolder.create("separatrix-scaling")) {
      return of(home, study, threads, limit, out.path(), settings);
    }
  }

  private static StudyCost of(
      Path home, String study, int threads, double limit, Path out, String... settings)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("separatrix").toString(),
                "run",
                home.resolve("bench/studies").resolve(study).toString(),
                "--threads",
                Integer.toString(threads),
                "--quiet",
                "--out",
                out.resolve("results").toString()));
    for (String setting : settings) {
      command.add("--set");
      command.add(setting);
    }
    Path log = out.resolve("log");
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    OptionalDouble memory = OptionalDouble.empty();
    while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
      OptionalDouble now = memory(process.pid());
      memory = now.isPresent() ? now : memory;
      if ((System.nanoTime() - started) * NANOSECOND > limit) {
        process.destroyForcibly().waitFor();
        return new StudyCost(limit, memory, Double.NaN);
      }
    }
    double seconds = (System.nanoTime() - started) * NANOSECOND;
    if (process.exitValue() != 0) {
      throw new IOException("%s: %s".formatted(study, Files.readString(log)));
    }
    return new StudyCost(seconds, memory, gradients(out.resolve("results/summary.json")));
  }

  /** Tells whether the study came to its end. */
  boolean isFinished() {
    return !Double.isNaN(gradients);
  }

  private static double gradients(Path summary) throws IOException {
    double sum = 0;
    for (JsonNode cell : new ObjectMapper().readTree(summary.toFile()).path("cells")) {
      sum += cell.path("gradientEvaluations").asDouble();
    }
    return sum;
  }

  /** The launcher becomes the program, so its number is the program's. */
  private static OptionalDouble memory(long process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILOBYTES)
          .findFirst();
    } catch (IOException | RuntimeException ended) {
      return OptionalDouble.empty();
    }
  }
}
