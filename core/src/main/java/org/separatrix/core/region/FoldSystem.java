package org.separatrix.core.region;

import java.util.Arrays;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * The equations (g(q) - g(p)) / (2 h) = 0 for points p = m - h w and q = m + h w beside a fold of g
 * = id - alpha grad f.
 *
 * <p>At a fold point m_0, Dg has a null vector w_0. The d unknowns y are a shift of m = m_0 + y_0 n
 * across the fold and the change of w = w_0 + y_1 e_1 + ..., where n and the e_j are fixed vectors,
 * the e_j orthogonal to w_0. So the distance of p and q stays about 2 h. The derivative of the
 * equations is
 *
 * <pre>
 *   d/dy_0 = (Dg(q) - Dg(p)) n / (2 h),   d/dy_j = (Dg(q) + Dg(p)) e_j / 2,
 * </pre>
 *
 * regular for small h if the fold is one, w_0' D^2 g (w_0, n) not 0.
 *
 * @param gradient the first and second derivatives of f
 * @param alpha the step size
 * @param middle m_0
 * @param frame rows w_0, e_1, ..., e_(d-1)
 * @param across n
 * @param half h
 */
record FoldSystem(
    IntervalExtension gradient,
    double alpha,
    double[] middle,
    double[][] frame,
    double[] across,
    double half) {

  IntervalVector p(IntervalVector y) {
    return point(y, -half);
  }

  IntervalVector q(IntervalVector y) {
    return point(y, half);
  }

  private IntervalVector point(IntervalVector y, double offset) {
    Interval[] x = new Interval[middle.length];
    for (int k = 0; k < x.length; k++) {
      Interval w = Interval.point(frame[0][k]);
      for (int j = 1; j < x.length; j++) {
        w = w.plus(y.get(j).times(frame[j][k]));
      }
      x[k] = Interval.point(middle[k]).plus(y.get(0).times(across[k])).plus(w.times(offset));
    }
    return IntervalVector.of(x);
  }

  /** Encloses the equations' left sides, (q - p - alpha (G(q) - G(p))) / (2 h). */
  IntervalVector residual(IntervalVector y) {
    IntervalVector slope = gradient.gradient(q(y)).range().minus(gradient.gradient(p(y)).range());
    Interval[] sides = new Interval[middle.length];
    for (int k = 0; k < sides.length; k++) {
      Interval w = Interval.point(frame[0][k]);
      for (int j = 1; j < sides.length; j++) {
        w = w.plus(y.get(j).times(frame[j][k]));
      }
      sides[k] = w.minus(slope.get(k).times(alpha).dividedBy(twice()));
    }
    return IntervalVector.of(sides);
  }

  /** Encloses their derivative; entire where it may not exist. */
  IntervalMatrix derivative(IntervalVector y) {
    Enclosure<IntervalMatrix> atP = gradient.jacobian(p(y));
    Enclosure<IntervalMatrix> atQ = gradient.jacobian(q(y));
    int d = middle.length;
    Interval[][] rows = new Interval[d][d];
    for (Interval[] row : rows) {
      Arrays.fill(row, Interval.ENTIRE);
    }
    if (atP.isDefinedEverywhere() && atQ.isDefinedEverywhere()) {
      for (int k = 0; k < d; k++) {
        for (int j = 0; j < d; j++) {
          rows[k][j] = entry(atP.range(), atQ.range(), k, j);
        }
      }
    }
    return IntervalMatrix.of(rows);
  }

  private Interval entry(IntervalMatrix p, IntervalMatrix q, int k, int j) {
    Interval sum = j == 0 ? Interval.ZERO : Interval.point(frame[j][k]);
    for (int l = 0; l < middle.length; l++) {
      Interval change =
          j == 0
              ? q.get(k, l).minus(p.get(k, l)).times(across[l]).dividedBy(twice())
              : q.get(k, l).plus(p.get(k, l)).times(frame[j][l]).times(0.5);
      sum = sum.minus(change.times(alpha));
    }
    return sum;
  }

  private Interval twice() {
    return Interval.point(2 * half);
  }
}
