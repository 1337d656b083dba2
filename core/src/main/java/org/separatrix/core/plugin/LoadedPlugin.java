package org.separatrix.core.plugin;

import java.util.List;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.SeparatrixPlugin;

/**
 * A plugin that works.
 *
 * @param plugin the plugin
 * @param origin the jar or folder that it comes from
 */
public record LoadedPlugin(SeparatrixPlugin plugin, String origin) {
  /** Returns the name of the plugin's class. */
  public String name() {
    return plugin.getClass().getName();
  }

  /** Returns the components in the order of declaration. */
  public List<Component<?>> components() {
    return plugin.components();
  }
}
