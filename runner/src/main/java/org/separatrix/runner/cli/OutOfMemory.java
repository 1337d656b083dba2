package org.separatrix.runner.cli;

import java.util.Locale;

/** What is said when the memory does not suffice. */
final class OutOfMemory {
  private static final int MEGABYTE = 1 << 20;
  private static final double GIGABYTE = 1 << 30;

  private OutOfMemory() {}

  /**
   * Returns the message.
   *
   * @param limit of the heap, in bytes
   */
  static String message(long limit) {
    return String.format(
        Locale.ROOT,
        "separatrix: out of memory: the study needs more than Java's heap, which is limited to %,d"
            + " MB.%n"
            + "Maybe raise the limit (-Xmx; a quarter of the machine's memory by default), as in"
            + " SEPARATRIX_JAVA_OPTIONS=-Xmx%dg ./separatrix run my.yaml, or choose a smaller"
            + " dimension or fewer runs.",
        limit / MEGABYTE,
        Math.max(1, Math.round(2 * limit / GIGABYTE)));
  }

  static String message() {
    return message(Runtime.getRuntime().maxMemory());
  }
}
