package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;

/**
 * Grows the surface in space in which runs leave a saddle with two unstable directions: the
 * positions on its global unstable manifold.
 *
 * <p>The surface is s -> F^k(K(R^{-k} s)), with k so large that R^{-k} s lies where the series K
 * are precise: a continuation of K, which has the same parameters s. It is cut by rays of s, and
 * vertices are set at equal arc lengths on all rays; triangles join neighbouring rays.
 */
public final class UnstableSurfaceGrowth {
  /** Ratio of the parameters of neighbouring points on a ray. */
  private static final double RATIO = 1.02;

  private static final int MOST_STEPS = 500;

  private final LocalManifold manifold;
  private final MethodMap map;
  private final double spacing;
  private final double radius;
  private final double[][] contraction;

  /**
   * Prepares the growth.
   *
   * @param manifold a local unstable manifold of dimension two, of a function of three variables
   * @param spacing distance of vertices along rays, and at most about that of rays at their ends
   * @throws IllegalArgumentException if there are not three variables or two unstable directions,
   *     or resonances between these
   */
  public UnstableSurfaceGrowth(LocalManifold manifold, double spacing) {
    this.manifold = manifold;
    this.spacing = spacing;
    map = manifold.map();
    if (map.dimension() != 3
        || manifold.dimension() != 2
        || !manifold.multipliers().stream().allMatch(mu -> mu.modulus() > 1)) {
      throw new IllegalArgumentException(
          "a surface needs three variables and two unstable directions, not %d and %s"
              .formatted(map.dimension(), manifold.multipliers()));
    }
    if (!manifold.resonances().isEmpty()) {
      throw new IllegalArgumentException(
          "the motion on the surface is not linear: " + manifold.resonances().get(0));
    }
    radius = manifold.preciseRadius();
    contraction =
        new LUDecomposition(
                new Array2DRowRealMatrix(manifold.conjugate().derivative(new double[2]), false))
            .getSolver()
            .getInverse()
            .getData();
  }

  /**
   * Grows the surface up to a distance from the saddle, measured along rays.
   *
   * @param distance the distance
   */
  public ManifoldMesh grow(double distance) {
    int rays = Math.max(6, (int) Math.ceil(2 * Math.PI * distance / spacing));
    int rings = Math.max(1, (int) Math.round(distance / spacing));
    List<double[]> vertices = new ArrayList<>(List.of(map.position(manifold.fixedPoint())));
    List<Double> residuals = new ArrayList<>(List.of(0.0));
    List<int[]> numbers = new ArrayList<>();
    boolean complete = true;
    for (int j = 0; j < rays; j++) {
      double angle = 2 * Math.PI * j / rays;
      double[] direction = {Math.cos(angle), Math.sin(angle)};
      List<Double> parameters = parameters(direction, distance, rings);
      int[] ray = new int[1 + parameters.size()];
      for (int i = 1; i < ray.length; i++) {
        double[] s = Vectors.scaled(parameters.get(i - 1), direction);
        ray[i] = vertices.size();
        vertices.add(position(s, 0));
        residuals.add(Vectors.distance(position(s, 0), position(s, 1)));
      }
      complete &= parameters.size() == rings;
      numbers.add(ray);
    }
    return ManifoldMesh.ofRays(vertices, residuals, numbers, complete);
  }

  /** Returns |s| at equal arc lengths along a ray, as many as there are or are wanted. */
  private List<Double> parameters(double[] direction, double distance, int rings) {
    List<Double> found = new ArrayList<>();
    double[] last = map.position(manifold.fixedPoint());
    double length = 0;
    double previous = 0;
    double next = spacing / 8;
    for (int i = 0; found.size() < rings && i < MOST_STEPS; i++) {
      double[] position = position(Vectors.scaled(next, direction), 0);
      double step = Vectors.distance(last, position);
      if (!(step <= distance)) {
        break;
      }
      double wanted = distance * (found.size() + 1) / rings;
      while (found.size() < rings && length + step >= wanted) {
        found.add(previous + (next - previous) * (wanted - length) / step);
        wanted = distance * (found.size() + 1) / rings;
      }
      length += step;
      last = position;
      previous = next;
      next = Math.max(next * RATIO, next + spacing / 64);
    }
    return found;
  }

  /** Returns the position at parameters s, from at least a number of steps back. */
  private double[] position(double[] s, int least) {
    double[] back = Arrays.copyOf(s, 2);
    int steps = 0;
    while (steps < MOST_STEPS && (steps < least || Vectors.norm(back) > radius)) {
      back = Vectors.product(contraction, back);
      steps++;
    }
    double[] state = manifold.evaluate(back);
    for (int k = 0; k < steps; k++) {
      state = map.apply(state);
    }
    return map.position(state);
  }
}
