package org.separatrix.runner.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys of a cell's objective, optimizer and start.
 *
 * @param texts every value as text, by its path
 * @param numbers those that are numbers
 */
record CellParameters(Map<String, String> texts, Map<String, Double> numbers) {
  /** Names follow from the other keys, or would make every cell one of its own. */
  private static final String NAME = "name";

  /** Collects them. */
  static CellParameters of(JsonNode objective, JsonNode optimizer, JsonNode start) {
    CellParameters all = new CellParameters(new TreeMap<>(), new LinkedHashMap<>());
    all.add("objective", objective);
    all.add("optimizer", optimizer);
    all.add("start", start);
    return all;
  }

  private void add(String path, JsonNode node) {
    if (node.isObject()) {
      node.properties().stream()
          .filter(entry -> !entry.getKey().equals(NAME))
          .forEach(entry -> add(path + "." + entry.getKey(), entry.getValue()));
      return;
    }
    texts.put(path, node.toString());
    if (node.isNumber()) {
      numbers.put(path, node.doubleValue());
    }
  }

  /** Returns everything but one number, to find the cells that differ in it alone. */
  Map<String, String> without(String parameter) {
    Map<String, String> rest = new TreeMap<>(texts);
    rest.remove(parameter);
    return rest;
  }
}
