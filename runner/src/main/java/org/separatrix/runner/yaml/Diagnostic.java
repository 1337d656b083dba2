package org.separatrix.runner.yaml;

import java.util.regex.Pattern;

/**
 * Something wrong in a study.
 *
 * @param location where
 * @param message what is wrong and the way out; advice may stand on lines of its own
 */
public record Diagnostic(Location location, String message) {
  /** A longer word was not written by a person, and is not worth showing in full. */
  private static final Pattern LONG_WORD = Pattern.compile("(\\S{200})\\S{100,}");

  /** Cuts words of more than 300 characters. */
  public Diagnostic {
    message = LONG_WORD.matcher(message).replaceAll("$1...");
  }

  @Override
  public String toString() {
    return location + ": " + message;
  }
}
