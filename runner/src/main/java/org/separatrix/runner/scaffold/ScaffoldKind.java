package org.separatrix.runner.scaffold;

/** What a new plugin can add. */
public enum ScaffoldKind {
  /** A function to minimise. */
  OBJECTIVE("objective", "{type: %s, b: 0.5}", "{type: lee-2016}"),
  /** A method. */
  OPTIMIZER("optimizer", "{type: %s, step: [0.02, 0.05]}", "{type: gradient-descent, step: 0.05}"),
  /** A distribution of starting points. */
  START("start", "{type: %s, scale: 0.5}", "{type: uniform-box}"),
  /** A test of predictions. */
  ANALYZER(
      "analyzer", "critical-points, saddle-avoidance, %s", "critical-points, saddle-avoidance");

  private final String label;
  private final String own;
  private final String companion;

  ScaffoldKind(String label, String own, String companion) {
    this.label = label;
    this.own = own;
    this.companion = companion;
  }

  /** Returns the name used on the command line. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }

  /** Returns the word in the template of a study that stands for the entry of this kind. */
  String placeholder() {
    return this == ANALYZER ? "__analyzers__" : "__" + label + "__";
  }

  /** Returns how the new component stands in a study. */
  String ownEntry(String id) {
    return own.formatted(id);
  }

  /** Returns what stands beside a new component of another kind. */
  String companionEntry() {
    return companion;
  }
}
