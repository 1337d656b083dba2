package org.separatrix.analysis.geometry;

import java.util.Optional;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.ManifoldCoordinates;
import org.separatrix.core.manifold.Vectors;

/**
 * Where a line of starts at rest crosses a local stable manifold of codimension one, by its power
 * series.
 */
final class PredictedTrace {
  private static final int NEWTON_STEPS = 30;
  private static final int MOST_HALVINGS = 30;

  /** Room off the manifold, in units of that along it. */
  private static final double ROOM = 16;

  private final LocalManifold manifold;
  private final ManifoldCoordinates coordinates;
  private final double[] direction;
  private final double growth;

  /**
   * Prepares the trace.
   *
   * @param manifold the manifold
   * @param direction of the lines, unit vector, d coordinates
   * @param radius how far from the saddle, in the manifold's parameters
   */
  PredictedTrace(LocalManifold manifold, double[] direction, double radius) {
    this.manifold = manifold;
    this.direction = manifold.map().resting(direction);
    coordinates = new ManifoldCoordinates(manifold, radius, ROOM * radius);
    growth = manifold.otherMultipliers().get(0).modulus();
  }

  /**
   * A crossing.
   *
   * @param offset along the direction
   * @param error of Newton's method
   * @param reach |s| of the point on the manifold
   * @param amplification of an error of one step to one of the offset: errors of later steps count
   *     for z^-k of it, so that they add up to z/(z - 1) at most
   */
  record Crossing(double offset, double error, double reach, double amplification) {}

  /**
   * Returns the largest distance along a stable direction, to both sides, at which the series
   * reach: parameters may be much larger than distances where eigenvectors are nearly parallel.
   *
   * @param saddle d coordinates; not modified
   * @param stable unit vector; not modified
   * @param most what to try first
   */
  Optional<Double> largest(double[] saddle, double[] stable, double most) {
    double distance = most;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      boolean reached = true;
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] base = saddle.clone();
        for (int k = 0; k < base.length; k++) {
          base[k] += sign * distance * stable[k];
        }
        reached &= along(base).isPresent();
      }
      if (reached) {
        return Optional.of(distance);
      }
      distance /= 2;
    }
    return Optional.empty();
  }

  /** Returns the largest residual of the series on the ball |s| <= r. */
  double residual(double radius) {
    return manifold.residualOver(radius);
  }

  /**
   * Finds the crossing by Newton's method, until its steps no longer shrink.
   *
   * @param base a position, d coordinates; not modified
   * @return empty if it is farther than the radius, or not found
   */
  Optional<Crossing> along(double[] base) {
    double[] origin = manifold.map().resting(base);
    double offset = 0;
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double[] state = origin.clone();
      for (int k = 0; k < state.length; k++) {
        state[k] += offset * direction[k];
      }
      Optional<ManifoldCoordinates.Position> at = coordinates.of(state);
      if (at.isEmpty()) {
        return Optional.empty();
      }
      double slope = 0;
      double norm = 0;
      for (int k = 0; k < state.length; k++) {
        slope += at.get().slope()[0][k] * direction[k];
        norm = Math.hypot(norm, at.get().slope()[0][k]);
      }
      double step = at.get().t()[0] / slope;
      if (step == 0 || Math.abs(step) > shortest / 2) {
        double amplification = norm / Math.abs(slope) * growth / (growth - 1);
        return Optional.of(
            new Crossing(offset, Math.abs(step), Vectors.norm(at.get().s()), amplification));
      }
      shortest = Math.abs(step);
      offset -= step;
    }
    return Optional.empty();
  }
}
