package org.separatrix.core.region;

import java.util.Arrays;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * The map xi -> A xi + B grad f(C xi) of a method with n state vectors on all n d coordinates of
 * its state (Lessard, Recht and Packard 2016), enclosed.
 *
 * <p>Component i d + k of a state is coordinate k of state vector i. A run that rests at a critical
 * point x* has the state v (x) x*.
 *
 * @param gradient the first and second derivatives of f
 * @param method the matrices A, B, C and the rest vector v
 */
public record LiftedMap(IntervalExtension gradient, MethodMatrices method) {

  /** Prepares the map of a method on a function. */
  static LiftedMap of(IntervalExtension gradient, LinearMethod method) {
    return new LiftedMap(gradient, MethodMatrices.of(method));
  }

  IntervalMatrix a() {
    return method.a();
  }

  IntervalVector b() {
    return method.b();
  }

  IntervalVector c() {
    return method.c();
  }

  /** Returns the number n of state vectors. */
  int vectors() {
    return b().dimension();
  }

  /** Returns the number d of coordinates. */
  int dimension() {
    return gradient.dimension();
  }

  /** Returns n d. */
  int size() {
    return vectors() * dimension();
  }

  /** Tells whether this is gradient descent, x - alpha grad f(x). */
  boolean isGradientDescent() {
    return vectors() == 1
        && a().get(0, 0).equals(Interval.ONE)
        && c().get(0).equals(Interval.ONE)
        && method.rest().get(0).equals(Interval.ONE);
  }

  /** Returns the state v (x) x at rest. */
  IntervalVector resting(IntervalVector x) {
    int d = dimension();
    Interval[] state = new Interval[size()];
    Arrays.setAll(state, i -> method.rest().get(i / d).times(x.get(i % d)));
    return IntervalVector.of(state);
  }

  /** Returns the gradient's Jacobian over a box of positions, entire where it may not exist. */
  IntervalMatrix jacobian(IntervalVector positions) {
    Enclosure<IntervalMatrix> enclosure = gradient.jacobian(positions);
    if (enclosure.isDefinedEverywhere()) {
      return enclosure.range();
    }
    Interval[][] entire = new Interval[dimension()][dimension()];
    for (Interval[] row : entire) {
      Arrays.fill(row, Interval.ENTIRE);
    }
    return IntervalMatrix.of(entire);
  }

  /** Returns A (x) I. */
  IntervalMatrix memory() {
    return kronecker(a());
  }

  /** Returns B (x) I, n d x d. */
  IntervalMatrix input() {
    Interval[][] column = new Interval[vectors()][1];
    for (int i = 0; i < vectors(); i++) {
      column[i][0] = b().get(i);
    }
    return kronecker(IntervalMatrix.of(column));
  }

  /** Returns C (x) I, d x n d. */
  IntervalMatrix output() {
    Interval[][] row = new Interval[1][vectors()];
    Arrays.setAll(row[0], c()::get);
    return kronecker(IntervalMatrix.of(row));
  }

  private IntervalMatrix kronecker(IntervalMatrix small) {
    int d = dimension();
    Interval[][] large = new Interval[small.rows() * d][small.columns() * d];
    for (int i = 0; i < large.length; i++) {
      for (int j = 0; j < large[i].length; j++) {
        large[i][j] = i % d == j % d ? small.get(i / d, j / d) : Interval.ZERO;
      }
    }
    return IntervalMatrix.of(large);
  }
}
