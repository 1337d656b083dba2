package org.separatrix.core.interval;

import static org.separatrix.core.interval.DirectedRounding.productUp;
import static org.separatrix.core.interval.DirectedRounding.quotientUp;
import static org.separatrix.core.interval.DirectedRounding.sumUp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.separatrix.core.linalg.IndependentBlocks;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * Enclosures of the eigenvalues lambda_1 <= ... <= lambda_d of all symmetric matrices A in an
 * interval matrix.
 *
 * <ul>
 *   <li>Coordinates that no A mixes are looked at apart: beside an eigenvalue of 1e12 one of 1e-12
 *       would be rounding.
 *   <li>d = 2: in closed form. lambda_2 grows with both diagonal entries and the modulus of the
 *       other one, lambda_1 with the diagonal entries and against that modulus, so each bound is
 *       attained in a corner.
 *   <li>d > 2: A = M + E with the midpoint M and |E| <= R, so |lambda_k(A) - lambda_k(M)| <= |E|_2
 *       <= |R|_2 (Weyl). For any v > 0, |R|_2 <= max (R v)_i / v_i (Collatz); v comes from a few
 *       steps of power iteration. Gershgorin's theorem for A bounds the whole.
 *   <li>The eigenvalues of M: the rows of V are its eigenvectors, computed somehow. By Ostrowski's
 *       theorem lambda_k(V M V') = t lambda_k(M) with |t - 1| <= |V V' - I|, and V M V', computed
 *       with intervals, is nearly diagonal, which the norm of the rest turns into bounds (Weyl).
 * </ul>
 */
final class SymmetricEigenvalues {
  private static final int POWER_STEPS = 4;

  /** Keeps v positive; relative to its largest component. */
  private static final double SMALLEST_COMPONENT = 1e-6;

  private SymmetricEigenvalues() {}

  /** Returns enclosures in ascending order, d of them; the matrix is equal to its transposed. */
  static List<Interval> of(IntervalMatrix matrix) {
    int d = matrix.rows();
    if (matrix.isEmpty()) {
      return Collections.nCopies(d, Interval.EMPTY);
    }
    if (!matrix.isBounded()) {
      return Collections.nCopies(d, Interval.ENTIRE);
    }
    List<int[]> blocks = d == 1 ? List.of() : IndependentBlocks.of(magnitudes(matrix));
    return blocks.size() > 1 ? ofBlocks(matrix, blocks) : ofBlock(matrix);
  }

  private static List<Interval> ofBlock(IntervalMatrix matrix) {
    return switch (matrix.rows()) {
      case 1 -> List.of(matrix.get(0, 0));
      case 2 -> ofTwoByTwo(matrix.get(0, 0), matrix.get(1, 1), matrix.get(0, 1));
      default -> aroundMidpoint(matrix);
    };
  }

  /** Of all eigenvalues together the k-th lies between the k-th lower and the k-th upper bound. */
  private static List<Interval> ofBlocks(IntervalMatrix matrix, List<int[]> blocks) {
    double[] low = new double[matrix.rows()];
    double[] high = new double[matrix.rows()];
    int next = 0;
    for (int[] block : blocks) {
      for (Interval eigenvalue : ofBlock(part(matrix, block))) {
        low[next] = eigenvalue.low();
        high[next++] = eigenvalue.high();
      }
    }
    Arrays.sort(low);
    Arrays.sort(high);
    List<Interval> enclosures = new ArrayList<>(low.length);
    for (int k = 0; k < low.length; k++) {
      enclosures.add(new Interval(low[k], high[k]));
    }
    return List.copyOf(enclosures);
  }

  private static IntervalMatrix part(IntervalMatrix matrix, int[] block) {
    Interval[][] part = new Interval[block.length][block.length];
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < block.length; j++) {
        part[i][j] = matrix.get(block[i], block[j]);
      }
    }
    return IntervalMatrix.of(part);
  }

  private static double[][] magnitudes(IntervalMatrix matrix) {
    double[][] magnitudes = new double[matrix.rows()][matrix.columns()];
    for (int i = 0; i < magnitudes.length; i++) {
      for (int j = 0; j < magnitudes.length; j++) {
        magnitudes[i][j] = matrix.get(i, j).magnitude();
      }
    }
    return magnitudes;
  }

  /** Returns the hull of Gershgorin's discs; the matrix is equal to its transposed. */
  static Interval gershgorin(IntervalMatrix matrix) {
    Interval hull = Interval.EMPTY;
    for (int i = 0; i < matrix.rows() && !matrix.isEmpty(); i++) {
      hull = hull.hull(matrix.get(i, i).inflated(offDiagonal(matrix, i)));
    }
    return hull;
  }

  private static List<Interval> ofTwoByTwo(Interval a, Interval c, Interval b) {
    Interval lowest = ofPoint(a.low(), c.low(), b.magnitude(), -1);
    Interval second = ofPoint(a.high(), c.high(), b.mignitude(), -1);
    Interval third = ofPoint(a.low(), c.low(), b.mignitude(), 1);
    Interval highest = ofPoint(a.high(), c.high(), b.magnitude(), 1);
    return List.of(
        new Interval(lowest.low(), second.high()), new Interval(third.low(), highest.high()));
  }

  /** Returns (a + c)/2 -+ sqrt(((a - c)/2)^2 + b^2). */
  private static Interval ofPoint(double a, double c, double b, int sign) {
    Interval p = Interval.point(a);
    Interval q = Interval.point(c);
    Interval root = hypotenuse(p.minus(q).times(0.5), Interval.point(b));
    return p.plus(q).times(0.5).plus(root.times(sign));
  }

  /** Returns sqrt(x^2 + y^2); a power of two keeps the squares from overflow and underflow. */
  private static Interval hypotenuse(Interval x, Interval y) {
    int exponent = Math.getExponent(Math.max(x.magnitude(), y.magnitude()));
    double scale = Math.scalb(1.0, -Math.max(-1000, Math.min(1000, exponent)));
    Interval squares = x.times(scale).squared().plus(y.times(scale).squared());
    return squares.sqrt().times(1 / scale);
  }

  private static List<Interval> aroundMidpoint(IntervalMatrix matrix) {
    double distance = norm(matrix.radius());
    Interval all = gershgorin(matrix);
    List<Interval> enclosures = new ArrayList<>(matrix.rows());
    double[][] midpoint = matrix.midpoint();
    double[][] vectors = SymmetricEigen.of(midpoint).vectors();
    for (Interval eigenvalue : ofNumbers(midpoint, vectors)) {
      enclosures.add(eigenvalue.inflated(distance).intersection(all));
    }
    return List.copyOf(enclosures);
  }

  /**
   * Returns enclosures of the eigenvalues of a symmetric matrix of numbers.
   *
   * @param matrix the matrix M; not modified
   * @param vectors rows near its eigenvectors; the worse they are, the wider the enclosures
   */
  static List<Interval> ofNumbers(double[][] matrix, double[][] vectors) {
    int d = matrix.length;
    IntervalMatrix m = IntervalMatrix.point(matrix);
    IntervalMatrix v = IntervalMatrix.point(vectors);
    IntervalMatrix nearlyDiagonal = v.times(m).times(v.transposed());
    double skewness = v.times(v.transposed()).minus(IntervalMatrix.identity(d)).infinityNorm();
    if (!(skewness < 1)) {
      return Collections.nCopies(d, gershgorin(m));
    }
    double[] diagonal = new double[d];
    double rest = 0;
    for (int i = 0; i < d; i++) {
      Interval entry = nearlyDiagonal.get(i, i);
      diagonal[i] = entry.midpoint();
      rest = Math.max(rest, sumUp(offDiagonal(nearlyDiagonal, i), entry.radius()));
    }
    Arrays.sort(diagonal);
    Interval stretch = Interval.ONE.inflated(skewness);
    List<Interval> enclosures = new ArrayList<>(d);
    for (double entry : diagonal) {
      enclosures.add(Interval.point(entry).inflated(rest).dividedBy(stretch));
    }
    return enclosures;
  }

  /** Returns a bound of the sum of |a_ij| over j != i. */
  private static double offDiagonal(IntervalMatrix matrix, int i) {
    double sum = 0;
    for (int j = 0; j < matrix.columns(); j++) {
      sum = j == i ? sum : sumUp(sum, matrix.get(i, j).magnitude());
    }
    return sum;
  }

  /** Returns a bound of the spectral norm of a symmetric matrix without negative entries. */
  static double norm(double[][] r) {
    double[] v = new double[r.length];
    Arrays.fill(v, 1);
    double norm = Double.POSITIVE_INFINITY;
    for (int step = 0; step < POWER_STEPS; step++) {
      double[] image = new double[v.length];
      double bound = 0;
      double largest = 0;
      for (int i = 0; i < v.length; i++) {
        for (int j = 0; j < v.length; j++) {
          image[i] = sumUp(image[i], productUp(r[i][j], v[j]));
        }
        bound = Math.max(bound, quotientUp(image[i], v[i]));
        largest = Math.max(largest, image[i]);
      }
      norm = Math.min(norm, bound);
      if (largest == 0 || Double.isInfinite(largest)) {
        return norm;
      }
      for (int i = 0; i < v.length; i++) {
        v[i] = Math.max(image[i] / largest, SMALLEST_COMPONENT);
      }
    }
    return norm;
  }
}
