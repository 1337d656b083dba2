package org.separatrix.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a measurement belongs to. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** Returns processor, software, date and load, in one line. */
  public static String describe() {
    List<String> parts = new ArrayList<>();
    parts.add(processor());
    parts.add(Runtime.getRuntime().availableProcessors() + " processors");
    parts.add("JDK " + System.getProperty("java.version"));
    parts.add("gcc " + firstLine("gcc", "-dumpfullversion"));
    parts.add("numpy " + firstLine("python3", "-c", "import numpy; print(numpy.__version__)"));
    parts.add("torch " + firstLine("python3", "-c", "import torch; print(torch.__version__)"));
    parts.add(LocalDate.now(ZoneOffset.UTC).toString());
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    parts.add(String.format(Locale.ROOT, "load average %.1f at the end", load));
    return String.join(", ", parts) + ".";
  }

  private static String processor() {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch", "unknown processor");
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      List<String> all = lines.toList();
      return "%s (family %s, model %s, %s)"
          .formatted(
              value(all, "model name"),
              value(all, "cpu family"),
              value(all, "model"),
              value(all, "flags").contains("avx512f") ? "AVX-512" : "no AVX-512");
    } catch (IOException unreadable) {
      return System.getProperty("os.arch", "unknown processor");
    }
  }

  private static String value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.substring(0, Math.max(0, line.indexOf(':'))).strip().equals(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("?");
  }

  /** Returns the first line that a command prints; "not installed" if it fails. */
  private static String firstLine(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? output.lines().findFirst().orElse("?") : "not installed";
    } catch (IOException missing) {
      return "not installed";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }
}
