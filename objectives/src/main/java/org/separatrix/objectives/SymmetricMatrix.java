package org.separatrix.objectives;

/** Checks of symmetric matrices and of spectra as they stand in a study. */
final class SymmetricMatrix {
  private SymmetricMatrix() {}

  /**
   * Returns a copy.
   *
   * @param matrix the matrix, n x n
   * @throws IllegalArgumentException unless it is square, finite, exactly symmetric and not zero
   */
  static double[][] checkedCopy(double[][] matrix) {
    int n = matrix.length;
    double[][] copy = new double[n][];
    boolean zero = true;
    for (int i = 0; i < n; i++) {
      copy[i] = matrix[i].clone();
      if (copy[i].length != n) {
        throw new IllegalArgumentException(
            "row %d of matrix has %d %s: a matrix of %d rows needs %d"
                .formatted(i + 1, copy[i].length, copy[i].length == 1 ? "entry" : "entries", n, n));
      }
      for (int j = 0; j < n; j++) {
        double entry = copy[i][j];
        zero &= entry == 0;
        if (!Double.isFinite(entry) || (j < i && entry != copy[j][i])) {
          throw new IllegalArgumentException(
              "entry (%d, %d) of matrix is %s, entry (%d, %d) is %s: it must be finite and symmetric"
                  .formatted(i + 1, j + 1, entry, j + 1, i + 1, matrix[j][i]));
        }
      }
    }
    if (zero) {
      throw new IllegalArgumentException("matrix is zero: it needs an entry that is not");
    }
    return copy;
  }

  /**
   * Returns a copy.
   *
   * @param spectrum eigenvalues
   * @throws IllegalArgumentException unless they are finite and one of them is not zero
   */
  static double[] checkedSpectrum(double[] spectrum) {
    Dimension.checkMost("spectrum: its length", spectrum.length);
    boolean zero = true;
    for (double lambda : spectrum) {
      zero &= lambda == 0;
      if (!Double.isFinite(lambda)) {
        throw new IllegalArgumentException("spectrum contains " + lambda + ": it must be finite");
      }
    }
    if (zero) {
      throw new IllegalArgumentException(
          "spectrum has no eigenvalue other than 0: it needs at least one");
    }
    return spectrum.clone();
  }
}
