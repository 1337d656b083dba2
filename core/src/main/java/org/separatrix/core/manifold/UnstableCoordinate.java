package org.separatrix.core.manifold;

import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;

/**
 * A function on a plane of states that vanishes on the stable manifold of a saddle with one
 * unstable direction: a state is iterated until it is near the saddle, and its distance t from the
 * local stable manifold read there.
 *
 * <p>Forward iteration stretches what is off the manifold, so its zeros are sharply determined, and
 * the gradient does not vanish where the map folds: no inverse is needed, and the map need not have
 * one.
 */
final class UnstableCoordinate {
  /** A step this short, relative to the state, is one of a run that has ended somewhere else. */
  private static final double AT_REST = 1e-13;

  private final MethodMap map;
  private final PlanarSection section;
  private final ManifoldCoordinates coordinates;
  private final int mostIterations;

  /**
   * Creates the function.
   *
   * @param coordinates near a stable manifold of codimension one
   * @param section the plane
   * @param mostIterations number of steps after which a state is given up
   * @throws IllegalArgumentException if the codimension is not one
   */
  UnstableCoordinate(ManifoldCoordinates coordinates, PlanarSection section, int mostIterations) {
    LocalManifold manifold = coordinates.manifold();
    if (manifold.otherMultipliers().size() != 1
        || !(manifold.otherMultipliers().get(0).modulus() > 1)) {
      throw new IllegalArgumentException(
          "the stable manifold is no hypersurface: the other multipliers are "
              + manifold.otherMultipliers());
    }
    map = manifold.map();
    this.coordinates = coordinates;
    this.section = section;
    this.mostIterations = mostIterations;
  }

  /** Returns the value at a point of the plane, where its run comes near the saddle. */
  Optional<Level> at(double[] u) {
    return iterated(u, 0, mostIterations, 1);
  }

  /** Returns the value after a number of steps, where the run is near the saddle then. */
  Optional<Level> after(int iterations, double[] u) {
    return iterated(u, iterations, iterations, 4);
  }

  private Optional<Level> iterated(double[] u, int from, int to, double slack) {
    double[] state = section.state(u);
    double[] first = section.first();
    double[] second = section.second();
    for (int k = 0; ; k++) {
      if (k >= from) {
        Optional<ManifoldCoordinates.Position> position = coordinates.of(state, slack);
        if (position.isPresent()) {
          double[] slope = position.get().slope()[0];
          double[] gradient = {Vectors.dot(slope, first), Vectors.dot(slope, second)};
          return Vectors.isFinite(gradient)
              ? Optional.of(new Level(position.get().t()[0], gradient, k))
              : Optional.empty();
        }
      }
      if (k == to) {
        return Optional.empty();
      }
      double[] next = map.apply(state);
      double scale = Vectors.norm(next);
      boolean ended = from < to && Vectors.distance(next, state) <= AT_REST * scale;
      if (ended || !Double.isFinite(scale)) {
        return Optional.empty();
      }
      double[][] jacobian = map.jacobian(state);
      first = product(jacobian, first);
      second = product(jacobian, second);
      state = next;
    }
  }

  /** Returns the determinant's sign, which changes where the map folds. */
  double orientation(double[] u) {
    double[][] jacobian = map.jacobian(section.state(u));
    return Math.signum(
        new LUDecomposition(new Array2DRowRealMatrix(jacobian, false)).getDeterminant());
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = Vectors.dot(matrix[i], vector);
    }
    return product;
  }

  /**
   * Value and gradient at a point.
   *
   * @param value the coordinate t of the state near the saddle
   * @param gradient derivatives by the two coordinates of the plane; not modified
   * @param iterations number of steps to there
   */
  record Level(double value, double[] gradient, int iterations) {
    /** Returns the distance of the point from the manifold to first order. */
    double distance() {
      return Math.abs(value) / Vectors.norm(gradient);
    }

    /** Returns the step of Newton's method to the manifold. */
    double[] correction() {
      return Vectors.scaled(-value / Vectors.dot(gradient, gradient), gradient);
    }
  }
}
