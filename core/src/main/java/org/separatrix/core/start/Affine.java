package org.separatrix.core.start;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Doc;
import org.separatrix.api.start.StartDistribution;

/**
 * A random point on an affine subspace: p + c_1 v_1 + ... + c_m v_m with independent coefficients,
 * each uniform on [-extent, extent) or normal N(0, sigma^2).
 *
 * <p>It has a density on R^d only if the directions span it. With fewer, it is a measure that can
 * sit on a stable manifold, which is what controls need.
 */
public final class Affine implements StartDistribution {
  private static final double RANK_TOLERANCE = 1e-10;

  private final double[] through;
  private final double[][] directions;
  private final double extent;
  private final double sigma;
  private final boolean spans;

  Affine(Config config, Problem problem) {
    through = Coordinates.checked("through", config.through(), problem).clone();
    directions = config.directions();
    for (int j = 0; j < directions.length; j++) {
      Coordinates.checked("directions[" + j + "]", directions[j], problem);
    }
    extent = config.extent() == null ? 0 : config.extent();
    sigma = config.sigma() == null ? 0 : config.sigma();
    spans = rank(directions) == through.length;
  }

  @Override
  public void draw(RandomGenerator random, long run, double[] x) {
    System.arraycopy(through, 0, x, 0, x.length);
    for (double[] direction : directions) {
      double coefficient =
          sigma > 0
              ? sigma * random.nextGaussian()
              : extent * Math.fma(2.0, random.nextDouble(), -1.0);
      for (int k = 0; k < x.length; k++) {
        x[k] = Math.fma(coefficient, direction[k], x[k]);
      }
    }
  }

  @Override
  public boolean isAbsolutelyContinuous() {
    return spans;
  }

  /** Returns the number of independent directions, by the singular values of the unit vectors. */
  private static int rank(double[][] directions) {
    double[][] units = new double[directions.length][];
    for (int j = 0; j < units.length; j++) {
      double largest = Arrays.stream(directions[j]).map(Math::abs).max().orElseThrow();
      double[] scaled = Arrays.stream(directions[j]).map(v -> v / largest).toArray();
      double norm = Math.sqrt(Arrays.stream(scaled).map(v -> v * v).sum());
      units[j] = Arrays.stream(scaled).map(v -> v / norm).toArray();
    }
    double[] singularValues =
        new SingularValueDecomposition(MatrixUtils.createRealMatrix(units)).getSingularValues();
    return (int) Arrays.stream(singularValues).filter(value -> value > RANK_TOLERANCE).count();
  }

  /**
   * Keys of {@code affine}.
   *
   * @param through a point of the subspace; copied
   * @param directions vectors that span it; copied
   * @param extent half-width of uniform coefficients
   * @param sigma standard deviation of normal coefficients
   */
  @Doc(
      value =
          "Starts on a line or subspace through a point, the point plus random multiples of given"
              + " directions; for controls.",
      example = "{type: affine, through: [0, 0], directions: [[1, 0]], extent: 2}")
  public record Config(
      @Doc(value = "A point of the subspace.", unit = "x", example = "[0, 0]") double[] through,
      @Doc(
              value = "Vectors that span the subspace; they are not normalised.",
              unit = "x",
              example = "[[1, 0]]")
          double[][] directions,
      @Doc("The coefficients of the directions are uniform on [-extent, extent); or give sigma.")
          @Nullable Double extent,
      @Doc("The coefficients are normal with this standard deviation; or give extent.")
          @Nullable Double sigma) {

    /** Copies the arrays and checks the numbers. */
    public Config {
      through = through.clone();
      Coordinates.requireFinite("through", through);
      if (directions.length == 0) {
        throw new IllegalArgumentException("directions is empty: give at least one vector");
      }
      directions = directions.clone();
      for (int j = 0; j < directions.length; j++) {
        directions[j] = directions[j].clone();
        Coordinates.requireFinite("directions[" + j + "]", directions[j]);
        if (Arrays.stream(directions[j]).allMatch(v -> v == 0)) {
          throw new IllegalArgumentException(
              "directions[%d] is %s: a direction has a coordinate other than 0"
                  .formatted(j, Arrays.toString(directions[j])));
        }
      }
      if ((extent == null) == (sigma == null)) {
        throw new IllegalArgumentException(
            extent == null
                ? "neither extent nor sigma is given: one of them says how far to go"
                : "both extent and sigma are given: one of them says how far to go");
      }
      if (extent != null) {
        Coordinates.requirePositive("extent", extent);
      }
      if (sigma != null) {
        Coordinates.requirePositive("sigma", sigma);
      }
    }
  }
}
