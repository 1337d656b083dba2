package org.separatrix.analysis.nonstrict;

import java.util.Optional;
import org.separatrix.analysis.degenerate.GrowthOrder;
import org.separatrix.analysis.degenerate.Kernel;
import org.separatrix.analysis.degenerate.ReducedGradient;
import org.separatrix.api.objective.Objective;

/**
 * The leading term r^p F(u) of a function along the kernel of its Hessian.
 *
 * @param order p
 * @param values F, in a kernel of dimension 1 at +1 and -1, in one of dimension 2 at equally spaced
 *     angles; copied
 * @param radius up to where it is the leading term
 * @param bend |Dw|^2 at that radius for the graph w over the kernel that runs drift along, which
 *     slows them down by the factor 1 + |Dw|^2: the graph is longer than the kernel
 */
record RadialForm(double order, double[] values, double radius, double bend) {
  private static final int ANGLES = 720;

  /** How much F may vary with r, relative to its largest value, up to the radius. */
  private static final double DEPARTURE = 0.01;

  /** Step of differences along the kernel, relative to the distance. */
  private static final double DIFFERENCE = 1e-3;

  /** F at a direction where its derivative nearly vanishes counts as 0 below this share. */
  private static final double SMALL = 0.03;

  RadialForm {
    values = values.clone();
  }

  /**
   * Finds the leading term.
   *
   * @param objective the function
   * @param kernel of dimension 1 or 2
   * @param scale of the point's surroundings
   * @param center |s|, from which rounding comes
   * @param stiffness bound on the Hessian
   * @return empty if there is none
   */
  static Optional<RadialForm> of(
      Objective objective, Kernel kernel, double scale, double center, double stiffness) {
    ReducedGradient reduced = new ReducedGradient(objective, kernel);
    int n = kernel.dimension() == 1 ? 2 : ANGLES;
    double order = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i += n == 2 ? 1 : ANGLES / 8 + 3) {
      double[] u = direction(n, i);
      Optional<GrowthOrder> growth =
          GrowthOrder.along(r -> radial(reduced, u, r), scale / 4, center, stiffness);
      // In a plane F may vanish at some directions, and the next term be seen there.
      if (growth.isEmpty() && n == 2) {
        return Optional.empty();
      }
      double found = growth.map(GrowthOrder::order).orElse(Double.POSITIVE_INFINITY);
      order = Math.min(order, found);
    }
    if (!(order > 2 && order < Double.POSITIVE_INFINITY)) {
      return Optional.empty();
    }
    for (double radius = scale / 4; radius > scale * 1e-9; radius /= 2) {
      double[] far = values(reduced, n, order, radius);
      double[] near = values(reduced, n, order, radius / 2);
      double largest = 0;
      double change = 0;
      for (int i = 0; i < n; i++) {
        largest = Math.max(largest, Math.abs(near[i]));
        change = Math.max(change, Math.abs(far[i] - near[i]));
      }
      if (change <= DEPARTURE * largest) {
        return Optional.of(new RadialForm(order, near, radius, bend(reduced, n, radius)));
      }
    }
    return Optional.empty();
  }

  private static double[] direction(int n, int i) {
    double angle = 2 * Math.PI * i / n;
    return n == 2
        ? new double[] {i == 0 ? 1 : -1}
        : new double[] {Math.cos(angle), Math.sin(angle)};
  }

  /** Returns the largest |Dw|^2 at some distance. */
  private static double bend(ReducedGradient reduced, int n, double r) {
    double largest = 0;
    for (int i = 0; i < n; i += n == 2 ? 1 : ANGLES / 8 + 3) {
      double[] y = direction(n, i);
      for (int j = 0; j < y.length; j++) {
        y[j] *= r;
      }
      double sum = 0;
      for (int j = 0; j < y.length; j++) {
        sum += squareSlope(reduced, y, j, DIFFERENCE * r);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  /** Returns the square of the slope along a kernel vector of what is lifted to the graph. */
  private static double squareSlope(ReducedGradient reduced, double[] y, int j, double h) {
    double[] moved = y.clone();
    moved[j] = y[j] + h;
    double[] above = reduced.lift(moved);
    moved[j] = y[j] - h;
    double[] below = reduced.lift(moved);
    double sum = 0;
    for (int k = 0; k < above.length; k++) {
      sum += Math.pow((above[k] - below[k]) / (2 * h), 2);
    }
    // The other part is the step along the kernel itself.
    return Math.max(0, sum - 1);
  }

  private static double radial(ReducedGradient reduced, double[] u, double r) {
    double[] y = u.clone();
    for (int j = 0; j < y.length; j++) {
      y[j] *= r;
    }
    double[] gradient = reduced.at(y);
    double sum = 0;
    for (int j = 0; j < y.length; j++) {
      sum += gradient[j] * u[j];
    }
    return sum;
  }

  private static double[] values(ReducedGradient reduced, int n, double order, double r) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = radial(reduced, direction(n, i), r) / (order * Math.pow(r, order - 1));
    }
    return values;
  }

  /**
   * Returns a bound on |Dw|^2 up to a distance within the radius: w is of second order at least.
   */
  double bend(double r) {
    return bend * (r / radius) * (r / radius);
  }

  /** Returns the dimension of the kernel, 1 or 2. */
  int dimension() {
    return values.length == 2 ? 1 : 2;
  }

  /** Returns max |F|. */
  double largest() {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private double second(int i) {
    int n = values.length;
    double h = 2 * Math.PI / n;
    return (values[(i + 1) % n] - 2 * values[i] + values[(i + n - 1) % n]) / (h * h);
  }

  private double first(int i) {
    int n = values.length;
    return (values[(i + 1) % n] - values[(i + n - 1) % n]) * n / (4 * Math.PI);
  }

  /**
   * Tells whether F has no critical direction at which F vanishes, too, so that more terms count.
   */
  boolean isMorse() {
    double steepest = 0;
    for (int i = 0; i < values.length && dimension() == 2; i++) {
      steepest = Math.max(steepest, Math.abs(first(i)));
    }
    for (int i = 0; i < values.length; i++) {
      boolean vanishes = Math.abs(values[i]) <= SMALL * largest();
      if (vanishes && (dimension() == 1 || Math.abs(first(i)) <= 5 * SMALL * steepest)) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether F has a local minimum above 0: an open set of starts goes to the point. */
  boolean attracts() {
    int n = values.length;
    for (int i = 0; i < n; i++) {
      boolean minimum =
          dimension() == 1
              || (values[i] <= values[(i + 1) % n] && values[i] < values[(i + n - 1) % n]);
      if (minimum && values[i] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns e of the share k^(-e) that has not left after k steps; 0 if some never do. */
  double exponent() {
    if (attracts()) {
      return 0;
    }
    if (dimension() == 1) {
      return 1 / (order - 2);
    }
    int n = values.length;
    double exponent = 2;
    for (int i = 0; i < n; i++) {
      boolean maximum = values[i] >= values[(i + 1) % n] && values[i] > values[(i + n - 1) % n];
      if (maximum && values[i] > 0) {
        exponent = Math.min(exponent, Math.abs(second(i)) / (order * values[i]));
      }
    }
    return exponent / (order - 2);
  }
}
