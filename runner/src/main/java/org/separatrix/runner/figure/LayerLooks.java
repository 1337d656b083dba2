package org.separatrix.runner.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;

/**
 * Gives the layers of a figure their looks: those with one name look alike, a further name of the
 * same kind and role looks different. Layers are asked for in their order.
 */
final class LayerLooks {
  /** The names that were met, for each kind and role. */
  private final Map<List<Object>, List<String>> names = new HashMap<>();

  /**
   * Returns the look of a layer.
   *
   * @param layer the layer
   * @param role what it stands for
   */
  Look look(Layer layer, Role role) {
    List<String> met =
        names.computeIfAbsent(List.of(layer.getClass(), role), unknown -> new ArrayList<>());
    if (!met.contains(layer.name())) {
      met.add(layer.name());
    }
    return Theme.look(role, met.indexOf(layer.name()));
  }
}
