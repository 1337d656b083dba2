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
 * @param aspect how the scales of the axes relate
 * @param meshes what the figure is a view of, if that lies in space
 */
public record Figure(
    String id,
    String objective,
    Optional<String> cell,
    String title,
    String caption,
    Axis x,
    Axis y,
    List<Layer> layers,
    Aspect aspect,
    List<Mesh> meshes) {

  /** How the scales of the two axes relate. */
  public enum Aspect {
    /** The axes are different quantities, and each fills the picture. */
    FREE,
    /**
     * The axes are coordinates of one space, and a unit is as long on both, so that circles are
     * round. Holds for two linear axes whose ranges differ by a factor of at most 5.
     */
    EQUAL
  }

  /** Copies the lists and checks that there is a layer. */
  public Figure {
    layers = List.copyOf(layers);
    meshes = List.copyOf(meshes);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("figure '" + id + "' has nothing to draw");
    }
  }

  /**
   * Makes a figure whose axes are different quantities.
   *
   * @param id unique within a study
   * @param objective name of the objective
   * @param cell id of the cell, if it shows one
   * @param title what it shows, in a line
   * @param caption what to see in it
   * @param x horizontal axis
   * @param y vertical axis
   * @param layers what is drawn, the bottom first, at least one
   */
  public Figure(
      String id,
      String objective,
      Optional<String> cell,
      String title,
      String caption,
      Axis x,
      Axis y,
      List<Layer> layers) {
    this(id, objective, cell, title, caption, x, y, layers, Aspect.FREE, List.of());
  }

  /**
   * Returns this figure with another relation of its axes.
   *
   * @param other the relation
   */
  public Figure with(Aspect other) {
    return new Figure(id, objective, cell, title, caption, x, y, layers, other, meshes);
  }

  /**
   * Returns this figure as a view of what lies in space.
   *
   * @param shown surfaces, curves and points
   */
  public Figure viewOf(List<Mesh> shown) {
    return new Figure(id, objective, cell, title, caption, x, y, layers, aspect, shown);
  }
}
