package org.separatrix.analysis.control;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.util.MathArrays;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.api.analysis.StepMap;

/**
 * Finds a start on the stable manifold of a step map, by shooting at the fixed point.
 *
 * <p>The start is x* + r e + sum_j c_j u_j with a stable direction e and the escaping directions
 * u_j. The offsets c are chosen so that after K steps the position has no component along any u_j:
 * n equations in n unknowns, solved by Newton's method with differences. Since what does not lie on
 * W^s grows like z^K, the solution tends to a point of W^s like z^-K; K is raised in strides, each
 * starting from the offsets of the one before, until the run comes close enough or double precision
 * is spent.
 *
 * <p>The manifold is that of the map, not of the gradient flow: nothing but the map is used.
 */
final class Shooting {
  private static final int MOST_NEWTON_STEPS = 12;

  /** Growth of an error from one number of steps to the next. */
  private static final double STRIDE = 100;

  /** A residual that shrinks by less than this is at its rounding error. */
  private static final double SHRINKS = 0.5;

  /** A run that is so many times farther than at its start will not come back. */
  private static final double GONE = 10;

  /** Differences are taken over so many units of the start's rounding error. */
  private static final double RESOLVED = 64;

  private final StepMap map;
  private final double[] target;
  private final double[] base;
  private final double[][] escaping;
  private final double radius;
  private final double growth;

  /**
   * Sets the problem up.
   *
   * @param map the map
   * @param target the fixed point x*, length d; not copied
   * @param stable unit vector e, length d; not modified
   * @param escaping orthonormal vectors u_j, n x d, n at least 1; not copied
   * @param radius distance r, in units of x
   * @param growth largest factor of escape z, above 1
   */
  Shooting(
      StepMap map,
      double[] target,
      double[] stable,
      double[][] escaping,
      double radius,
      double growth) {
    this.map = map;
    this.target = target;
    this.escaping = escaping;
    this.radius = radius;
    this.growth = growth;
    base = target.clone();
    for (int k = 0; k < base.length; k++) {
      base[k] = Math.fma(radius, stable[k], base[k]);
    }
  }

  /**
   * A start and how close its run comes. One position may swing through the fixed point while the
   * state is far from it; as many in a row as the state has vectors cannot.
   *
   * @param start the point, length d
   * @param distance smallest distance that no position of a row of {@code span} exceeds
   * @param steps number of steps to the last of that row
   * @param span number of vectors in a state
   */
  record Approach(double[] start, double distance, int steps, int span) {}

  /**
   * Shoots until the run comes close enough or double precision is spent.
   *
   * @param tolerance distance that is close enough
   * @param mostSteps largest number of steps of a run
   * @return the closest approach
   */
  Approach closest(double tolerance, int mostSteps) {
    double[] offsets = new double[escaping.length];
    Approach best = approach(offsets, mostSteps, tolerance);
    double spent = Math.log(radius / (RESOLVED * resolution())) / Math.log(growth);
    int most = (int) Math.min(spent, mostSteps);
    // Where escape is slow, an error has grown less when the steps end.
    int stride = (int) Math.min(Math.ceil(Math.log(STRIDE) / Math.log(growth)), Math.max(1, most));
    for (int steps = stride; steps <= most; steps += stride) {
      if (best.distance() <= tolerance) {
        return best;
      }
      if (!solve(offsets, steps)) {
        return best;
      }
      Approach approach = approach(offsets, mostSteps, tolerance);
      best = approach.distance() < best.distance() ? approach : best;
    }
    return best;
  }

  /** Newton's method for the offsets at one number of steps; overwrites the offsets. */
  private boolean solve(double[] offsets, int steps) {
    double[] residual = residual(offsets, steps);
    for (int i = 0; i < MOST_NEWTON_STEPS && norm(residual) > 0; i++) {
      double[] next = newton(offsets, residual, steps);
      double[] nextResidual = residual(next, steps);
      if (!(norm(nextResidual) < norm(residual))) {
        break;
      }
      boolean done = norm(nextResidual) > SHRINKS * norm(residual);
      System.arraycopy(next, 0, offsets, 0, offsets.length);
      residual = nextResidual;
      if (done) {
        break;
      }
    }
    return norm(residual) < radius;
  }

  private double[] newton(double[] offsets, double[] residual, int steps) {
    int n = offsets.length;
    double h = Math.max(1e-3 * radius * Math.pow(growth, -steps), RESOLVED * resolution());
    double[][] jacobian = new double[n][n];
    for (int j = 0; j < n; j++) {
      double[] moved = offsets.clone();
      moved[j] += h;
      double[] other = residual(moved, steps);
      for (int i = 0; i < n; i++) {
        jacobian[i][j] = (other[i] - residual[i]) / (moved[j] - offsets[j]);
      }
    }
    try {
      double[] change =
          new LUDecomposition(new Array2DRowRealMatrix(jacobian, false))
              .getSolver()
              .solve(new ArrayRealVector(residual, false))
              .toArray();
      double[] next = offsets.clone();
      for (int j = 0; j < n; j++) {
        next[j] -= change[j];
      }
      return next;
    } catch (MathRuntimeException singular) {
      return offsets.clone();
    }
  }

  /** Returns the rounding error of the start along an escaping direction. */
  private double resolution() {
    double largest = Double.MIN_NORMAL;
    for (double[] u : escaping) {
      double sum = 0;
      for (int k = 0; k < u.length; k++) {
        sum += Math.abs(u[k]) * Math.ulp(base[k]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /** Returns the components of the position along the escaping directions after some steps. */
  private double[] residual(double[] offsets, int steps) {
    double[] state = map.lift(start(offsets));
    double[] next = new double[state.length];
    for (int k = 0; k < steps; k++) {
      map.apply(state, next);
      double[] swap = state;
      state = next;
      next = swap;
    }
    double[] x = map.position(state);
    double[] components = new double[escaping.length];
    for (int j = 0; j < components.length; j++) {
      for (int k = 0; k < x.length; k++) {
        components[j] = Math.fma(escaping[j][k], x[k] - target[k], components[j]);
      }
    }
    return components;
  }

  private Approach approach(double[] offsets, int mostSteps, double tolerance) {
    double[] start = start(offsets);
    Orbit orbit = Orbit.from(map, start);
    double before = MathArrays.distance(start, target);
    int span = orbit.state().length / target.length;
    double[] recent = new double[span];
    Arrays.fill(recent, before);
    Approach best = new Approach(start, before, 0, span);
    for (int k = 1; k <= mostSteps && best.distance() > tolerance; k++) {
      orbit.advance();
      recent[k % span] = MathArrays.distance(orbit.position(), target);
      double distance = largest(recent);
      if (distance < best.distance()) {
        best = new Approach(start, distance, k, span);
      } else if (!(distance < GONE * before)) {
        break;
      }
    }
    return best;
  }

  private double[] start(double[] offsets) {
    double[] x = base.clone();
    for (int j = 0; j < offsets.length; j++) {
      for (int k = 0; k < x.length; k++) {
        x[k] = Math.fma(offsets[j], escaping[j][k], x[k]);
      }
    }
    return x;
  }

  /** Returns the largest of some distances, NaN if one of them is. */
  private static double largest(double[] distances) {
    double largest = 0;
    for (double distance : distances) {
      largest = Math.max(largest, distance);
    }
    return largest;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double entry : vector) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}
