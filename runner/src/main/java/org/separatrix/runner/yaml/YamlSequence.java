package org.separatrix.runner.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of values.
 *
 * @param location where it starts
 * @param items the values
 */
public record YamlSequence(Location location, List<YamlNode> items) implements YamlNode {
  /** Copies the list. */
  public YamlSequence {
    items = List.copyOf(items);
  }

  /**
   * Returns this list with another value at an index.
   *
   * @param index the index
   * @param value the value
   */
  public YamlSequence with(int index, YamlNode value) {
    List<YamlNode> changed = new ArrayList<>(items);
    changed.set(index, value);
    return new YamlSequence(location, changed);
  }

  @Override
  public String describe() {
    return items.isEmpty() ? "an empty list" : "a list";
  }
}
