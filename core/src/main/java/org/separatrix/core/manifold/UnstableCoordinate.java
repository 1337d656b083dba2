package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;
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
  /** A run that comes this close to an earlier state, relative to its size, has ended elsewhere. */
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
    List<double[]> run = new ArrayList<>();
    double[] state = section.state(u);
    double[] milestone = state;
    for (int k = 0; k <= mostIterations; k++) {
      run.add(state);
      if (coordinates.of(state).isPresent()) {
        return level(derivative(run), 1);
      }
      if (Integer.bitCount(k) == 1) {
        milestone = state;
      }
      state = map.apply(state);
      double scale = Vectors.norm(state);
      // A fixed point or a cycle (Brent 1980).
      boolean ended = Vectors.distance(state, milestone) <= AT_REST * scale;
      if (ended || !Double.isFinite(scale)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns the value at the same point after one more step. */
  Optional<Level> afterOneMoreStep(Level level) {
    return level(level.image.stepped(map), 4);
  }

  private Image derivative(List<double[]> run) {
    double[] first = section.first();
    double[] second = section.second();
    for (int k = 0; k < run.size() - 1; k++) {
      double[][] jacobian = map.jacobian(run.get(k));
      first = Vectors.product(jacobian, first);
      second = Vectors.product(jacobian, second);
    }
    return new Image(run.get(run.size() - 1), first, second, run.size() - 1);
  }

  private Optional<Level> level(Image image, double slack) {
    return coordinates
        .of(image.state, slack)
        .map(
            position -> {
              double[] slope = position.slope()[0];
              double[] gradient = {
                Vectors.dot(slope, image.first), Vectors.dot(slope, image.second)
              };
              return new Level(position.t()[0], gradient, image);
            })
        .filter(level -> Vectors.isFinite(level.gradient) && Vectors.norm(level.gradient) > 0);
  }

  /** Returns the determinant's sign, which changes where the map folds. */
  double orientation(double[] u) {
    double[][] jacobian = map.jacobian(section.state(u));
    return Math.signum(
        new LUDecomposition(new Array2DRowRealMatrix(jacobian, false)).getDeterminant());
  }

  /**
   * A state near the saddle.
   *
   * @param state the state; not modified
   * @param first its derivative by the first coordinate of the plane; not modified
   * @param second its derivative by the second one; not modified
   * @param iterations number of steps to there
   */
  private record Image(double[] state, double[] first, double[] second, int iterations) {
    Image stepped(MethodMap map) {
      double[][] jacobian = map.jacobian(state);
      return new Image(
          map.apply(state),
          Vectors.product(jacobian, first),
          Vectors.product(jacobian, second),
          iterations + 1);
    }
  }

  /**
   * Value and gradient at a point.
   *
   * @param value the coordinate t of the state near the saddle
   * @param gradient derivatives by the two coordinates of the plane; not modified
   * @param image the state there
   */
  record Level(double value, double[] gradient, Image image) {
    int iterations() {
      return image.iterations;
    }

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
