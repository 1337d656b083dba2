package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.Box;

/**
 * Grows the surface of positions in space from which runs start on the stable manifold of a saddle
 * with one unstable direction: W^s itself for gradient descent, its trace on the states at rest for
 * methods with memory.
 *
 * <p>The surface is cut by planes through the saddle that contain the normal of the surface there.
 * Each half of a cut is grown as a curve, a ray, and vertices are set at equal arc lengths on all
 * rays; triangles join neighbouring rays. A part that these planes do not reach, as behind a rim,
 * is left out.
 */
public final class StableSurfaceGrowth {
  /** A ray ends where its points would have to be closer than this part of the spacing. */
  private static final double SHORTEST = 0.04;

  private final ManifoldCoordinates coordinates;
  private final MethodMap map;
  private final double spacing;
  private final double[] center;
  private final double[] normal;
  private final double[][] tangents;

  /**
   * Prepares the growth.
   *
   * @param manifold a local stable manifold of codimension one, of a function of three variables
   * @param spacing distance of vertices along rays, and at most that of rays at their ends
   * @throws IllegalArgumentException if there are not three variables or the codimension is not one
   */
  public StableSurfaceGrowth(LocalManifold manifold, double spacing) {
    this.spacing = spacing;
    map = manifold.map();
    if (map.dimension() != 3 || manifold.otherMultipliers().size() != 1) {
      throw new IllegalArgumentException(
          "a surface needs three variables and one unstable direction, not %d and %d"
              .formatted(map.dimension(), manifold.otherMultipliers().size()));
    }
    center = map.position(manifold.fixedPoint());
    coordinates = ManifoldCoordinates.measured(manifold, manifold.preciseRadius());
    double[] slope = ManifoldCoordinates.slopeAtRest(manifold)[0];
    double[] gradient = new double[3];
    int flattest = 0;
    for (int k = 0; k < 3; k++) {
      double[] unit = new double[3];
      unit[k] = 1;
      gradient[k] = Vectors.dot(slope, map.resting(unit));
      flattest = Math.abs(gradient[k]) < Math.abs(gradient[flattest]) ? k : flattest;
    }
    normal = Vectors.scaled(1 / Vectors.norm(gradient), gradient);
    double[] axis = new double[3];
    axis[flattest] = 1;
    double[] first = Vectors.sum(axis, -normal[flattest], normal);
    first = Vectors.scaled(1 / Vectors.norm(first), first);
    tangents = new double[][] {first, cross(normal, first)};
  }

  private static double[] cross(double[] v, double[] w) {
    return new double[] {
      v[1] * w[2] - v[2] * w[1], v[2] * w[0] - v[0] * w[2], v[0] * w[1] - v[1] * w[0]
    };
  }

  /**
   * Grows the surface up to a distance from the saddle, measured along rays.
   *
   * @param distance the distance
   */
  public ManifoldMesh grow(double distance) {
    int rays = Math.max(6, (int) Math.ceil(2 * Math.PI * distance / spacing));
    int rings = Math.max(1, (int) Math.round(distance / spacing));
    List<double[]> vertices = new ArrayList<>(List.of(center));
    List<Double> residuals = new ArrayList<>(List.of(0.0));
    List<int[]> numbers = new ArrayList<>();
    boolean complete = true;
    for (int j = 0; j < rays; j++) {
      double angle = 2 * Math.PI * j / rays;
      List<ManifoldCurve> pieces = ray(angle, distance, rings);
      int[] ray = new int[1 + pieces.size()];
      for (int i = 1; i < ray.length; i++) {
        ManifoldCurve piece = pieces.get(i - 1);
        double[] u = piece.points()[piece.size() - 1];
        double[] vertex = Vectors.sum(center, u[0], direction(angle));
        Vectors.add(vertex, u[1], normal);
        ray[i] = vertices.size();
        vertices.add(vertex);
        residuals.add(piece.residuals()[piece.size() - 1]);
      }
      complete &= pieces.size() == rings;
      numbers.add(ray);
    }
    return ManifoldMesh.ofRays(vertices, residuals, numbers, complete);
  }

  /** Returns pieces of one length each, one after the other, as far as the ray goes. */
  private List<ManifoldCurve> ray(double angle, double distance, int rings) {
    // A curve begins with an eighth of its largest spacing; two or three steps make a piece.
    GrowthLimits limits =
        GrowthLimits.within(Box.cube(2, -2 * distance, 2 * distance), 4 * spacing)
            .withArcLength(distance / rings)
            .withShortest(SHORTEST * spacing);
    PlanarSection section = PlanarSection.ofStarts(map, center, direction(angle), normal);
    StableCurveGrowth growth = new StableCurveGrowth(coordinates, section, limits);
    List<ManifoldCurve> pieces = new ArrayList<>();
    double[] from = new double[2];
    double[] way = {1, 0};
    while (pieces.size() < rings) {
      Optional<ManifoldCurve> piece = growth.from(from, way);
      if (piece.isEmpty() || piece.get().ending() != CurveEnd.ARC_LENGTH) {
        break;
      }
      pieces.add(piece.get());
      double[][] points = piece.get().points();
      from = points[points.length - 1];
      way = Vectors.sum(from, -1, points[points.length - 2]);
    }
    return pieces;
  }

  private double[] direction(double angle) {
    return Vectors.sum(Vectors.scaled(Math.cos(angle), tangents[0]), Math.sin(angle), tangents[1]);
  }
}
