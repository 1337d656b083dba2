package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints; picocli sets its specification before it runs. */
final class Printers {
  /** Set by the launcher when standard output is a terminal. */
  private static final String OUTPUT_IS_TERMINAL = "separatrix.output.terminal";

  private Printers() {}

  static boolean areColored() {
    return Boolean.getBoolean(OUTPUT_IS_TERMINAL) && System.getenv("NO_COLOR") == null;
  }

  static CommandSpec require(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec);
  }

  static PrintWriter out(@Nullable CommandSpec spec) {
    return require(spec).commandLine().getOut();
  }

  static PrintWriter err(@Nullable CommandSpec spec) {
    return require(spec).commandLine().getErr();
  }
}
