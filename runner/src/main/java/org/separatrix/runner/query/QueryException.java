package org.separatrix.runner.query;

/** A question that cannot be answered. The message is all that the user needs. */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QueryException(String message) {
    super(message);
  }
}
