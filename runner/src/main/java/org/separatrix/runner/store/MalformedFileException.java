package org.separatrix.runner.store;

/** A file of results is missing, or cannot be read as what it should be. */
public final class MalformedFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the file, the key and the value, and a way out
   */
  public MalformedFileException(String message) {
    super(message);
  }
}
