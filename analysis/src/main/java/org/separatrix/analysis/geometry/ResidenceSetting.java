package org.separatrix.analysis.geometry;

import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.ManifoldCoordinates;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.Multiplier;
import org.separatrix.core.manifold.Vectors;

/**
 * How runs leave a saddle, in the surroundings in which they leave as the linearization says.
 *
 * @param manifold the local stable manifold; all other multipliers lie outside of the unit circle
 * @param slope W, derivative of the coordinates along the unstable directions, u x N; not modified
 * @param exit R: a run has left when these coordinates exceed it
 * @param curvature by how much they stray from those of the linear map until then, relative to them
 * @param rounding error of one step, in units of the state
 * @param slowest least modulus of an unstable multiplier
 * @param fastest largest modulus of one
 */
record ResidenceSetting(
    LocalManifold manifold,
    double[][] slope,
    double exit,
    double curvature,
    double rounding,
    double slowest,
    double fastest) {
  private static final int MOST_HALVINGS = 40;

  /** Smallest deviation looked at, relative to R: what curvature adds below is less still. */
  private static final double SMALL = 1e-3;

  /** So slow a run is not looked at. */
  private static final int MOST_STEPS = 20_000;

  /** Curvature may add a quarter, and no more than half a step. */
  private static final double MOST_CURVATURE = 0.25;

  /**
   * Chooses R: the largest part, by halving, of a given distance within which curvature adds less
   * than half a step.
   *
   * @param manifold the local stable manifold
   * @param distance what to try first
   * @param rounding error of one step
   */
  static ResidenceSetting of(LocalManifold manifold, double distance, double rounding) {
    double slowest = Double.POSITIVE_INFINITY;
    double fastest = 1;
    for (Multiplier multiplier : manifold.otherMultipliers()) {
      slowest = Math.min(slowest, multiplier.modulus());
      fastest = Math.max(fastest, multiplier.modulus());
    }
    double[][] slope = ManifoldCoordinates.slopeAtRest(manifold);
    double most = Math.min(MOST_CURVATURE, (slowest - 1) / 2);
    double exit = distance;
    double curvature = curvature(manifold, slope, exit);
    boolean followed = Math.log(1 / SMALL) < MOST_STEPS * Math.log(slowest);
    for (int i = 0; followed && i < MOST_HALVINGS && !(curvature <= most); i++) {
      exit /= 2;
      curvature = curvature(manifold, slope, exit);
    }
    return new ResidenceSetting(manifold, slope, exit, curvature, rounding, slowest, fastest);
  }

  /** Compares the map with its linearization at the saddle, along each unstable direction. */
  private static double curvature(LocalManifold manifold, double[][] slope, double exit) {
    MethodMap map = manifold.map();
    double[] rest = manifold.fixedPoint();
    double[][] complement = manifold.complement();
    double[][] linear = reduced(slope, map.jacobian(rest), complement);
    double largest = 0;
    for (int j = 0; j < slope.length; j++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double[] t = new double[slope.length];
        t[j] = sign * SMALL * exit;
        double[] state = Vectors.sum(rest, t[j], Vectors.column(complement, j));
        for (int k = 0; Vectors.norm(t) < exit; k++) {
          if (k == MOST_STEPS) {
            return Double.POSITIVE_INFINITY;
          }
          state = map.apply(state);
          t = Vectors.product(linear, t);
          double[] measured = Vectors.product(slope, Vectors.sum(state, -1, rest));
          double stray = Vectors.distance(measured, t) / Vectors.norm(t);
          if (!(stray <= largest)) {
            largest = stray;
          }
        }
      }
    }
    return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
  }

  /** Returns W DF C. */
  private static double[][] reduced(double[][] slope, double[][] jacobian, double[][] complement) {
    double[][] reduced = new double[slope.length][slope.length];
    for (int j = 0; j < slope.length; j++) {
      double[] image =
          Vectors.product(slope, Vectors.product(jacobian, Vectors.column(complement, j)));
      for (int i = 0; i < slope.length; i++) {
        reduced[i][j] = image[i];
      }
    }
    return reduced;
  }

  /** Returns the coordinates along the unstable directions of a deviation of N components. */
  double[] offManifold(double[] deviation) {
    return Vectors.product(slope, deviation);
  }

  /** Returns their norm. */
  double unstablePart(double[] deviation) {
    return Vectors.norm(offManifold(deviation));
  }
}
