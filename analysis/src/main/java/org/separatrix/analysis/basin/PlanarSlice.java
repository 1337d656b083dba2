package org.separatrix.analysis.basin;

import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.portrait.PortraitLayers;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.objective.Problem;

/**
 * A rectangle of starts in a plane: base + u_1 first + u_2 second with u in a box. Where two
 * coordinates vary, u_1 and u_2 are these coordinates themselves.
 *
 * @param base a point, d coordinates; not modified
 * @param first a direction, d coordinates; not modified
 * @param second another direction; not modified
 * @param x range of u_1
 * @param y range of u_2
 * @param names of u_1 and u_2
 */
record PlanarSlice(
    double[] base,
    double[] first,
    double[] second,
    Axis.Range x,
    Axis.Range y,
    List<String> names) {
  /** A point that lies off the plane by less, relative to the slice, counts as on it. */
  private static final double ON_PLANE = 1e-9;

  /** The square of the sine between directions below which they span no plane. */
  private static final double PARALLEL = 1e-12;

  /**
   * Lays the slice through a problem's domain.
   *
   * @param config where it lies
   * @param problem the objective
   * @throws IllegalArgumentException if it does not fit the objective; the message begins with the
   *     key
   */
  static PlanarSlice of(SliceConfig config, Problem problem) {
    int d = problem.dimension();
    double[] origin = new double[d];
    double[] low = problem.domain().low();
    double[] high = problem.domain().high();
    check("origin", config.origin(), d);
    for (int k = 0; k < d; k++) {
      origin[k] = config.origin().isEmpty() ? (low[k] + high[k]) / 2 : config.origin().get(k);
    }
    return config.directions().isEmpty()
        ? ofCoordinates(config, problem, origin)
        : ofDirections(config, problem, origin);
  }

  private static PlanarSlice ofCoordinates(SliceConfig config, Problem problem, double[] origin) {
    int d = problem.dimension();
    double[][] directions = new double[2][d];
    double[] base = origin.clone();
    Axis.Range[] ranges = new Axis.Range[2];
    String[] names = new String[2];
    for (int i = 0; i < 2; i++) {
      int k = config.coordinates().get(i) - 1;
      if (k >= d) {
        throw new IllegalArgumentException(
            "coordinates names %d, but objective '%s' has dimension %d"
                .formatted(k + 1, problem.name(), d));
      }
      directions[i][k] = 1;
      base[k] = 0;
      ranges[i] =
          config.extents().isEmpty()
              ? new Axis.Range(problem.domain().low()[k], problem.domain().high()[k])
              : around(origin[k], config.extents().get(i));
      names[i] = PortraitLayers.coordinate(problem, k);
    }
    return new PlanarSlice(
        base, directions[0], directions[1], ranges[0], ranges[1], List.of(names));
  }

  private static PlanarSlice ofDirections(SliceConfig config, Problem problem, double[] origin) {
    int d = problem.dimension();
    config.directions().forEach(direction -> check("directions", direction, d));
    double[] first = config.directions().get(0).stream().mapToDouble(v -> v).toArray();
    double[] second = config.directions().get(1).stream().mapToDouble(v -> v).toArray();
    double squares = dot(first, first) * dot(second, second);
    double product = dot(first, second);
    if (!(squares - product * product > PARALLEL * squares)) {
      throw new IllegalArgumentException("directions span no plane: they are parallel");
    }
    double half = problem.domain().diameter() / Math.sqrt(d) / 2;
    boolean given = !config.extents().isEmpty();
    return new PlanarSlice(
        origin,
        first,
        second,
        around(0, given ? config.extents().get(0) : half / Math.sqrt(dot(first, first))),
        around(0, given ? config.extents().get(1) : half / Math.sqrt(dot(second, second))),
        List.of("u_1", "u_2"));
  }

  private static void check(String key, List<Double> vector, int d) {
    if (!vector.isEmpty() && vector.size() != d) {
      throw new IllegalArgumentException(
          "%s has dimension %d, but the objective has dimension %d"
              .formatted(key, vector.size(), d));
    }
  }

  private static Axis.Range around(double middle, double extent) {
    return new Axis.Range(middle - extent, middle + extent);
  }

  /** Returns a position, fresh. */
  double[] position(double u1, double u2) {
    double[] x = base.clone();
    for (int k = 0; k < x.length; k++) {
      x[k] += u1 * first[k] + u2 * second[k];
    }
    return x;
  }

  /** Tells whether the slice holds all positions of its plane's space. */
  boolean isWholePlane() {
    return base.length == 2;
  }

  /** Returns the plane's coordinates of a position, if it lies on the plane. */
  Optional<double[]> coordinates(double[] position) {
    double[] offset = position.clone();
    for (int k = 0; k < offset.length; k++) {
      offset[k] -= base[k];
    }
    double a = dot(first, first);
    double b = dot(first, second);
    double c = dot(second, second);
    double p = dot(first, offset);
    double q = dot(second, offset);
    double u1 = (c * p - b * q) / (a * c - b * b);
    double u2 = (a * q - b * p) / (a * c - b * b);
    double[] back = position(u1, u2);
    double off = 0;
    for (int k = 0; k < back.length; k++) {
      off = Math.hypot(off, back[k] - position[k]);
    }
    return off <= ON_PLANE * diagonal() ? Optional.of(new double[] {u1, u2}) : Optional.empty();
  }

  boolean contains(double[] u) {
    return x.low() <= u[0] && u[0] <= x.high() && y.low() <= u[1] && u[1] <= y.high();
  }

  /** Returns the length of the first range, in units of u_1. */
  double width() {
    return x.high() - x.low();
  }

  /** Returns the length of the second range, in units of u_2. */
  double height() {
    return y.high() - y.low();
  }

  /** Returns the length of the slice's diagonal, in units of positions. */
  double diagonal() {
    return distance(new double[] {x.low(), y.low()}, new double[] {x.high(), y.high()});
  }

  /** Returns the distance of two points of the plane, in units of positions. */
  double distance(double[] u, double[] v) {
    double sum = 0;
    for (int k = 0; k < base.length; k++) {
      sum = Math.hypot(sum, (u[0] - v[0]) * first[k] + (u[1] - v[1]) * second[k]);
    }
    return sum;
  }

  private static double dot(double[] v, double[] w) {
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      sum += v[k] * w[k];
    }
    return sum;
  }
}
