package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;

/**
 * Functions on a section of states, as many as a saddle has unstable directions, that vanish on its
 * stable manifold: a state is iterated until it is near the saddle, and its coordinates t off the
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
  private final StartSection section;
  private final ManifoldCoordinates coordinates;
  private final int mostIterations;

  /**
   * Creates the functions.
   *
   * @param coordinates near a stable manifold
   * @param section of one dimension more than the manifold's codimension
   * @param mostIterations number of steps after which a state is given up
   * @throws IllegalArgumentException if it is not
   */
  UnstableCoordinate(ManifoldCoordinates coordinates, StartSection section, int mostIterations) {
    LocalManifold manifold = coordinates.manifold();
    if (manifold.otherMultipliers().size() != section.size() - 1
        || !manifold.otherMultipliers().stream().allMatch(mu -> mu.modulus() > 1)) {
      throw new IllegalArgumentException(
          (section.size() == 2
                  ? "the stable manifold is no hypersurface: the other multipliers are "
                  : "the stable manifold is not of codimension %d: the other multipliers are "
                      .formatted(section.size() - 1))
              + manifold.otherMultipliers());
    }
    map = manifold.map();
    this.coordinates = coordinates;
    this.section = section;
    this.mostIterations = mostIterations;
  }

  /** Returns the values at a point of the section, where its run comes near the saddle. */
  Optional<Level> at(double[] u) {
    List<double[]> run = new ArrayList<>();
    double[] state = section.state(u);
    double[] milestone = state;
    for (int k = 0; k <= mostIterations; k++) {
      run.add(state);
      Optional<ManifoldCoordinates.Position> position = coordinates.of(state);
      if (position.isPresent()) {
        return level(derivative(run), position);
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

  /** Returns the values at the same point after one more step. */
  Optional<Level> afterOneMoreStep(Level level) {
    Image image = level.image.stepped(map);
    return level(image, coordinates.of(image.state, 4));
  }

  private Image derivative(List<double[]> run) {
    double[][] tangents = section.directions();
    for (int k = 0; k < run.size() - 1; k++) {
      tangents = moved(map.jacobian(run.get(k)), tangents);
    }
    return new Image(run.get(run.size() - 1), tangents, run.size() - 1);
  }

  private static double[][] moved(double[][] jacobian, double[][] tangents) {
    double[][] moved = new double[tangents.length][];
    for (int j = 0; j < moved.length; j++) {
      moved[j] = Vectors.product(jacobian, tangents[j]);
    }
    return moved;
  }

  private static Optional<Level> level(Image image, Optional<ManifoldCoordinates.Position> there) {
    return there
        .map(
            position -> {
              double[][] gradients = new double[position.t().length][];
              for (int i = 0; i < gradients.length; i++) {
                gradients[i] = Vectors.product(image.tangents, position.slope()[i]);
              }
              return new Level(position.t(), new Underdetermined(gradients), image);
            })
        .filter(Level::isRegular);
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
   * @param tangents its derivatives by the coordinates of the section; not modified
   * @param iterations number of steps to there
   */
  private record Image(double[] state, double[][] tangents, int iterations) {
    Image stepped(MethodMap map) {
      return new Image(map.apply(state), moved(map.jacobian(state), tangents), iterations + 1);
    }
  }

  /**
   * Values and gradients at a point.
   *
   * @param values the coordinates t of the state near the saddle; not modified
   * @param gradients derivatives of each by the coordinates of the section
   * @param image the state there
   */
  record Level(double[] values, Underdetermined gradients, Image image) {
    int iterations() {
      return image.iterations;
    }

    private boolean isRegular() {
      for (double[] row : gradients.rows()) {
        if (!Vectors.isFinite(row) || !(Vectors.norm(row) > 0)) {
          return false;
        }
      }
      return true;
    }

    /** Returns the distance of the point from the manifold to first order. */
    double distance() {
      return Vectors.norm(correction());
    }

    /** Returns the step of Newton's method to the manifold, no number where it is not defined. */
    double[] correction() {
      try {
        return gradients.correction(values);
      } catch (MathRuntimeException dependent) {
        return Vectors.scaled(Double.NaN, gradients.rows()[0]);
      }
    }

    /** Returns a unit vector along the manifold. */
    double[] tangent() {
      return gradients.tangent();
    }
  }
}
