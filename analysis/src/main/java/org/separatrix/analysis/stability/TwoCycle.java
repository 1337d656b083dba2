package org.separatrix.analysis.stability;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.util.MathArrays;
import org.separatrix.analysis.manifold.SquareMatrix;
import org.separatrix.analysis.manifold.TangentMap;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.core.linalg.ComplexEigenvalues;

/**
 * A point of a 2-cycle of a method's map with the step at which the cycle has it.
 *
 * @param state a point of the cycle, length m; not copied
 * @param factor the factor s of the step
 * @param multipliers eigenvalues of the derivative of two steps there
 */
record TwoCycle(double[] state, double factor, ComplexEigenvalues multipliers) {
  private static final int NEWTON_STEPS = 30;
  private static final double CONVERGED = 1e-13;
  private static final double DIFFERENCE = 1e-6;

  /** Returns the multiplier that is nearest to 1, which belongs to the cycle's birth. */
  double atBirth() {
    return multipliers.re()[nearest(multipliers, 1, -1)];
  }

  /**
   * Tells whether that multiplier is far nearer to 1 than all others, and the one of the fixed
   * point that it comes from far nearer to -1 than all others. Where several directions flip at
   * once, symmetry may keep a multiplier of the cycle at 1 that is not that of its birth.
   *
   * @param maps the method's map at a factor of the step
   * @param rest the fixed point, length m; not modified
   * @param scale size of the states, for differences
   */
  boolean isAlone(DoubleFunction<StepMap> maps, double[] rest, double scale) {
    return isAlone(multipliers, 1)
        && isAlone(eigenvalues(TangentMap.at(maps.apply(factor), rest, DIFFERENCE * scale)), -1);
  }

  private static boolean isAlone(ComplexEigenvalues values, double target) {
    if (values.size() < 2) {
      return true;
    }
    int nearest = nearest(values, target, -1);
    int second = nearest(values, target, nearest);
    return 4 * distance(values, nearest, target) < distance(values, second, target);
  }

  private static int nearest(ComplexEigenvalues values, double target, int except) {
    int nearest = -1;
    for (int i = 0; i < values.size(); i++) {
      if (i != except
          && (nearest < 0 || distance(values, i, target) < distance(values, nearest, target))) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static double distance(ComplexEigenvalues values, int i, double target) {
    return Math.hypot(values.re()[i] - target, values.im()[i]);
  }

  private static ComplexEigenvalues eigenvalues(SquareMatrix matrix) {
    return ComplexEigenvalues.of(matrix.transposed().columns());
  }

  /**
   * Looks for the 2-cycle whose point has a given component along a direction, and its step.
   *
   * @param maps the method's map at a factor of the step
   * @param rest the fixed point, length m; not modified
   * @param direction unit vector w, length m; not modified
   * @param amplitude the component of the point minus the fixed point along w
   * @param factor a guess of the factor
   * @param scale size of the states, for differences
   * @return empty if Newton's method does not converge
   */
  static Optional<TwoCycle> ofAmplitude(
      DoubleFunction<StepMap> maps,
      double[] rest,
      double[] direction,
      double amplitude,
      double factor,
      double scale) {
    int m = rest.length;
    double[] unknown = new double[m + 1];
    for (int i = 0; i < m; i++) {
      unknown[i] = rest[i] + amplitude * direction[i];
    }
    unknown[m] = scale;
    double unit = factor / scale;
    Function function =
        z -> {
          double[] state = Arrays.copyOf(z, m);
          double[] residual = Arrays.copyOf(defect(maps.apply(z[m] * unit), state), m + 1);
          residual[m] = -amplitude;
          for (int i = 0; i < m; i++) {
            residual[m] += direction[i] * (state[i] - rest[i]);
          }
          return residual;
        };
    return newton(function, unknown, scale)
        .filter(z -> z[m] > 0)
        .map(z -> of(maps, Arrays.copyOf(z, m), z[m] * unit, scale));
  }

  /**
   * Follows this cycle to another step.
   *
   * @param maps the method's map at a factor of the step
   * @param newFactor the factor
   * @param rest the fixed point, length m; not modified
   * @param growth by about how much the cycle is farther from the fixed point there
   * @param scale size of the states, for differences
   * @return empty if Newton's method does not converge, or to a fixed point
   */
  Optional<TwoCycle> at(
      DoubleFunction<StepMap> maps, double newFactor, double[] rest, double growth, double scale) {
    StepMap map = maps.apply(newFactor);
    double[] guess = new double[rest.length];
    Arrays.setAll(guess, i -> rest[i] + growth * (state[i] - rest[i]));
    double least = 0.1 * MathArrays.distance(once(maps.apply(factor), state), state);
    return newton(z -> defect(map, z), guess, scale)
        .filter(z -> MathArrays.distance(once(map, z), z) > least)
        .map(z -> of(maps, z, newFactor, scale));
  }

  private static TwoCycle of(
      DoubleFunction<StepMap> maps, double[] state, double factor, double scale) {
    StepMap map = maps.apply(factor);
    SquareMatrix first = TangentMap.at(map, state, DIFFERENCE * scale);
    SquareMatrix second = TangentMap.at(map, once(map, state), DIFFERENCE * scale);
    return new TwoCycle(state, factor, eigenvalues(second.times(first)));
  }

  @FunctionalInterface
  private interface Function {
    double[] at(double[] z);
  }

  private static Optional<double[]> newton(Function function, double[] start, double scale) {
    double[] z = start.clone();
    double[] residual = function.at(z);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double[][] jacobian = new double[z.length][z.length];
      for (int j = 0; j < z.length; j++) {
        double h = DIFFERENCE * scale;
        double[] moved = z.clone();
        moved[j] = z[j] + h;
        double[] forward = function.at(moved);
        moved[j] = z[j] - h;
        double[] backward = function.at(moved);
        for (int k = 0; k < z.length; k++) {
          jacobian[k][j] = (forward[k] - backward[k]) / (2 * h);
        }
      }
      double[] change;
      try {
        change =
            new LUDecomposition(new Array2DRowRealMatrix(jacobian, false))
                .getSolver()
                .solve(new ArrayRealVector(residual, false))
                .toArray();
      } catch (MathRuntimeException singular) {
        return Optional.empty();
      }
      double size = 0;
      for (int j = 0; j < z.length; j++) {
        z[j] -= change[j];
        size = Math.max(size, Math.abs(change[j]));
      }
      residual = function.at(z);
      if (!Double.isFinite(size)) {
        return Optional.empty();
      }
      if (size <= CONVERGED * scale) {
        return Optional.of(z);
      }
    }
    return SquareMatrix.dot(residual, residual) <= 1e-24 * scale * scale
        ? Optional.of(z)
        : Optional.empty();
  }

  /** Two steps from a state, minus the state. */
  private static double[] defect(StepMap map, double[] state) {
    double[] twice = once(map, once(map, state));
    for (int i = 0; i < twice.length; i++) {
      twice[i] -= state[i];
    }
    return twice;
  }

  private static double[] once(StepMap map, double[] state) {
    double[] next = new double[state.length];
    map.apply(state, next);
    return next;
  }
}
