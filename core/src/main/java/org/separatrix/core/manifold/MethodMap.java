package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.EvaluationOrder;

/**
 * The map F(xi) = A xi + B grad f(C xi) of a method with n state vectors on a function of d
 * coordinates (Lessard, Recht and Packard 2016), at points and at power series.
 *
 * <p>Component i d + k of a state is coordinate k of state vector i. For gradient descent states
 * are positions. Threads can share a map.
 */
public final class MethodMap {
  private static final int NEWTON_STEPS = 30;

  /** How far the critical point may be from a guess, relative to 1 + |guess|. */
  private static final double NEAR = 1e-2;

  private final CompiledFormula formula;
  private final double[][] a;
  private final double[] b;
  private final double[] c;
  private final double[] rest;
  private final Linearization linearization;
  private final EvaluationOrder gradient;

  /**
   * Creates the map.
   *
   * @param formula the function f
   * @param method the method
   */
  public MethodMap(CompiledFormula formula, LinearMethod method) {
    this.formula = formula;
    a = method.a();
    b = method.b();
    c = method.c();
    rest = method.rest();
    linearization = method.linearization().orElseThrow();
    gradient = EvaluationOrder.of(formula.gradientExpressions());
  }

  /** Returns the number d of coordinates. */
  public int dimension() {
    return formula.dimension();
  }

  /** Returns the length n d of a state. */
  public int size() {
    return b.length * formula.dimension();
  }

  /** Returns the state of a run that starts, or rests, at a position of d coordinates. */
  public double[] resting(double... x) {
    int d = dimension();
    double[] state = new double[size()];
    for (int i = 0; i < state.length; i++) {
      state[i] = rest[i / d] * x[i % d];
    }
    return state;
  }

  /** Returns the position C xi of a state, d coordinates. */
  public double[] position(double[] state) {
    int d = dimension();
    double[] x = new double[d];
    for (int i = 0; i < state.length; i++) {
      x[i % d] += c[i / d] * state[i];
    }
    return x;
  }

  /**
   * Returns F(xi), fresh.
   *
   * @param state n d components; not modified
   */
  public double[] apply(double... state) {
    int d = dimension();
    double[] g = gradient(position(state));
    double[] next = new double[state.length];
    for (int i = 0; i < b.length; i++) {
      for (int k = 0; k < d; k++) {
        double sum = b[i] * g[k];
        for (int j = 0; j < b.length; j++) {
          sum += a[i][j] * state[j * d + k];
        }
        next[i * d + k] = sum;
      }
    }
    return next;
  }

  /**
   * Returns the derivative of F, n d x n d, fresh.
   *
   * @param state n d components; not modified
   */
  public double[][] jacobian(double... state) {
    int d = dimension();
    double[][] h = new double[d][d];
    formula.hessian(position(state), h);
    double[][] jacobian = new double[state.length][state.length];
    for (int i = 0; i < state.length; i++) {
      for (int j = 0; j < state.length; j++) {
        double memory = i % d == j % d ? a[i / d][j / d] : 0;
        jacobian[i][j] = memory + b[i / d] * c[j / d] * h[i % d][j % d];
      }
    }
    return jacobian;
  }

  /** Returns F of states that are power series, n d of them of one degree. */
  List<PowerSeries> apply(List<PowerSeries> state) {
    int d = dimension();
    PowerSeries zero = state.get(0).scaled(0);
    List<PowerSeries> position = new ArrayList<>();
    for (int k = 0; k < d; k++) {
      PowerSeries sum = zero.scaled(0);
      for (int i = 0; i < b.length; i++) {
        sum.add(c[i], state.get(i * d + k));
      }
      position.add(sum);
    }
    List<PowerSeries> g = gradient.evaluate(new SeriesAlgebra(position));
    List<PowerSeries> next = new ArrayList<>();
    for (int i = 0; i < state.size(); i++) {
      PowerSeries sum = g.get(i % d).scaled(b[i / d]);
      for (int j = 0; j < b.length; j++) {
        sum.add(a[i / d][j], state.get(j * d + i % d));
      }
      next.add(sum);
    }
    return next;
  }

  /** Returns the block A + lambda B C that acts along an eigenvector of the Hessian. */
  double[][] block(double lambda) {
    return linearization.at(lambda);
  }

  /** Returns the Hessian of f at a position. */
  double[][] hessian(double[] x) {
    double[][] h = new double[x.length][x.length];
    formula.hessian(x, h);
    return h;
  }

  /**
   * Returns a critical point of f to rounding, by Newton's method.
   *
   * @param guess d coordinates; not modified
   * @throws IllegalArgumentException if none that is not degenerate is found
   */
  double[] criticalPoint(double[] guess) {
    if (guess.length != dimension()) {
      throw new IllegalArgumentException(
          "the point has %d coordinates, the function %d".formatted(guess.length, dimension()));
    }
    double[] x = guess.clone();
    double scale = 1 + Vectors.norm(guess);
    double shortest = Double.POSITIVE_INFINITY;
    try {
      for (int i = 0; i < NEWTON_STEPS; i++) {
        double[] step =
            new LUDecomposition(new Array2DRowRealMatrix(hessian(x), false), Double.MIN_NORMAL)
                .getSolver()
                .solve(new ArrayRealVector(gradient(x), false))
                .toArray();
        double length = Vectors.norm(step);
        // Once steps no longer shrink they are rounding, and a zero gradient stays exactly there.
        boolean settled = length == 0 || (length >= shortest && length <= 1e-9 * scale);
        if (settled && Vectors.distance(x, guess) <= NEAR * scale) {
          return x;
        }
        shortest = Math.min(shortest, length);
        Vectors.add(x, -1, step);
      }
    } catch (MathRuntimeException singular) {
      throw noPoint(guess, singular);
    }
    throw noPoint(guess, null);
  }

  private static IllegalArgumentException noPoint(double[] guess, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "Newton's method finds no non-degenerate critical point near "
            + Arrays.toString(guess)
            + ".\nMaybe give a point of the census.",
        cause);
  }

  private double[] gradient(double[] x) {
    int d = x.length;
    double[][] lanes = new double[d][1];
    double[][] g = new double[d][1];
    for (int k = 0; k < d; k++) {
      lanes[k][0] = x[k];
    }
    formula.gradient(lanes, g, 1);
    double[] result = new double[d];
    for (int k = 0; k < d; k++) {
      result[k] = g[k][0];
    }
    return result;
  }
}
