package org.separatrix.core.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.plugin.Component;

/**
 * The plugins that were found.
 *
 * @param working those that can be used
 * @param broken those that cannot
 */
public record Plugins(List<LoadedPlugin> working, List<BrokenPlugin> broken) {
  /**
   * Copies the lists.
   *
   * @throws PluginException if two plugins add a component of one kind under one id
   */
  public Plugins {
    working = List.copyOf(working);
    broken = List.copyOf(broken);
    rejectClashes(working);
  }

  private static void rejectClashes(List<LoadedPlugin> plugins) {
    Map<String, LoadedPlugin> owners = new LinkedHashMap<>();
    List<String> clashes = new ArrayList<>();
    for (LoadedPlugin plugin : plugins) {
      for (Component<?> component : plugin.components()) {
        String key = component.kind() + " '" + component.id() + "'";
        LoadedPlugin first = owners.putIfAbsent(key, plugin);
        if (first != null) {
          clashes.add(
              "%s is added twice: by %s in %s and by %s in %s."
                  .formatted(key, first.name(), first.origin(), plugin.name(), plugin.origin()));
        }
      }
    }
    if (!clashes.isEmpty()) {
      throw new PluginException(
          String.join(System.lineSeparator(), clashes)
              + System.lineSeparator()
              + "Maybe remove one of the two, or give its component another id.");
    }
  }
}
