package org.separatrix.api.figure;

import java.util.List;
import java.util.Optional;

/**
 * A figure: layers over two axes, drawn in their order.
 *
 * @param id unique within a study: words joined by hyphens, levels by slashes, such as {@code
 *     escape-time/lee-gradient-descent/c1}
 * @param objective name of the objective
 * @param cell id of the cell, if it shows one
 * @param title what it shows, in a line
 * @param caption what to see in it, in a sentence or two, with the numbers it rests on
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers what is drawn, the bottom first, at least one
 */
public record Figure(
    String id,
    String objective,
    Optional<String> cell,
    String title,
    String caption,
    Axis x,
    Axis y,
    List<Layer> layers) {

  /** Copies the layers and checks that there is one. */
  public Figure {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("figure '" + id + "' has nothing to draw");
    }
  }
}
