package org.separatrix.runner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the operating system says of the processor.
 *
 * @param lines of {@code /proc/cpuinfo}; none where there is no such file
 */
public record Processor(List<String> lines) {
  /** Width of the vectors of AVX2, in bits. */
  public static final int AVX2_BITS = 256;

  private static final Path LINUX = Path.of("/proc/cpuinfo");
  private static final int SSE2_BITS = 128;
  private static final int AVX512_BITS = 512;

  /** Copies the list. */
  public Processor {
    lines = List.copyOf(lines);
  }

  /** Returns that of this machine. */
  public static Processor ofThisMachine() {
    try {
      return new Processor(Files.isReadable(LINUX) ? Files.readAllLines(LINUX) : List.of());
    } catch (IOException unreadable) {
      return new Processor(List.of());
    }
  }

  /** Returns its model where the operating system says it, else its architecture. */
  public String model() {
    return value("model name").orElseGet(() -> System.getProperty("os.arch", "unknown"));
  }

  /** Returns the width of the vectors that it calculates with, in bits, if that is known. */
  public Optional<Integer> vectorBits() {
    return value("flags").map(flags -> vectorBits(Arrays.asList(flags.split(" +"))));
  }

  /** Returns the clock in GHz at the moment of asking, if that is known. */
  public OptionalDouble gigahertz() {
    return value("cpu MHz")
        .map(text -> OptionalDouble.of(Double.parseDouble(text) / 1000))
        .orElseGet(OptionalDouble::empty);
  }

  private static int vectorBits(List<String> flags) {
    if (flags.contains("avx512f")) {
      return AVX512_BITS;
    }
    return flags.contains("avx2") ? AVX2_BITS : SSE2_BITS;
  }

  private Optional<String> value(String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }
}
