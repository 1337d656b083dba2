package org.separatrix.runner.yaml;

/** A value in a YAML file, with its place. Immutable. */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {
  /** Returns the place where the value starts. */
  Location location();

  /** Returns what the value is, for messages that expected something else. */
  String describe();
}
