package org.separatrix.core.formula;

/** An expression that outgrew its pool. */
final class ExpressionTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExpressionTooLargeException(long limit) {
    super("the expression has more than %,d nodes".formatted(limit));
  }
}
