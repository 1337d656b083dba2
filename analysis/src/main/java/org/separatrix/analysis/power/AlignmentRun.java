package org.separatrix.analysis.power;

import java.util.Arrays;
import org.hipparchus.util.MathArrays;
import org.separatrix.analysis.linearization.LinearizedFlow;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Objective;

/**
 * A run near a saddle, held step by step against its linearization.
 *
 * <p>Each step moves the displacement otherwise than the linearization by at most |B| |C| |H| e
 * times its length, e being the relative deviation of the gradient at the run's own position, and
 * by the rounding of the coordinates, of which there is more where a step solves an equation. Later
 * steps amplify that by no more than the amplification of the flow, relative to the leading factor.
 * The sum bounds the deviation of the displacement, relative to the growth z_1^k of its start.
 * Where the method has no A, B and C, what a change of the Hessian does to its multiplier is taken
 * for |B| |C|, and e is looked at on both sides of the step; where it declares no linearization,
 * |B| |C| |H| is the part of the Hessian in the step's Jacobian, and the Jacobian's error is added,
 * as well as what the step's own curvature explains.
 *
 * @param tangents tan of the angle between displacement and leading eigenvectors, of every step
 * @param predicted the same of the linearization
 * @param deviation the largest |y - m_k y_0| over its bound
 * @param errors bound on the relative error of each tangent
 */
record AlignmentRun(double[] tangents, double[] predicted, double deviation, double[] errors) {
  /** A run is followed while its tangent is known better than this. */
  private static final double LARGEST_ERROR = 0.01;

  /** Differences that measure a Jacobian are larger than this part of the reach. */
  private static final double STEADY = 1e-6;

  AlignmentRun {
    tangents = tangents.clone();
    predicted = predicted.clone();
    errors = errors.clone();
  }

  /** Returns the last step that tells something. */
  int lastStep() {
    return tangents.length - 1;
  }

  /** Returns the mean of the logarithm of the factor per step from the step m on. */
  static double logarithm(double[] tangents, int m) {
    int n = tangents.length - 1;
    return Math.log(tangents[n] / tangents[m]) / (n - m);
  }

  /**
   * Follows a run.
   *
   * @param objective the function
   * @param map the step
   * @param flow the linearization
   * @param point the saddle
   * @param start displacement along each eigenvector; not modified
   * @param most the most steps
   * @param reach the displacement at which it ends
   */
  static AlignmentRun follow(
      Objective objective,
      StepMap map,
      LinearizedFlow flow,
      CriticalPoint point,
      double[] start,
      int most,
      double reach) {
    Displacement displacement = new Displacement(objective, point);
    LinearizedFlow.Recursion recursion = flow.from(start);
    double amplification = flow.amplification();
    double gain = flow.gain();
    double[] rest = map.lift(point.x());
    double[] imageOfRest = new double[rest.length];
    map.apply(rest, imageOfRest);
    double[] state = map.lift(displacement.point(start));
    double[] next = new double[state.length];
    double[] tangents = new double[most + 1];
    double[] predicted = new double[most + 1];
    double[] errors = new double[most + 1];
    double size = norm(start, 0, start.length);
    double injected = displacement.rounding() / size + displacement.arithmetic();
    double deviation = 0;
    int k = 0;
    for (; k <= most; k++) {
      double[] y = displacement.of(map.position(state));
      double[] expected = recursion.displacement();
      double length = norm(y, 0, y.length);
      double bound = amplification * injected * size * Math.pow(flow.leader(), k);
      double across = flow.across(expected);
      tangents[k] = flow.across(y) / flow.along(y);
      predicted[k] = across / flow.along(expected);
      errors[k] = 2 * bound / across;
      deviation = Math.max(deviation, MathArrays.distance(y, expected) / bound);
      if (k > 0 && (!(errors[k] <= LARGEST_ERROR) || !(length <= reach))) {
        break;
      }
      map.apply(state, next);
      double nonlinearity = displacement.nonlinearity(y, length);
      if (flow.looksElsewhere()) {
        double[] after = displacement.of(map.position(next));
        nonlinearity =
            Math.max(nonlinearity, displacement.nonlinearity(after, norm(after, 0, after.length)));
      }
      double relative =
          gain * nonlinearity
              + flow.rounding() * displacement.arithmetic()
              + (flow.rounding() * displacement.rounding()
                      + flow.error() * MathArrays.distance(state, rest)
                      + (flow.isMeasured()
                          ? curvature(map, rest, imageOfRest, state, next, STEADY * reach)
                          : 0))
                  / length;
      injected += relative * length / (size * Math.pow(flow.leader(), k));
      recursion.advance();
      double[] spare = state;
      state = next;
      next = spare;
    }
    return new AlignmentRun(
        Arrays.copyOf(tangents, Math.max(1, k)),
        Arrays.copyOf(predicted, Math.max(1, k)),
        deviation,
        Arrays.copyOf(errors, Math.max(1, k)));
  }

