package org.separatrix.core.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * The operator norm |T| = max |T(u, u, u)| over |u| = 1 of symmetric tensors of order 3, given by
 * enclosures of their slices T_k = T(e_k, ., .). For symmetric tensors it is also the largest |T(u,
 * v, w)| (Banach 1938), so it is the Lipschitz constant of x -> T(x, ., .) in spectral norm.
 */
final class TensorNorm {
  /** Directions in each coordinate of a face of the cube, by dimension. */
  private static final int[] DIRECTIONS = {0, 1, 40, 48};

  private static final int ASCENT_STEPS = 30;
  private static final double SHIFT = 1;

  /** Up to this dimension the ascent starts between the axes, too. */
  private static final int FEW = 6;

  /** Exceeds the relative error of a hundred operations. */
  private static final double ROUNDING = 0x1p-40;

  private final List<IntervalMatrix> slices;
  private final int n;

  /**
   * Takes some tensors.
   *
   * @param slices n enclosures, {@code n x n} each, bounded
   */
  TensorNorm(List<IntervalMatrix> slices) {
    this.slices = slices;
    n = slices.size();
  }

  /** Returns an upper bound, improved as far as possible if it exceeds a number. */
  double upper(double sufficient) {
    double upper = Math.min(bySlices().high(), byColumns());
    return upper <= sufficient || n >= DIRECTIONS.length ? upper : Math.min(upper, byDirections());
  }

  /** T(u, u, u) = sum_k u_k T_k(u, u), hence |T| <= (sum_k |T_k|^2)^(1/2). */
  private Interval bySlices() {
    Interval sum = Interval.ZERO;
    for (IntervalMatrix slice : slices) {
      sum = sum.plus(slice.spectrum().squared());
    }
    return sum.sqrt();
  }

