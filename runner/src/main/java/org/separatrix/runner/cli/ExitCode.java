package org.separatrix.runner.cli;

/** What the program's exit codes mean. */
public final class ExitCode {
  /** Everything asked for was done, and nothing was contradicted. */
  public static final int DONE = 0;

  /** An error in the program or in a plugin, or a machine on which something is broken. */
  public static final int INTERNAL_ERROR = 1;

  /** A bad study or a bad command line. */
  public static final int BAD_INPUT = 2;

  /** Some cells failed. */
  public static final int CELLS_FAILED = 3;

  /** A prediction was contradicted, a control or contract failed, or a result was not confirmed. */
  public static final int CONTRADICTED = 4;

  /** Interrupted by Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
