package org.separatrix.core.engine;

import org.jspecify.annotations.Nullable;
import org.separatrix.core.plugin.Failure;

/**
 * An objective, a method or a start threw while an ensemble ran. The cause is what it threw; the
 * message says where, which the name of the experiment does not.
 */
public final class EnsembleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param name of the experiment
   * @param firstRun number of the first run that may have failed
   * @param lastRun number of the last such run
   * @param cause what was thrown
   */
  public EnsembleException(String name, long firstRun, long lastRun, @Nullable Throwable cause) {
    super(
        "'%s' failed in runs %d to %d: %s"
            .formatted(name, firstRun, lastRun, cause == null ? "" : new Failure(cause).describe()),
        cause);
  }
}
