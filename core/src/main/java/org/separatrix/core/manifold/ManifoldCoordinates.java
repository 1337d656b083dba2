package org.separatrix.core.manifold;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Coordinates (s, t) around a local manifold: y = K(s) + C t with the columns C of its complement.
 * A state lies on the manifold where t = 0.
 */
public final class ManifoldCoordinates {
  private static final int NEWTON_STEPS = 12;
  private static final double ROUNDING = 0x1p-50;
  private static final double STALLED = 1e-10;
  private static final double SMALLEST_REACH = 1e-6;
  private static final double MOST_NONLINEAR = 0.5;

  private final LocalManifold manifold;
  private final double radius;
  private final double reach;
  private final double[] fixedPoint;
  private final double[][] complement;
  private final DecompositionSolver linear;

  /**
   * Creates the coordinates.
   *
   * @param manifold the manifold
   * @param radius largest |s|
   * @param reach largest |t|
   */
  public ManifoldCoordinates(LocalManifold manifold, double radius, double reach) {
    this.manifold = manifold;
    this.radius = radius;
    this.reach = reach;
    fixedPoint = manifold.fixedPoint();
    complement = manifold.complement();
    linear = solver(new double[manifold.dimension()]);
  }

  /**
   * Creates the coordinates around a stable manifold as far off it as the map takes t to little
   * else than a multiple: at sample points with |s| = r and |t| equal to the reach, the image's t
   * differs from that of the linear map by half of the reach at most.
   *
   * @param manifold a stable manifold
   * @param radius largest |s|, r
   */
  static ManifoldCoordinates measured(LocalManifold manifold, double radius) {
    ManifoldCoordinates wide = new ManifoldCoordinates(manifold, 4 * radius, 1e3 * radius);
    double reach = radius;
    while (reach > SMALLEST_REACH * radius && !wide.isNearlyLinear(radius, reach)) {
      reach /= 2;
    }
    return new ManifoldCoordinates(manifold, radius, reach);
  }

  private boolean isNearlyLinear(double radius, double reach) {
    MethodMap map = manifold.map();
    double[][] derivative = map.jacobian(fixedPoint);
    for (double[] s : LocalManifold.axes(manifold.dimension())) {
      double[] foot = manifold.evaluate(Vectors.scaled(radius, s));
      for (double[] t : LocalManifold.axes(complement[0].length)) {
        double[] offset = new double[foot.length];
        for (int j = 0; j < t.length; j++) {
          for (int k = 0; k < offset.length; k++) {
            offset[k] += reach * t[j] * complement[k][j];
          }
        }
        Optional<Position> image = of(map.apply(Vectors.sum(foot, 1, offset)), 1);
        double[] linearImage = new double[offset.length];
        for (int k = 0; k < offset.length; k++) {
          linearImage[k] = Vectors.dot(derivative[k], offset);
        }
        double[] expected = Arrays.copyOfRange(solve(linear, linearImage), s.length, offset.length);
        if (image.isEmpty()
            || Vectors.distance(image.get().t(), expected) > MOST_NONLINEAR * reach) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Returns the derivative of t by the state at the fixed point, (N - m) x N: it takes what is
   * tangent to the manifold there to 0.
   *
   * @param manifold the manifold
   */
  public static double[][] slopeAtRest(LocalManifold manifold) {
    ManifoldCoordinates coordinates = new ManifoldCoordinates(manifold, 1, 1);
    return coordinates.of(manifold.fixedPoint()).orElseThrow().slope();
  }

  LocalManifold manifold() {
    return manifold;
  }

  /**
   * Returns the coordinates of a state.
   *
   * @param state N components; not modified
   * @return nothing if |s| or |t| are too large, or Newton's method does not find them
   */
  public Optional<Position> of(double[] state) {
    return of(state, 1);
  }

  /** Returns the coordinates where |s| and |t| are at most some multiple of what they should be. */
  Optional<Position> of(double[] state, double slack) {
    int m = manifold.dimension();
    double[] z = solve(linear, Vectors.sum(state, -1, fixedPoint));
    // Where the linear coordinates are far off, a state that stays comes closer in some more steps.
    if (!isWithin(z, slack)) {
      return Optional.empty();
    }
    double previous = Double.POSITIVE_INFINITY;
    try {
      for (int i = 0; i < NEWTON_STEPS; i++) {
        double[] s = Arrays.copyOf(z, m);
        double[] misfit = Vectors.sum(state, -1, manifold.evaluate(s));
        for (int k = 0; k < misfit.length; k++) {
          for (int j = m; j < z.length; j++) {
            misfit[k] -= complement[k][j - m] * z[j];
          }
        }
        DecompositionSolver solver = solver(s);
        double[] step = solve(solver, misfit);
        Vectors.add(z, 1, step);
        double size = Vectors.norm(step);
        double scale = Vectors.norm(z) + Vectors.norm(state);
        // Nearly parallel eigenvectors magnify rounding: then steps stop shrinking before.
        boolean stalled = size >= previous / 2 && size <= STALLED * scale;
        previous = size;
        if (stalled || size <= ROUNDING * scale) {
          return position(z, solver, slack);
        }
      }
    } catch (MathRuntimeException singular) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<Position> position(double[] z, DecompositionSolver solver, double slack) {
    int m = manifold.dimension();
    double[] s = Arrays.copyOf(z, m);
    double[] t = Arrays.copyOfRange(z, m, z.length);
    if (!isWithin(z, slack)) {
      return Optional.empty();
    }
    double[][] inverse = solver.getInverse().getData();
    return Optional.of(new Position(s, t, Arrays.copyOfRange(inverse, m, z.length)));
  }

  private boolean isWithin(double[] z, double slack) {
    int m = manifold.dimension();
    return Vectors.norm(Arrays.copyOf(z, m)) <= slack * radius
        && Vectors.norm(Arrays.copyOfRange(z, m, z.length)) <= slack * reach;
  }

  private DecompositionSolver solver(double[] s) {
    double[][] along = manifold.embedding().derivative(s);
    RealMatrix matrix = new Array2DRowRealMatrix(along.length, along.length);
    matrix.setSubMatrix(along, 0, 0);
    if (complement[0].length > 0) {
      matrix.setSubMatrix(complement, 0, s.length);
    }
    return new LUDecomposition(matrix).getSolver();
  }

  private static double[] solve(DecompositionSolver solver, double[] vector) {
    return solver.solve(new ArrayRealVector(vector, false)).toArray();
  }

  /**
   * Coordinates of a state.
   *
   * @param s along the manifold, m numbers; not modified
   * @param t off the manifold, N - m numbers; not modified
   * @param slope derivative of t by the state, (N - m) x N; not modified
   */
  public record Position(double[] s, double[] t, double[][] slope) {}
}
