package org.separatrix.core.manifold;

import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The positions from which runs start on a local stable manifold: its trace on the states v (x) x,
 * which is the slice x_(-1) = x_0 of a method with one memory vector, and the manifold itself for
 * gradient descent. Of codimension u in R^d if u directions are unstable.
 */
public final class StartTrace {
  private static final int NEWTON_STEPS = 20;
  private static final double ROUNDING = 1e-14;

  private final LocalManifold manifold;
  private final ManifoldCoordinates coordinates;
  private final RealMatrix resting;

  /**
   * Prepares the trace, within the radius in which the series are precise.
   *
   * @param manifold a local stable manifold
   * @throws IllegalArgumentException if rounding exceeds the residual everywhere, or more
   *     directions are unstable than there are coordinates
   */
  public StartTrace(LocalManifold manifold) {
    this.manifold = manifold;
    MethodMap map = manifold.map();
    int d = map.dimension();
    if (manifold.otherMultipliers().size() > d) {
      throw new IllegalArgumentException(
          "%d directions are not stable, more than the %d coordinates of a start"
              .formatted(manifold.otherMultipliers().size(), d));
    }
    coordinates = ManifoldCoordinates.measured(manifold, manifold.preciseRadius());
    resting = new Array2DRowRealMatrix(map.size(), d);
    for (int k = 0; k < d; k++) {
      double[] unit = new double[d];
      unit[k] = 1;
      resting.setColumn(k, map.resting(unit));
    }
  }

  /**
   * Returns the point of the trace that Newton's method reaches by the shortest steps.
   *
   * @param x a position near the trace, d coordinates; not modified
   * @return nothing if the way leaves the surroundings of the saddle or does not end
   */
  public Optional<double[]> near(double... x) {
    double[] position = x.clone();
    try {
      for (int i = 0; i < NEWTON_STEPS; i++) {
        Optional<ManifoldCoordinates.Position> at =
            coordinates.of(manifold.map().resting(position));
        if (at.isEmpty()) {
          return Optional.empty();
        }
        double[] t = at.get().t();
        if (t.length == 0) {
          return Optional.of(position);
        }
        RealMatrix slope = new Array2DRowRealMatrix(at.get().slope(), false).multiply(resting);
        RealMatrix gram = slope.multiplyTransposed(slope);
        double[] step =
            slope.preMultiply(
                new LUDecomposition(gram).getSolver().solve(new ArrayRealVector(t)).toArray());
        Vectors.add(position, -1, step);
        if (Vectors.norm(step) <= ROUNDING * (1 + Vectors.norm(position))) {
          return Optional.of(position);
        }
      }
    } catch (MathRuntimeException tangent) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
