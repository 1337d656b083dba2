package org.separatrix.core.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.NonSymmetricEigen;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * Coordinates that block-diagonalise the linearization of a method at a saddle, those in which it
 * expands first.
 *
 * <p>Along each eigenvector of the Hessian, A + lambda B C has real eigenvalues, in whose
 * eigenvectors it is diagonal, and conjugate pairs p +- i q, in whose real and imaginary parts it
 * is the block [[p, q], [-q, p]], a rotation times the modulus. Computed with rounding to nearest.
 *
 * @param transform the coordinates' matrix T, N x N
 * @param unstable number m of coordinates that expand, those of eigenvalues beyond the unit circle
 * @param rotation how the expanding coordinates turn: orthogonal up to rounding, m x m
 */
record InvariantSplitting(double[][] transform, int unstable, double[][] rotation) {
  /** Eigenvalues closer to the unit circle are not taken for unstable ones. */
  private static final double MARGIN = 1e-9;

  /**
   * Computes the splitting.
   *
   * @return nothing if it does not expand at all or cannot be block-diagonalised
   */
  static Optional<InvariantSplitting> of(Linearization linearization, SymmetricEigen hessian) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < hessian.dimension(); i++) {
      if (!addBlocks(linearization.at(hessian.value(i)), hessian.vector(i), blocks)) {
        return Optional.empty();
      }
    }
    blocks.sort(Comparator.comparingInt(block -> block.isUnstable() ? 0 : 1));
    int unstable =
        blocks.stream().filter(Block::isUnstable).mapToInt(block -> block.factor.length).sum();
    return unstable == 0 ? Optional.empty() : Optional.of(assembled(blocks, unstable));
  }

  private static InvariantSplitting assembled(List<Block> blocks, int unstable) {
    int size = blocks.stream().mapToInt(block -> block.factor.length).sum();
    double[][] transform = new double[size][size];
    double[][] rotation = new double[unstable][unstable];
    int row = 0;
    for (Block block : blocks) {
      EigenvectorBlocks.place(transform, row, block.factor, block.eigenvector);
      for (int i = 0; i < block.factor.length && block.isUnstable(); i++) {
        for (int j = 0; j < block.factor.length; j++) {
          rotation[row + i][row + j] = block.matrix[i][j] / block.modulus;
        }
      }
      row += block.factor.length;
    }
    return new InvariantSplitting(transform, unstable, rotation);
  }

  /** Tells whether there are blocks that could be added. */
  private static boolean addBlocks(double[][] matrix, double[] eigenvector, List<Block> blocks) {
    if (matrix.length == 1) {
      double factor = matrix[0][0];
      blocks.add(new Block(new double[][] {{1}}, matrix, Math.abs(factor), eigenvector));
      return Double.isFinite(factor);
    }
    Optional<EigenDecompositionNonSymmetric> eigen = NonSymmetricEigen.of(matrix);
    try {
      eigen.ifPresent(each -> addBlocks(each.getV(), each.getD(), eigenvector, blocks));
    } catch (MathRuntimeException defective) {
      return false;
    }
    return eigen.isPresent();
  }

  private static void addBlocks(
      RealMatrix vectors, RealMatrix diagonal, double[] eigenvector, List<Block> blocks) {
    int n = diagonal.getRowDimension();
    for (int i = 0; i < n; ) {
      int width = isPair(diagonal, i) ? 2 : 1;
      normalize(vectors, i, width);
      i += width;
    }
    RealMatrix inverse = new LUDecomposition(vectors).getSolver().getInverse();
    for (int i = 0; i < n; ) {
      int width = isPair(diagonal, i) ? 2 : 1;
      int last = i + width - 1;
      double[][] block = diagonal.getSubMatrix(i, last, i, last).getData();
      double modulus = Math.hypot(block[0][0], width == 2 ? block[0][1] : 0);
      double[][] factor = inverse.getSubMatrix(i, last, 0, n - 1).getData();
      blocks.add(new Block(factor, block, modulus, eigenvector));
      i += width;
    }
  }

  private static boolean isPair(RealMatrix diagonal, int i) {
    return i + 1 < diagonal.getRowDimension() && diagonal.getEntry(i, i + 1) != 0;
  }

  /** Scales the columns of a block by one number to the norm 1 of the longest. */
  private static void normalize(RealMatrix vectors, int first, int width) {
    double norm = 0;
    for (int j = first; j < first + width; j++) {
      norm = Math.max(norm, vectors.getColumnVector(j).getNorm());
    }
    for (int j = first; j < first + width; j++) {
      vectors.setColumnVector(j, vectors.getColumnVector(j).mapDivide(norm));
    }
  }

  /**
   * A real eigenvalue or a pair.
   *
   * @param factor takes the n state components along the eigenvector to the block's coordinates
   * @param matrix the block, 1 x 1 or 2 x 2
   * @param modulus modulus of the eigenvalues
   * @param eigenvector the Hessian's eigenvector
   */
  private record Block(double[][] factor, double[][] matrix, double modulus, double[] eigenvector) {
    boolean isUnstable() {
      return modulus > 1 + MARGIN;
    }
  }
}
