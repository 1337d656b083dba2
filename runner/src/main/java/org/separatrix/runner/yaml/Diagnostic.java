package org.separatrix.runner.yaml;

/**
 * Something wrong in a study.
 *
 * @param location where
 * @param message what is wrong and the way out; advice may stand on lines of its own
 */
public record Diagnostic(Location location, String message) {
  @Override
  public String toString() {
    return location + ": " + message;
  }
}
