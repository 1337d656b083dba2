package org.separatrix.core.plugin;

/**
 * A plugin that cannot be used. The others can.
 *
 * @param origin the jar or folder that it comes from
 * @param problem what is wrong, with the class's name if it is known
 */
public record BrokenPlugin(String origin, String problem) {
  /** Returns one line for a person. */
  public String message() {
    return "plugin in %s does not work: %s".formatted(origin, problem);
  }
}
