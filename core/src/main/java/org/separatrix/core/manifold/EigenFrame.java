package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.complex.ComplexField;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Complex coordinates in which a derivative is diagonal: first those along a manifold, then the
 * others.
 */
final class EigenFrame {
  /** A larger condition number of the eigenvectors means a multiple eigenvalue without enough. */
  private static final double WORST_CONDITION = 1e7;

  private final List<EigenDirection> inside;
  private final List<EigenDirection> outside;
  private final List<EigenDirection> all;
  private final FieldMatrix<Complex> inverse;

  /**
   * Inverts the matrix of eigenvectors.
   *
   * @param inside directions along the manifold
   * @param outside the others
   * @throws IllegalArgumentException if they are nearly dependent
   */
  EigenFrame(List<EigenDirection> inside, List<EigenDirection> outside) {
    this.inside = List.copyOf(inside);
    this.outside = List.copyOf(outside);
    all = new ArrayList<>(inside);
    all.addAll(outside);
    int size = all.size();
    FieldMatrix<Complex> vectors =
        new Array2DRowFieldMatrix<>(ComplexField.getInstance(), size, size);
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        vectors.setEntry(i, j, new Complex(all.get(j).re()[i], all.get(j).im()[i]));
      }
    }
    try {
      inverse = new FieldLUDecomposition<>(vectors).getSolver().getInverse();
    } catch (MathRuntimeException singular) {
      throw defective(singular);
    }
    double largest = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        largest = Math.max(largest, inverse.getEntry(i, j).norm());
      }
    }
    // The eigenvectors have lengths near 1, so this is the condition number up to a small factor.
    if (!(largest < WORST_CONDITION)) {
      throw defective(null);
    }
  }

  private IllegalArgumentException defective(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "the linearization has a multiple eigenvalue without as many eigenvectors: "
            + all.stream().map(EigenDirection::multiplier).toList()
            + ".\nMaybe change the step or the momentum slightly.",
        cause);
  }

  List<EigenDirection> inside() {
    return inside;
  }

  List<EigenDirection> outside() {
    return outside;
  }

  int size() {
    return all.size();
  }

  EigenDirection direction(int j) {
    return all.get(j);
  }

  /** Returns the coordinates of a complex vector. */
  Complex[] coordinates(Complex[] vector) {
    return inverse.operate(vector);
  }

  /** Returns the real vectors that span the directions of a list, as columns of an N x m matrix. */
  static double[][] realColumns(List<EigenDirection> directions, int size) {
    double[][] columns = new double[size][directions.size()];
    for (int j = 0; j < directions.size(); j++) {
      EigenDirection direction = directions.get(j);
      Multiplier mu = direction.multiplier();
      for (int i = 0; i < size; i++) {
        columns[i][j] =
            mu.isReal()
                ? direction.re()[i]
                : mu.im() > 0 ? 2 * direction.re()[i] : 2 * direction.im()[i];
      }
    }
    return columns;
  }
}
