package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.separatrix.core.linalg.NonSymmetricEigen;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * An eigenvalue of a map's derivative with its eigenvector re + i im. The longer of re and im has
 * length 1 for a real eigenvalue, 1/2 for one of a pair.
 *
 * @param multiplier the eigenvalue
 * @param re real part of the eigenvector; not modified
 * @param im imaginary part; not modified
 */
record EigenDirection(Multiplier multiplier, double[] re, double[] im) {
  /**
   * Computes all eigenvectors at a fixed point, by descending modulus of the eigenvalues, conjugate
   * ones next to each other.
   *
   * @param map the map
   * @param x the critical point at which it rests, d coordinates
   * @throws IllegalArgumentException if the derivative cannot be diagonalised
   */
  static List<EigenDirection> at(MethodMap map, double[] x) {
    SymmetricEigen hessian = SymmetricEigen.of(map.hessian(x));
    List<EigenDirection> leaders = new ArrayList<>();
    for (int i = 0; i < hessian.dimension(); i++) {
      addOfBlock(map.block(hessian.value(i)), hessian.vector(i), leaders);
    }
    leaders.sort(Comparator.comparingDouble(direction -> -direction.multiplier.modulus()));
    List<EigenDirection> all = new ArrayList<>();
    for (EigenDirection leader : leaders) {
      all.add(leader);
      if (!leader.multiplier.isReal()) {
        all.add(leader.conjugate());
      }
    }
    return all;
  }

  private EigenDirection conjugate() {
    return new EigenDirection(
        new Multiplier(multiplier.re(), -multiplier.im()), re, Vectors.scaled(-1, im));
  }

  /** Adds the real eigenvectors and one of each pair. */
  private static void addOfBlock(
      double[][] block, double[] eigenvector, List<EigenDirection> leaders) {
    int n = block.length;
    if (n == 1) {
      leaders.add(of(new Multiplier(block[0][0], 0), new double[] {1}, new double[1], eigenvector));
      return;
    }
    EigenDecompositionNonSymmetric eigen =
        NonSymmetricEigen.of(block)
            .orElseThrow(() -> new IllegalArgumentException("the eigenproblem has no solution"));
    RealMatrix vectors = eigen.getV();
    RealMatrix diagonal = eigen.getD();
    for (int i = 0; i < n; i++) {
      boolean pair = i + 1 < n && diagonal.getEntry(i, i + 1) != 0;
      double[] re = vectors.getColumn(i);
      double[] im = pair ? vectors.getColumn(i + 1) : new double[n];
      double imaginary = pair ? diagonal.getEntry(i, i + 1) : 0;
      double sign = imaginary < 0 ? -1 : 1;
      leaders.add(
          of(
              new Multiplier(diagonal.getEntry(i, i), sign * imaginary),
              re,
              Vectors.scaled(sign, im),
              eigenvector));
      i += pair ? 1 : 0;
    }
  }

  /** Returns the direction of a block's eigenvector on all coordinates. */
  private static EigenDirection of(
      Multiplier multiplier, double[] re, double[] im, double[] eigenvector) {
    double size = Math.max(Vectors.norm(re), Vectors.norm(im)) * (multiplier.isReal() ? 1 : 2);
    return new EigenDirection(
        multiplier, expanded(re, eigenvector, size), expanded(im, eigenvector, size));
  }

  private static double[] expanded(double[] components, double[] eigenvector, double size) {
    int d = eigenvector.length;
    double[] expanded = new double[components.length * d];
    for (int i = 0; i < expanded.length; i++) {
      expanded[i] = components[i / d] * eigenvector[i % d] / size;
    }
    return expanded;
  }
}
