package org.separatrix.runner.parts;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A part cannot be written or read. */
public final class StoreException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private final IOException reason;

  /**
   * Creates the exception.
   *
   * @param cause says why
   */
  public StoreException(IOException cause) {
    super(cause);
    reason = cause;
  }

  /** Returns why. */
  public IOException reason() {
    return reason;
  }
}
