package org.separatrix.runner.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A study that cannot be run. The message lists everything that is wrong, one line for each. */
public final class InvalidStudyException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  private final transient List<Diagnostic> diagnostics;

  /**
   * Creates the exception.
   *
   * @param diagnostics what is wrong, sorted by place
   */
  public InvalidStudyException(List<Diagnostic> diagnostics) {
    super(message(diagnostics));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Returns what is wrong, sorted by place. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  private static String message(List<Diagnostic> diagnostics) {
    String shown =
        diagnostics.stream()
            .limit(SHOWN)
            .map(Diagnostic::toString)
            .collect(Collectors.joining(System.lineSeparator()));
    int hidden = diagnostics.size() - SHOWN;
    return hidden <= 0
        ? shown
        : shown + System.lineSeparator() + "... and " + hidden + " more problems";
  }
}
