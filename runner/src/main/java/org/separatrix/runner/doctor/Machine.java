package org.separatrix.runner.doctor;

import java.util.Locale;
import org.separatrix.runner.store.Processor;

/** The parts of the machine that need no experiment to be judged. */
final class Machine {
  private static final int OLDEST_JAVA = 17;
  private static final long MEGABYTE = 1 << 20;

  /** A study of 10^7 runs in two dimensions was seen to need less. */
  private static final long COMFORTABLE_HEAP = 512 * MEGABYTE;

  private static final long SMALLEST_HEAP = 64 * MEGABYTE;

  private Machine() {}

  static Diagnosis java() {
    return java(Runtime.version().feature(), System.getProperty("java.vm.name", "unknown"));
  }

  static Diagnosis java(int version, String machine) {
    String seen = "%d, %s".formatted(version, machine);
    return version >= OLDEST_JAVA
        ? Diagnosis.fine("Java", seen)
        : Diagnosis.broken(
            "Java", seen, "install a JDK %d or newer, or set JAVA_HOME".formatted(OLDEST_JAVA));
  }

  static Diagnosis memory() {
    return memory(Runtime.getRuntime().maxMemory());
  }

  static Diagnosis memory(long heap) {
    String seen = String.format(Locale.ROOT, "Java's heap may grow to %,d MB", heap / MEGABYTE);
    String advice =
        "raise the limit, as in SEPARATRIX_JAVA_OPTIONS=-Xmx2g ./separatrix run my.yaml";
    if (heap < SMALLEST_HEAP) {
      return Diagnosis.broken("memory", seen, advice);
    }
    return heap < COMFORTABLE_HEAP
        ? Diagnosis.warning("memory", seen, advice)
        : Diagnosis.fine("memory", seen);
  }

  static Diagnosis processor(Processor processor, int threads) {
    String seen =
        "%s, %d %s, %s"
            .formatted(
                processor.model(),
                threads,
                threads == 1 ? "thread" : "threads",
                processor
                    .vectorBits()
                    .map(bits -> "vectors of " + bits + " bits")
                    .orElse("width of vectors unknown"));
    return processor.vectorBits().filter(bits -> bits < Processor.AVX2_BITS).isPresent()
        ? Diagnosis.warning(
            "processor",
            seen,
            "expect a half or less of the speed that AVX2 gives; choose another machine for long"
                + " studies")
        : Diagnosis.fine("processor", seen);
  }
}
