package org.separatrix.runner.doctor;

/**
 * What was found about one thing.
 *
 * @param subject the thing, such as native libraries
 * @param state how it is
 * @param seen what was seen, with numbers and units
 * @param advice what to do; empty if there is nothing to do
 */
public record Diagnosis(String subject, State state, String seen, String advice) {
  /** How a thing is. */
  public enum State {
    /** As it should be. */
    FINE("fine"),
    /** Studies run, but slower or without a part of what they write. */
    WARNING("warning"),
    /** Some or all studies cannot run. */
    BROKEN("broken");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** Returns the name used in output. */
    public String label() {
      return label;
    }
  }

  static Diagnosis fine(String subject, String seen) {
    return new Diagnosis(subject, State.FINE, seen, "");
  }

  static Diagnosis warning(String subject, String seen, String advice) {
    return new Diagnosis(subject, State.WARNING, seen, advice);
  }

  static Diagnosis broken(String subject, String seen, String advice) {
    return new Diagnosis(subject, State.BROKEN, seen, advice);
  }
}
