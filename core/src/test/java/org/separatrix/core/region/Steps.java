package org.separatrix.core.region;

import java.util.Random;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/** Runs of the tests, stepped in rounding to nearest by arithmetic of their own. */
final class Steps {
  private final CompiledFormula f;
  private final double[][] a;
  private final double[] b;
  private final double[] c;

  Steps(CompiledFormula f, Method method) {
    this.f = f;
    a = method.a();
    b = method.b();
    c = method.c();
  }

  /** Returns the state after a step, fresh. */
  double[] step(double... state) {
    int d = f.dimension();
    double[][] x = new double[d][1];
    double[][] g = new double[d][1];
    for (int i = 0; i < c.length; i++) {
      for (int k = 0; k < d; k++) {
        x[k][0] += c[i] * state[i * d + k];
      }
    }
    f.gradient(x, g, 1);
    double[] next = new double[state.length];
    for (int i = 0; i < c.length; i++) {
      for (int k = 0; k < d; k++) {
        next[i * d + k] = b[i] * g[k][0];
        for (int j = 0; j < c.length; j++) {
          next[i * d + k] += a[i][j] * state[j * d + k];
        }
      }
    }
    return next;
  }

  /** Returns a state with |z| a share of a radius, in a random direction. */
  static double[] random(
      IntervalVector center, LinearCoordinates coordinates, double distance, Random random) {
    double[] z = new double[coordinates.size()];
    double norm = 0;
    for (int i = 0; i < z.length; i++) {
      z[i] = random.nextGaussian();
      norm = Math.hypot(norm, z[i]);
    }
    for (int i = 0; i < z.length; i++) {
      z[i] *= distance / norm;
    }
    IntervalMatrix inverse = coordinates.inverse();
    double[] offset = inverse.times(IntervalVector.point(z)).midpoint();
    double[] state = center.midpoint();
    for (int i = 0; i < z.length; i++) {
      state[i] += offset[i];
    }
    return state;
  }

  /** Encloses |z|. */
  static Interval norm(IntervalVector center, LinearCoordinates coordinates, double... state) {
    IntervalVector z = coordinates.of(IntervalVector.point(state).minus(center));
    return LinearCoordinates.norm(z, 0, z.dimension());
  }
}
