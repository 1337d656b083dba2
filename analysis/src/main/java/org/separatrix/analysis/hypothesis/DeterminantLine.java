package org.separatrix.analysis.hypothesis;

import org.separatrix.api.optimizer.LinearMethod;

/**
 * The straight line lambda -> det(A + lambda B C) = det A + lambda C adj(A) B of a method.
 *
 * @param constant det A
 * @param linear C adj(A) B, which is minus the determinant of [[A, B], [C, 0]]
 */
record DeterminantLine(Determinant constant, Determinant linear) {
  static DeterminantLine of(LinearMethod method) {
    double[][] a = method.a();
    double[] b = method.b();
    int n = b.length;
    double[][] bordered = new double[n + 1][n + 1];
    for (int i = 0; i < n; i++) {
      System.arraycopy(a[i], 0, bordered[i], 0, n);
      bordered[i][n] = b[i];
    }
    System.arraycopy(method.c(), 0, bordered[n], 0, n);
    Determinant border = Determinant.of(bordered);
    return new DeterminantLine(
        Determinant.of(a), new Determinant(0.0 - border.value(), border.magnitude()));
  }

  double intercept() {
    return constant.value();
  }

  double slope() {
    return linear.value();
  }

  /** Tells whether every product in the slope vanishes, and the intercept does not. */
  boolean isNonzeroConstant() {
    return linear.magnitude() == 0 && constant.isNonzero();
  }

  /**
   * Tells whether the line has no zero on an interval, rounding errors accounted for.
   *
   * @param limit the interval is [-limit, limit]
   */
  boolean isNonzeroOn(double limit) {
    double error = constant.error() + limit * linear.error();
    double low = intercept() - limit * slope();
    double high = intercept() + limit * slope();
    return Math.min(low, high) > error || Math.max(low, high) < -error;
  }

  /**
   * Returns the smallest modulus on an interval without a zero.
   *
   * @param limit the interval is [-limit, limit]
   */
  double smallestModulus(double limit) {
    return Math.abs(intercept()) - limit * Math.abs(slope());
  }

  /** Returns the zero, or 0 if the line vanishes everywhere. */
  double zero() {
    return slope() == 0 ? 0 : -intercept() / slope();
  }
}
