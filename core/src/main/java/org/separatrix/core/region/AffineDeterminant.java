package org.separatrix.core.region;

import java.util.Arrays;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;

/**
 * det(A + lambda B C) as a polynomial in lambda, enclosed.
 *
 * <p>B C has rank one, so it is det A + lambda C adj(A) B, of degree one, and by Schur's complement
 * C adj(A) B = -det [[A, B], [C, 0]]. The map of a method on f is a local diffeomorphism where this
 * does not vanish at any eigenvalue of the Hessian: gradient descent has 1 - alpha lambda, heavy
 * ball beta, Nesterov's method beta (1 - alpha lambda).
 *
 * @param constant det A
 * @param slope C adj(A) B
 */
public record AffineDeterminant(Interval constant, Interval slope) {
  /** Returns the determinant of a method. */
  public static AffineDeterminant of(LinearMethod method) {
    return of(MethodMatrices.of(method));
  }

  static AffineDeterminant of(MethodMatrices method) {
    int n = method.b().dimension();
    Interval[][] bordered = new Interval[n + 1][n + 1];
    Interval[][] a = new Interval[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = method.a().get(i, j);
        bordered[i][j] = a[i][j];
      }
      bordered[i][n] = method.b().get(i);
      bordered[n][i] = method.c().get(i);
    }
    bordered[n][n] = Interval.ZERO;
    return new AffineDeterminant(determinant(a), determinant(bordered).negated());
  }

  /** Returns an enclosure of the determinants for all lambda of an interval. */
  public Interval over(Interval lambda) {
    return constant.plus(slope.times(lambda));
  }

  /**
   * Tells whether the map is certainly invertible at all eigenvalues of an interval.
   *
   * @param eigenvalues contains the eigenvalues of the Hessian
   */
  public boolean isInvertible(Interval eigenvalues) {
    return over(eigenvalues).mignitude() > 0;
  }

  /** Tells whether the map is certainly invertible whatever the eigenvalues are. */
  public boolean isNonzeroConstant() {
    return slope.equals(Interval.ZERO) && constant.mignitude() > 0;
  }

  /**
   * Returns an enclosure of the lambda at which the determinant vanishes, empty if there is none.
   */
  public Interval root() {
    if (slope.equals(Interval.ZERO)) {
      return constant.contains(0) ? Interval.ENTIRE : Interval.EMPTY;
    }
    return slope.contains(0) ? Interval.ENTIRE : constant.negated().dividedBy(slope);
  }

  /** Laplace's expansion, exact apart from rounding, for the few state vectors of a method. */
  private static Interval determinant(Interval[][] matrix) {
    return determinant(IntervalMatrix.of(matrix), 0, new boolean[matrix.length]);
  }

  private static Interval determinant(IntervalMatrix matrix, int row, boolean[] used) {
    if (row == matrix.rows()) {
      return Interval.ONE;
    }
    Interval sum = Interval.ZERO;
    int sign = 1;
    for (int column = 0; column < used.length; column++) {
      if (used[column]) {
        continue;
      }
      Interval entry = matrix.get(row, column);
      if (!entry.equals(Interval.ZERO)) {
        boolean[] rest = Arrays.copyOf(used, used.length);
        rest[column] = true;
        sum = sum.plus(entry.times(determinant(matrix, row + 1, rest)).times(sign));
      }
      sign = -sign;
    }
    return sum;
  }
}
