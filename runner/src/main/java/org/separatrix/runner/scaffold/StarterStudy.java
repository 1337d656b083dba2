package org.separatrix.runner.scaffold;

/** The study that a new user begins with. */
public final class StarterStudy {
  private StarterStudy() {}

  /** Returns the text of its file. */
  public static String text() {
    return Template.read("starter.yaml");
  }
}
