package org.separatrix.core.engine;

import java.util.List;

/**
 * Where gradient descent needs no watch.
 *
 * @param regions boxes in which windows are calm, those for longer windows first
 * @param balls balls that no run leaves and in which gradients do not grow
 */
record Calm(List<CalmRegion> regions, ContractionBalls balls) {
  /** Nothing that is known. */
  static final Calm NOWHERE = new Calm(List.of(), ContractionBalls.none());

  /**
   * Returns what can be proved around the domain of a formula.
   *
   * @return nothing if the method is not gradient descent, the objective not a formula with a
   *     domain, or nothing useful can be proved
   */
  static Calm of(Experiment experiment) {
    return DescentBounds.of(experiment).map(bounds -> of(experiment, bounds)).orElse(NOWHERE);
  }

  private static Calm of(Experiment experiment, DescentBounds bounds) {
    List<CalmRegion> regions = new CalmProof(bounds, experiment.stop()).regions();
    return regions.isEmpty() ? NOWHERE : new Calm(regions, ContractionBalls.of(experiment, bounds));
  }
}
