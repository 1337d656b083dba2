package org.separatrix.runner.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values in the order in which they are written.
 *
 * @param location where it starts
 * @param entries values by key
 */
public record YamlMapping(Location location, Map<String, Entry> entries) implements YamlNode {
  /** Copies the map. */
  public YamlMapping {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * A value and the place of its key.
   *
   * @param keyLocation where the key starts
   * @param value the value
   */
  public record Entry(Location keyLocation, YamlNode value) {}

  /** Returns the keys in order. */
  public Set<String> keys() {
    return entries.keySet();
  }

  /**
   * Returns a value, or null if the key is absent.
   *
   * @param key the key
   */
  public @Nullable YamlNode get(String key) {
    Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  /**
   * Returns the place of a key, or of this mapping if the key is absent.
   *
   * @param key the key
   */
  public Location keyLocation(String key) {
    Entry entry = entries.get(key);
    return entry == null ? location : entry.keyLocation();
  }

  /**
   * Returns this mapping with another value of a key, in its old place or at the end.
   *
   * @param key the key
   * @param value the value
   */
  public YamlMapping with(String key, YamlNode value) {
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    Entry old = entries.get(key);
    changed.put(key, new Entry(old == null ? value.location() : old.keyLocation(), value));
    return new YamlMapping(location, changed);
  }

  @Override
  public String describe() {
    return "a mapping of keys";
  }
}
