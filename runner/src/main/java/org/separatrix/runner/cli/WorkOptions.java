package org.separatrix.runner.cli;

import picocli.CommandLine.Option;

/** Options of commands that compute for a while. */
final class WorkOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; one for each processor by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--quiet", description = "Print nothing but errors.")
  private boolean quiet;

  /** Refuses what cannot be. */
  void check() {
    ResultsFolder.checkThreads(threads);
  }

  int threads() {
    return threads;
  }

  boolean isQuiet() {
    return quiet;
  }
}
