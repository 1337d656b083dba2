package org.separatrix.core.region;

import java.util.Optional;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.linalg.SymmetricEigen;

/** The Hessian at a point as doubles, from which coordinates are made. */
final class PointHessian {
  private PointHessian() {}

  /** Returns its eigenvalues and eigenvectors, nothing if it has no bounds. */
  static Optional<SymmetricEigen> of(IntervalExtension gradient, IntervalVector point) {
    Enclosure<IntervalMatrix> enclosure = gradient.jacobian(point);
    IntervalMatrix jacobian = enclosure.range();
    if (!enclosure.isDefinedEverywhere() || jacobian.isEmpty() || !jacobian.isBounded()) {
      return Optional.empty();
    }
    double[][] midpoint = jacobian.midpoint();
    double[][] symmetric = new double[midpoint.length][midpoint.length];
    for (int i = 0; i < midpoint.length; i++) {
      for (int j = 0; j < midpoint.length; j++) {
        symmetric[i][j] = midpoint[i][j] / 2 + midpoint[j][i] / 2;
      }
    }
    return Optional.of(SymmetricEigen.of(symmetric));
  }

  /** Returns the largest coordinate of a point, in modulus. */
  static double magnitude(IntervalVector point) {
    double magnitude = 0;
    for (int k = 0; k < point.dimension(); k++) {
      Interval coordinate = point.get(k);
      magnitude = Math.max(magnitude, coordinate.magnitude());
    }
    return magnitude;
  }
}
