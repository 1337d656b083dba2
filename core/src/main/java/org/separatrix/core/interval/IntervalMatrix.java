package org.separatrix.core.interval;

import static org.separatrix.core.interval.DirectedRounding.productUp;
import static org.separatrix.core.interval.DirectedRounding.squareRootUp;
import static org.separatrix.core.interval.DirectedRounding.sumUp;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A matrix of intervals: the set of the real matrices whose entries lie in them. Immutable.
 *
 * <p>Norms and eigenvalues are bounds for all matrices of the set, norms rounded up.
 */
public final class IntervalMatrix {
  private final Interval[][] entries;

  private IntervalMatrix(Interval[][] entries) {
    this.entries = entries;
  }

  /**
   * Returns the matrix of some intervals.
   *
   * @param entries rows of equal lengths, at least one entry; copied
   */
  public static IntervalMatrix of(Interval[][] entries) {
    if (entries.length == 0 || entries[0].length == 0) {
      throw new IllegalArgumentException("a matrix needs at least one entry");
    }
    Interval[][] copy = new Interval[entries.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = entries[i].clone();
      if (copy[i].length != copy[0].length) {
        throw new IllegalArgumentException(
            "row 1 of the matrix has %d entries, row %d has %d"
                .formatted(copy[0].length, i + 1, copy[i].length));
      }
    }
    return new IntervalMatrix(copy);
  }

