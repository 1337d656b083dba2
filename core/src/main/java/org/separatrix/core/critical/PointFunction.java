package org.separatrix.core.critical;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.task.Interruption;

/**
 * An objective seen one point at a time, with the length scales of its domain, and with a memory of
 * what was found out about its critical points. Serves several threads at once.
 */
final class PointFunction {
  /** A share of a coordinate of which doubles resolve ten digits. */
  private static final double RESOLVED = 1e-6;

  private final Objective objective;
  private final Box domain;
  private final BooleanSupplier cancelled;
  private final double[] middle;
  private final double[] width;
  private final Map<PointKey, RefinedPoint> known = new ConcurrentHashMap<>();
  private final Map<Pair, Boolean> connected = new ConcurrentHashMap<>();

  PointFunction(Problem problem) {
    this(problem, () -> false);
  }

  PointFunction(Problem problem, BooleanSupplier cancelled) {
    this(problem.objective(), problem.domain(), cancelled);
  }

  PointFunction(Objective objective, Box domain, BooleanSupplier cancelled) {
    this.objective = objective;
    this.domain = domain;
    this.cancelled = cancelled;
    double[] low = domain.low();
    width = domain.high();
    middle = new double[width.length];
    for (int k = 0; k < width.length; k++) {
      middle[k] = low[k] / 2 + width[k] / 2;
      width[k] -= low[k];
    }
  }

  Objective objective() {
    return objective;
  }

  /** Returns what is known of a point of a census from its coordinates, worked out once. */
  RefinedPoint known(double[] x) {
    return known.computeIfAbsent(new PointKey(x), key -> RefinedPoint.at(this, x));
  }

  /** Remembers a point, which is then not worked out again. */
  void remember(RefinedPoint point) {
    known.putIfAbsent(new PointKey(point.x()), point);
  }

  /** Forgets all points but those of a census, of which there are not too many for the memory. */
  void forgetAllBut(List<CriticalPoint> points) {
    known
        .keySet()
        .retainAll(points.stream().map(point -> new PointKey(point.x())).collect(toSet()));
  }

  /** Returns whether two points are connected, worked out once. */
  boolean areConnected(double[] x, double[] y, BooleanSupplier connection) {
    Pair pair = new Pair(new PointKey(x), new PointKey(y));
    return connected.computeIfAbsent(pair, key -> connection.getAsBoolean());
  }

  /**
   * Stops a computation that takes long, if it is not wanted any more.
   *
   * @throws CancellationException if so
   */
  void checkCancelled() {
    Interruption.check();
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("cancelled");
    }
  }

  int dimension() {
    return width.length;
  }

  Box domain() {
    return domain;
  }

  boolean hasOwnHessian() {
    return Hessians.areExact(objective);
  }

  double value(double[] x) {
    double[] f = new double[1];
    objective.value(columns(x), f, 1);
    return f[0];
  }

  double[] gradient(double[] x) {
    return Gradients.at(objective, x);
  }

  double[][] hessian(double[] x) {
    return Hessians.at(objective, domain, x);
  }

  /**
   * Returns the rounding level of the Hessian, with the truncation error of differences.
   *
   * @param spectralNorm of the Hessian at x
   */
  double hessianNoise(double[] x, double spectralNorm) {
    double rounding = Rounding.LEVELS * Rounding.EPSILON * x.length * spectralNorm;
    return hasOwnHessian()
        ? rounding
        : rounding + 2 * Hessians.differenceError(objective, domain, x);
  }

  /**
   * Returns the length that counts as one unit at x along a coordinate: the width of the domain, or
   * the distance from its middle, wherever the origin is, but no less than doubles resolve there.
   */
  double scale(double[] x, int k) {
    double distance = Math.max(Math.abs(x[k] - middle[k]), RESOLVED * Math.abs(x[k]));
    return Math.max(width[k], distance);
  }

  /** Returns the middle of the domain, fresh. */
  double[] middle() {
    return middle.clone();
  }

  /** Returns the largest of the length scales at x. */
  double scale(double[] x) {
    double largest = 0;
    for (int k = 0; k < x.length; k++) {
      largest = Math.max(largest, scale(x, k));
    }
    return largest;
  }

  /** Returns the distance of two points in units of the length scales. */
  double relativeDistance(double[] x, double[] y) {
    return relativeDistance(x, y, Double.POSITIVE_INFINITY);
  }

  /** Tells whether two points are that close in units of the length scales. */
  boolean isWithin(double[] x, double[] y, double most) {
    return relativeDistance(x, y, most) <= most;
  }

  /** Of most pairs of points the first coordinates tell that the distance is above a bound. */
  private double relativeDistance(double[] x, double[] y, double most) {
    double enough = 2 * most * most;
    double sum = 0;
    for (int k = 0; k < x.length && !(sum > enough); k++) {
      double difference = (x[k] - y[k]) / Math.max(scale(x, k), scale(y, k));
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /**
   * Returns the norms of the gradient at x + t_i v, length t.
   *
   * @param t multiples, not modified
   */
  double[] gradientNormsAlong(double[] x, double[] v, double[] t) {
    double[][] points = new double[x.length][t.length];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < t.length; i++) {
        points[k][i] = Math.fma(t[i], v[k], x[k]);
      }
    }
    double[][] gradients = new double[x.length][t.length];
    objective.gradient(points, gradients, t.length);
    double[] norms = new double[t.length];
    for (int i = 0; i < t.length; i++) {
      double sum = 0;
      for (int k = 0; k < x.length; k++) {
        sum += gradients[k][i] * gradients[k][i];
      }
      norms[i] = Math.sqrt(sum);
    }
    return norms;
  }

  /** Returns the Euclidean norm of a vector, or of all entries of several. */
  static double norm(double[]... vectors) {
    double sum = 0;
    for (double[] vector : vectors) {
      for (double entry : vector) {
        sum += entry * entry;
      }
    }
    return Math.sqrt(sum);
  }

  static boolean isFinite(double[][] matrix) {
    for (double[] row : matrix) {
      for (double entry : row) {
        if (!Double.isFinite(entry)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[][] columns(double[] x) {
    double[][] columns = new double[x.length][1];
    for (int k = 0; k < x.length; k++) {
      columns[k][0] = x[k];
    }
    return columns;
  }

  private record Pair(PointKey x, PointKey y) {}
}