  /**
   * |T_k(u, u)| <= sum_i c_ki u_i^2 with c_ki = sum_j |T_kij|, as for Gershgorin's theorem. So
   * |T(u, u, u)| <= |C s| for a vector s of numbers u_i^2, whose sum is 1: at most the largest norm
   * of a column of C. Sharp if only the T_kkk do not vanish.
   */
  private double byColumns() {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      Interval sum = Interval.ZERO;
      for (IntervalMatrix slice : slices) {
        Interval row = Interval.ZERO;
        for (int j = 0; j < n; j++) {
          row = row.plus(Interval.point(slice.get(i, j).magnitude()));
        }
        sum = sum.plus(row.squared());
      }
      largest = Math.max(largest, sum.sqrt().high());
    }
    return largest;
  }

  /**
   * On a great circle T(u, u, u) is a trigonometric polynomial p of degree 3, so |p''| <= 9 max |p|
   * (Bernstein). At an angle h from its maximum, where p' = 0, it is at least (1 - 9 h^2/2) |T|.
   * Hence directions of which one is within h of every other give |T| <= max |T(u, u, u)| / (1 - 9
   * h^2/2). The directions point at the centers of a grid on the faces of the cube, and angles are
   * smaller than distances there.
   *
   * <p>With T = M + E, |E| <= R, the values are at most |M(u, u, u)| + R(|u|, |u|, |u|), here in
   * ordinary arithmetic: less than 100 roundings are covered by 2^-40 of the terms' moduli.
   */
  private double byDirections() {
    double[][][] middles = middles();
    double[][][] radii = slices.stream().map(IntervalMatrix::radius).toArray(double[][][]::new);
    int count = DIRECTIONS[n];
    double largest = 0;
    for (int face = 0; face < n; face++) {
      int[] cell = new int[n];
      do {
        double[] u = new double[n];
        for (int k = 0; k < n; k++) {
          u[k] = k == face ? 1 : (2 * cell[k] + 1.0 - count) / count;
        }
        largest = Math.max(largest, most(middles, radii, u));
      } while (next(cell, face, count));
    }
    Interval square = Interval.point(n - 1).dividedBy(Interval.point((double) count * count));
    // The components of u are rounded, which moves it by less than this.
    Interval angle = square.sqrt().inflated(n == 1 ? 0 : 1e-14);
    Interval factor = Interval.ONE.minus(angle.squared().times(4.5));
    return Interval.point(largest).dividedBy(factor).high();
  }

  /** Returns a bound of |T(u, u, u)| / |u|^3. */
  private static double most(double[][][] middles, double[][][] radii, double[] u) {
    double value = 0;
    double error = Double.MIN_NORMAL;
    double square = 0;
    for (int k = 0; k < u.length; k++) {
      square += u[k] * u[k];
      for (int i = 0; i < u.length; i++) {
        for (int j = 0; j < u.length; j++) {
          double product = u[i] * u[j] * u[k];
          double term = middles[k][i][j] * product;
          value += term;
          error += radii[k][i][j] * Math.abs(product) + ROUNDING * Math.abs(term);
        }
      }
    }
    return (Math.abs(value) + error) * (1 + ROUNDING) / (square * Math.sqrt(square));
  }

  /** Counts on in all places but one; tells whether there was a next number. */
  private static boolean next(int[] cell, int face, int count) {
    for (int k = 0; k < cell.length; k++) {
      if (k != face) {
        if (++cell[k] < count) {
          return true;
        }
        cell[k] = 0;
      }
    }
    return false;
  }

  /** Returns a lower bound of the norms of all these tensors, found by ascent. */
  double lower() {
    double[][][] middles = middles();
    double largest = 0;
    for (double[] start : starts()) {
      largest = Math.max(largest, along(ascend(middles, start)).mignitude());
    }
    return largest;
  }

  /** Returns directions near the axes and, if there are few, between them. */
  private List<double[]> starts() {
    List<double[]> starts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= (n <= FEW ? i : 0); j++) {
        for (int sign = i == j ? 1 : -1; sign <= 1; sign += 2) {
          double[] u = new double[n];
          Arrays.fill(u, 0.01);
          u[j] = sign;
          u[i] = 1;
          starts.add(u);
        }
      }
    }
    return starts;
  }

  /**
   * Power iteration u <- T(u, u, .) + s u, whose shift s keeps it climbing (Kolda and Mayo 2011),
   * in ordinary arithmetic; the best u counts.
   */
  private static double[] ascend(double[][][] t, double[] start) {
    double[] best = start;
    double most = 0;
    double[] u = start;
    for (int step = 0; step < ASCENT_STEPS; step++) {
      double[] image = new double[u.length];
      double value = 0;
      double norm = 0;
      double length = 0;
      for (int k = 0; k < u.length; k++) {
        for (int i = 0; i < u.length; i++) {
          for (int j = 0; j < u.length; j++) {
            image[k] += t[k][i][j] * u[i] * u[j];
          }
        }
        value += image[k] * u[k];
        norm = Math.hypot(norm, image[k]);
        length = Math.hypot(length, u[k]);
      }
      double reached = Math.abs(value) / (length * length * length);
      if (reached > most) {
        most = reached;
        best = u;
      }
      if (!(norm > 0) || !(norm < Double.MAX_VALUE)) {
        return best;
      }
      double[] next = new double[u.length];
      for (int k = 0; k < u.length; k++) {
        next[k] = Math.copySign(1, value) * image[k] / norm + SHIFT * u[k] / length;
      }
      u = next;
    }
    return best;
  }

  private double[][][] middles() {
    return slices.stream().map(IntervalMatrix::midpoint).toArray(double[][][]::new);
  }

  /** Encloses T(u, u, u) / |u|^3. */
  private Interval along(double[] u) {
    Interval square = Interval.ZERO;
    List<Interval> forms = new ArrayList<>(n);
    for (int k = 0; k < n; k++) {
      forms.add(quadratic(slices.get(k), u));
      square = square.plus(Interval.point(u[k]).squared());
    }
    Interval cube = square.times(square.sqrt());
    return IntervalVector.of(forms.toArray(Interval[]::new))
        .dot(IntervalVector.point(u))
        .dividedBy(cube);
  }

  private Interval quadratic(IntervalMatrix slice, double[] u) {
    IntervalVector vector = IntervalVector.point(u);
    return slice.times(vector).dot(vector);
  }
}