  /** Returns the set of a single matrix, finite; not modified. */
  public static IntervalMatrix point(double[][] matrix) {
    Interval[][] entries = new Interval[matrix.length][];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = new Interval[matrix[i].length];
      for (int j = 0; j < entries[i].length; j++) {
        entries[i][j] = Interval.point(matrix[i][j]);
      }
    }
    return of(entries);
  }

  /** Returns the identity of a dimension. */
  public static IntervalMatrix identity(int dimension) {
    double[][] identity = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      identity[i][i] = 1;
    }
    return point(identity);
  }

  /** Returns the number of rows. */
  public int rows() {
    return entries.length;
  }

  /** Returns the number of columns. */
  public int columns() {
    return entries[0].length;
  }

  /**
   * Returns an entry.
   *
   * @param row its row, from 0
   * @param column its column, from 0
   */
  public Interval get(int row, int column) {
    return entries[row][column];
  }

  /** Tells whether there is no matrix in this set, since an entry is empty. */
  public boolean isEmpty() {
    return Arrays.stream(entries).flatMap(Arrays::stream).anyMatch(Interval::isEmpty);
  }

  /** Tells whether no entry goes to infinity. */
  public boolean isBounded() {
    return Arrays.stream(entries).flatMap(Arrays::stream).allMatch(Interval::isBounded);
  }

  /**
   * Tells whether a matrix lies in this set.
   *
   * @param matrix as many rows and columns; not modified
   */
  public boolean contains(double[][] matrix) {
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries[i].length; j++) {
        if (!entries[i][j].contains(matrix[i][j])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns the midpoints of the entries, fresh. */
  public double[][] midpoint() {
    return map(Interval::midpoint);
  }

  /** Returns R with |A - midpoint| <= R for each entry of each matrix A of this set, fresh. */
  public double[][] radius() {
    return map(Interval::radius);
  }

  /** Returns the transposed matrices. */
  public IntervalMatrix transposed() {
    return build(columns(), rows(), (i, j) -> entries[j][i]);
  }

  /** Returns the submatrix of some rows and the same columns, at least one. */
  public IntervalMatrix principal(int... coordinates) {
    return build(
        coordinates.length, coordinates.length, (i, j) -> entries[coordinates[i]][coordinates[j]]);
  }

  /** Returns {A + B}. */
  public IntervalMatrix plus(IntervalMatrix other) {
    return combine(other, "plus", Interval::plus);
  }

  /** Returns the matrices that lie in both sets. */
  public IntervalMatrix intersection(IntervalMatrix other) {
    return combine(other, "meets", Interval::intersection);
  }

  /** Returns {t A}. */
  public IntervalMatrix times(Interval factor) {
    return build(rows(), columns(), (i, j) -> entries[i][j].times(factor));
  }

  /** Returns {A - B}. */
  public IntervalMatrix minus(IntervalMatrix other) {
    return combine(other, "minus", Interval::minus);
  }

  /** Returns an enclosure of {A B}. */
  public IntervalMatrix times(IntervalMatrix other) {
    check(columns() == other.rows(), "times", other);
    return build(
        rows(),
        other.columns(),
        (i, j) -> {
          Interval sum = entries[i][0].times(other.entries[0][j]);
          for (int k = 1; k < columns(); k++) {
            sum = sum.plus(entries[i][k].times(other.entries[k][j]));
          }
          return sum;
        });
  }

  /** Returns an enclosure of {A x}. */
  public IntervalVector times(IntervalVector x) {
    Interval[] products = new Interval[rows()];
    for (int i = 0; i < products.length; i++) {
      products[i] = IntervalVector.of(entries[i]).dot(x);
    }
    return IntervalVector.of(products);
  }

  /**
   * Returns the smallest interval matrix that contains the symmetric matrices of this square one:
   * each entry is intersected with the one across the diagonal.
   */
  public IntervalMatrix symmetricPart() {
    check(rows() == columns(), "is not square beside", this);
    return build(rows(), columns(), (i, j) -> entries[i][j].intersection(entries[j][i]));
  }

  /** Returns a bound of the largest sum of moduli in a row; NaN if this set is empty. */
  public double infinityNorm() {
    double norm = 0;
    for (Interval[] row : entries) {
      double sum = 0;
      for (Interval entry : row) {
        sum = sumUp(sum, entry.magnitude());
      }
      norm = Math.max(norm, sum);
    }
    return norm;
  }

  /** Returns a bound of the root of the sum of squares; NaN if this set is empty. */
  public double frobeniusNorm() {
    double sum = 0;
    for (Interval[] row : entries) {
      for (Interval entry : row) {
        sum = sumUp(sum, productUp(entry.magnitude(), entry.magnitude()));
      }
    }
    return squareRootUp(sum);
  }

  /**
   * Returns an interval that contains all eigenvalues of the symmetric matrices of this set, by
   * Gershgorin's theorem: each lies within sum_(j != i) |a_ij| of some a_ii.
   */
  public Interval gershgorin() {
    return SymmetricEigenvalues.gershgorin(symmetricPart());
  }

  /**
   * Returns an interval that contains all eigenvalues of the symmetric matrices of this set, empty
   * if there are none; see {@link PerronBound}. It lies within {@link #gershgorin}, and is as tight
   * as rounding permits for tridiagonal matrices.
   */
  public Interval spectrum() {
    return PerronBound.spectrum(symmetricPart());
  }

  /**
   * Returns enclosures of the eigenvalues lambda_1 <= ... <= lambda_d of the symmetric matrices of
   * this set, in ascending order, see {@link SymmetricEigenvalues}. For d <= 2 they are as tight as
   * rounding permits.
   */
  public List<Interval> eigenvalues() {
    return SymmetricEigenvalues.of(symmetricPart());
  }

  /**
   * Returns a bound of the spectral norm, the largest |lambda_k|, of the symmetric matrices of this
   * set; NaN if there are none.
   */
  public double spectralNorm() {
    IntervalMatrix symmetric = symmetricPart();
    List<Interval> eigenvalues = SymmetricEigenvalues.of(symmetric);
    Interval all = eigenvalues.get(0).hull(eigenvalues.get(eigenvalues.size() - 1));
    return Math.min(symmetric.frobeniusNorm(), all.intersection(symmetric.spectrum()).magnitude());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IntervalMatrix matrix && Arrays.deepEquals(entries, matrix.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(entries);
  }

  /** Returns the rows in brackets. */
  @Override
  public String toString() {
    return Arrays.deepToString(entries);
  }

  private double[][] map(ToDoubleFunction<Interval> number) {
    double[][] numbers = new double[rows()][columns()];
    for (int i = 0; i < numbers.length; i++) {
      for (int j = 0; j < numbers[i].length; j++) {
        numbers[i][j] = number.applyAsDouble(entries[i][j]);
      }
    }
    return numbers;
  }

  private interface Entry {
    Interval at(int row, int column);
  }

  private static IntervalMatrix build(int rows, int columns, Entry entry) {
    Interval[][] entries = new Interval[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        entries[i][j] = entry.at(i, j);
      }
    }
    return new IntervalMatrix(entries);
  }

  private IntervalMatrix combine(
      IntervalMatrix other, String name, BinaryOperator<Interval> operation) {
    check(rows() == other.rows() && columns() == other.columns(), name, other);
    return build(rows(), columns(), (i, j) -> operation.apply(entries[i][j], other.entries[i][j]));
  }

  private void check(boolean fits, String operation, IntervalMatrix other) {
    if (!fits) {
      throw new IllegalArgumentException(
          "a matrix of %d x %d entries %s one of %d x %d"
              .formatted(rows(), columns(), operation, other.rows(), other.columns()));
    }
  }
}