  /**
   * Returns what the curvature of a step F adds to its linear part at a displacement u, at most:
   * twice the sum of 2^j |F(u_j) - 2 F(u_j/2) + F(0)|, u_j = u/2^j, as long as u_j is larger than
   * what the Jacobian was measured by. It is zero if the step is linear, whatever the Jacobian was
   * taken for.
   */
  private static double curvature(
      StepMap map,
      double[] rest,
      double[] imageOfRest,
      double[] state,
      double[] next,
      double smallest) {
    double[] middle = new double[state.length];
    double[] whole = next;
    double length = MathArrays.distance(state, rest);
    double total = 0;
    double weight = 1;
    do {
      weight *= 2;
      for (int i = 0; i < state.length; i++) {
        middle[i] = rest[i] + (state[i] - rest[i]) / weight;
      }
      double[] half = new double[state.length];
      map.apply(middle, half);
      double sum = 0;
      for (int i = 0; i < state.length; i++) {
        double difference = whole[i] - half[i] - (half[i] - imageOfRest[i]);
        sum += difference * difference;
      }
      total += weight * Math.sqrt(sum);
      whole = half;
    } while (length / weight > smallest);
    return total;
  }

  private static double norm(double[] y, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += y[i] * y[i];
    }
    return Math.sqrt(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlignmentRun run && Arrays.equals(tangents, run.tangents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tangents);
  }

  /** Displacements from a saddle in the coordinates of its eigenvectors. */
  private static final class Displacement {
    private final Objective objective;
    private final double[] s;
    private final double[] lambda;
    private final double[][] vectors;
    private final double rounding;

    Displacement(Objective objective, CriticalPoint point) {
      this.objective = objective;
      s = point.x();
      lambda = point.eigenvalues();
      vectors = point.eigenvectors();
      double smallest = Arrays.stream(lambda).map(Math::abs).min().orElseThrow();
      // What is left of the gradient at the computed saddle moves the center.
      double center = point.gradientNorm() == 0 ? 0 : point.gradientNorm() / smallest;
      rounding = norm(s, 0, s.length) * 0x1p-51 + center;
    }

    /** Returns what rounding and the center's error do to a displacement. */
    double rounding() {
      return rounding;
    }

    double[] point(double[] y) {
      double[] x = s.clone();
      for (int i = 0; i < y.length; i++) {
        for (int k = 0; k < x.length; k++) {
          x[k] = Math.fma(y[i], vectors[i][k], x[k]);
        }
      }
      return x;
    }

    double[] of(double[] x) {
      double[] y = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        for (int k = 0; k < x.length; k++) {
          y[i] = Math.fma(vectors[i][k], x[k] - s[k], y[i]);
        }
      }
      return y;
    }

    /** Returns the relative rounding of a change of coordinates, and of a step. */
    double arithmetic() {
      return (8 + s.length) * 0x1p-52;
    }

    /** Returns |grad f - H y| / |y| and its rounding. */
    double nonlinearity(double[] y, double length) {
      double[][] x = new double[y.length][1];
      double[][] g = new double[y.length][1];
      double[] point = point(y);
      for (int k = 0; k < y.length; k++) {
        x[k][0] = point[k];
      }
      objective.gradient(x, g, 1);
      double squares = 0;
      double largest = 0;
      for (int i = 0; i < y.length; i++) {
        double component = -lambda[i] * y[i];
        for (int k = 0; k < y.length; k++) {
          component = Math.fma(vectors[i][k], g[k][0], component);
        }
        squares += component * component;
        largest = Math.max(largest, Math.abs(lambda[i]));
      }
      return Math.sqrt(squares) / length + arithmetic() * largest;
    }
  }
}
