package org.separatrix.api.objective;

import java.util.Arrays;

/**
 * A point where the gradient vanishes, with the eigenvalues of the Hessian there.
 *
 * @param id name within its objective, {@code c1, c2, ...} in the order of the sorted coordinates
 * @param x coordinates, length d; copied
 * @param value f(x)
 * @param gradientNorm Euclidean norm of the computed gradient at x
 * @param eigenvalues eigenvalues of the Hessian, ascending, length d; copied
 * @param eigenvectors orthonormal eigenvectors, {@code eigenvectors[j]} belongs to {@code
 *     eigenvalues[j]}, {@code d x d}; copied
 * @param kind what the eigenvalues say
 * @param status how this is known
 */
public record CriticalPoint(
    String id,
    double[] x,
    double value,
    double gradientNorm,
    double[] eigenvalues,
    double[][] eigenvectors,
    CriticalPointKind kind,
    Status status) {

  /** Copies the arrays. */
  public CriticalPoint {
    x = x.clone();
    eigenvalues = eigenvalues.clone();
    eigenvectors = copy(eigenvectors);
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] eigenvalues() {
    return eigenvalues.clone();
  }

  @Override
  public double[][] eigenvectors() {
    return copy(eigenvectors);
  }

  /** Returns the number of coordinates d. */
  public int dimension() {
    return x.length;
  }

  /** Returns the Morse index, the number of negative eigenvalues. */
  public int morseIndex() {
    return (int) Arrays.stream(eigenvalues).filter(lambda -> lambda < 0).count();
  }

  /**
   * Returns the Euclidean distance to a point.
   *
   * @param point coordinates, length d; not modified
   */
  public double distance(double[] point) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += (point[k] - x[k]) * (point[k] - x[k]);
    }
    return Math.sqrt(sum);
  }

  /**
   * Returns this point under another name.
   *
   * @param newId the name
   */
  public CriticalPoint withId(String newId) {
    return new CriticalPoint(
        newId, x, value, gradientNorm, eigenvalues, eigenvectors, kind, status);
  }

  /**
   * Returns this point as one of another kind.
   *
   * @param newKind the kind
   * @param newStatus how that is known
   */
  public CriticalPoint withKind(CriticalPointKind newKind, Status newStatus) {
    return new CriticalPoint(
        id, x, value, gradientNorm, eigenvalues, eigenvectors, newKind, newStatus);
  }

  /**
   * Returns this point with other eigenvalues of the same eigenvectors.
   *
   * @param newEigenvalues the eigenvalues, ascending, length d; copied
   */
  public CriticalPoint withEigenvalues(double[] newEigenvalues) {
    return new CriticalPoint(
        id, x, value, gradientNorm, newEigenvalues, eigenvectors, kind, status);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CriticalPoint point
        && id.equals(point.id)
        && Arrays.equals(x, point.x)
        && value == point.value
        && kind == point.kind
        && status == point.status;
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Arrays.hashCode(x);
  }

  private static double[][] copy(double[][] matrix) {
    double[][] rows = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      rows[i] = matrix[i].clone();
    }
    return rows;
  }
}
