package org.separatrix.runner.execute;

/** Shows how far a study has come. Called by one thread at a time. */
public interface Progress extends AutoCloseable {
  /** Shows nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void stage(String name) {}

        @Override
        public void advance(long runs) {}

        @Override
        public void close() {}
      };

  /**
   * Says what is being done now.
   *
   * @param name such as a cell's id
   */
  void stage(String name);

  /**
   * Counts finished runs.
   *
   * @param runs how many more
   */
  void advance(long runs);

  /** Clears what is shown. */
  @Override
  void close();
}
