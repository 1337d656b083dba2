package org.separatrix.runner.cli;

import java.util.Locale;

/** What is said when the memory does not suffice. */
final class OutOfMemory {
  private OutOfMemory() {}

  /**
   * Returns the message.
   *
   * @param limit of the heap, in bytes
   */
  static String message(long limit) {
    double gigabytes = (double) limit / (1 << 30);
    long more = Math.max(1, Math.round(2 * gigabytes));
    return String.format(
        Locale.ROOT,
        "separatrix: out of memory: the study needs more than Java's heap, which is limited to %.1f"
            + " GB.%n"
            + "Maybe raise the limit (-Xmx; a quarter of the machine's memory by default), as in"
            + " SEPARATRIX_JAVA_OPTIONS=-Xmx%dg ./separatrix run my.yaml, or choose a smaller"
            + " dimension or fewer runs.",
        gigabytes,
        more);
  }

  static String message() {
    return message(Runtime.getRuntime().maxMemory());
  }
}
