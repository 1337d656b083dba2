package org.separatrix.core.manifold;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A local stable or unstable manifold as a polynomial K: R^m -> R^N with F(K(s)) = K(R(s)) up to
 * terms beyond its order.
 *
 * <p>The columns of DK(0) are eigenvectors of unit length; of a complex pair, the longer of real
 * and imaginary part has that length. R is linear unless there are {@linkplain #resonances
 * resonances}.
 *
 * @param map the map F
 * @param multipliers the m eigenvalues of DF along it, by descending modulus; variables s_j,
 *     s_(j+1) that belong to a pair p +- i q are the real and imaginary part of a complex
 *     coordinate
 * @param embedding the map K
 * @param conjugate the map R, from R^m to R^m
 * @param complement columns that span the invariant subspace of the other eigenvalues, N x (N - m)
 * @param otherMultipliers the N - m other eigenvalues, by descending modulus
 * @param resonances relations between the multipliers, exact or nearly so, whose terms R keeps
 */
public record LocalManifold(
    MethodMap map,
    List<Multiplier> multipliers,
    PolynomialMap embedding,
    PolynomialMap conjugate,
    double[][] complement,
    List<Multiplier> otherMultipliers,
    List<Resonance> resonances) {
  /** What {@link #radius} returns at most, as where the manifold is linear. */
  public static final double LARGEST_RADIUS = 1e6;

  private static final int DIRECTIONS = 48;
  private static final double[] DEPTHS = {1, 0.85, 0.6, 0.3};
  private static final double PRECISE = 1e-13;
  private static final double RADIUS_ACCURACY = 1.01;

  /** Copies the lists and the matrix. */
  public LocalManifold {
    multipliers = List.copyOf(multipliers);
    otherMultipliers = List.copyOf(otherMultipliers);
    resonances = List.copyOf(resonances);
    complement = copy(complement);
  }

  private static double[][] copy(double[][] matrix) {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[][] complement() {
    return copy(complement);
  }

  /** Returns the dimension m. */
  public int dimension() {
    return multipliers.size();
  }

  /** Returns the degree up to which the series were computed. */
  public int order() {
    return embedding.monomials().order();
  }

  /** Returns the fixed point K(0). */
  public double[] fixedPoint() {
    return embedding.evaluate(new double[dimension()]);
  }

  /** Returns K(s), a state of N components. */
  public double[] evaluate(double... s) {
    return embedding.evaluate(s);
  }

  /**
   * Returns |F(K(s)) - K(R(s))|, which includes rounding.
   *
   * @param s m coordinates; not modified
   */
  public double residual(double... s) {
    return Vectors.distance(
        map.apply(embedding.evaluate(s)), embedding.evaluate(conjugate.evaluate(s)));
  }

  /**
   * Measures the largest residual over the ball |s| <= r at fixed sample points: along the axes and
   * pseudo-random directions, at the boundary and inside. An estimate from below.
   *
   * @param radius r
   */
  public double residualOver(double radius) {
    return residualOver(radius, Double.MAX_VALUE);
  }

  /** Returns the largest residual over a ball, or one that exceeds what is of interest. */
  private double residualOver(double radius, double most) {
    double largest = 0;
    for (double[] direction : directions(dimension())) {
      for (double depth : DEPTHS) {
        double residual = residual(Vectors.scaled(depth * radius, direction));
        if (!(residual <= most)) {
          return Double.isNaN(residual) ? Double.POSITIVE_INFINITY : residual;
        }
        largest = Math.max(largest, residual);
      }
    }
    return largest;
  }

  private boolean isPrecise(double radius, double tolerance) {
    return residualOver(radius, tolerance) <= tolerance;
  }

  /**
   * Returns the radius of a ball on which the measured residual stays below a tolerance, the
   * largest within a per cent.
   *
   * @param tolerance the tolerance, absolute
   * @return at most {@link #LARGEST_RADIUS}; 0 if rounding alone exceeds the tolerance
   */
  public double radius(double tolerance) {
    double low = 1e-6;
    if (!isPrecise(low, tolerance)) {
      return 0;
    }
    double high = low;
    while (high < LARGEST_RADIUS && isPrecise(high, tolerance)) {
      low = high;
      high *= 4;
    }
    if (high >= LARGEST_RADIUS) {
      return LARGEST_RADIUS;
    }
    while (high > RADIUS_ACCURACY * low) {
      double middle = Math.sqrt(low * high);
      if (isPrecise(middle, tolerance)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Returns the radius at which the residual exceeds what rounding leaves by little.
   *
   * @throws IllegalArgumentException if rounding is larger
   */
  double preciseRadius() {
    double tolerance = PRECISE * (1 + Vectors.norm(fixedPoint()));
    double radius = radius(tolerance);
    if (radius == 0) {
      throw new IllegalArgumentException(
          "the residual of the local manifold exceeds %.1g everywhere".formatted(tolerance));
    }
    return radius;
  }

  /** Returns fixed unit vectors: both ways along the axes, and pseudo-random ones. */
  private static double[][] directions(int m) {
    double[][] axes = axes(m);
    int random = m == 1 ? 0 : DIRECTIONS;
    double[][] directions = Arrays.copyOf(axes, axes.length + random);
    SplittableRandom source = new SplittableRandom(m);
    for (int i = axes.length; i < directions.length; i++) {
      double[] normal = new double[m];
      Arrays.setAll(normal, k -> source.nextGaussian());
      directions[i] = Vectors.scaled(1 / Vectors.norm(normal), normal);
    }
    return directions;
  }

  /** Returns the unit vectors both ways along the axes. */
  static double[][] axes(int m) {
    double[][] axes = new double[2 * m][m];
    for (int i = 0; i < axes.length; i++) {
      axes[i][i / 2] = i % 2 == 0 ? 1 : -1;
    }
    return axes;
  }
}
