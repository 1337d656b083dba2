package org.separatrix.runner.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects everything that is wrong in a study, so that all of it is reported at once. */
public final class Diagnostics {
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  /**
   * Adds a problem; the same problem at the same place counts once.
   *
   * @param location where
   * @param message what is wrong and the way out
   */
  public void add(Location location, String message) {
    found.add(new Diagnostic(location, message));
  }

  /**
   * Adds a problem after which nothing more can be read.
   *
   * @param location where
   * @param message what is wrong and the way out
   * @return never; for use in a throw statement
   * @throws InvalidStudyException always, with all problems
   */
  public InvalidStudyException fatal(Location location, String message) {
    add(location, message);
    return new InvalidStudyException(sorted());
  }

  /** Returns the number of problems so far. */
  public int count() {
    return found.size();
  }

  /**
   * Does nothing if there are no problems.
   *
   * @throws InvalidStudyException with all problems
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidStudyException(sorted());
    }
  }

  private List<Diagnostic> sorted() {
    return found.stream().sorted(Comparator.comparing(Diagnostic::location)).toList();
  }
}
