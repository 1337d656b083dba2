package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a two-dimensional manifold as triangles.
 *
 * @param vertices the points, three coordinates each; not to be modified
 * @param triangles three numbers of vertices each; not to be modified
 * @param residuals for each vertex, its distance from the manifold as estimated by one more step of
 *     the map; not to be modified
 * @param rays numbers of the vertices along each ray from the saddle on, the first being the
 *     saddle; not to be modified
 * @param complete whether every ray reached the distance that was asked for
 */
public record ManifoldMesh(
    double[][] vertices, int[][] triangles, double[] residuals, int[][] rays, boolean complete) {
  /**
   * Joins neighbouring rays around a saddle by triangles, as far as both go.
   *
   * @param vertices the points, the saddle first
   * @param residuals one for each
   * @param rays numbers of the vertices along each ray, in the order around the saddle
   * @param complete whether every ray reached the distance that was asked for
   */
  static ManifoldMesh ofRays(
      List<double[]> vertices, List<Double> residuals, List<int[]> rays, boolean complete) {
    return new ManifoldMesh(
        vertices.toArray(new double[0][]),
        triangles(rays),
        residuals.stream().mapToDouble(Double::doubleValue).toArray(),
        rays.toArray(new int[0][]),
        complete);
  }

  private static int[][] triangles(List<int[]> rays) {
    List<int[]> triangles = new ArrayList<>();
    for (int j = 0; j < rays.size(); j++) {
      int[] ray = rays.get(j);
      int[] next = rays.get((j + 1) % rays.size());
      for (int i = 1; i < Math.min(ray.length, next.length); i++) {
        triangles.add(new int[] {ray[i - 1], ray[i], next[i]});
        if (i > 1) {
          triangles.add(new int[] {ray[i - 1], next[i], next[i - 1]});
        }
      }
    }
    return triangles.toArray(new int[0][]);
  }

  /** Returns the sum of the areas of the triangles. */
  public double area() {
    double area = 0;
    for (int[] triangle : triangles) {
      double[] origin = vertices[triangle[0]];
      double[] p = Vectors.sum(vertices[triangle[1]], -1, origin);
      double[] q = Vectors.sum(vertices[triangle[2]], -1, origin);
      double pq = Vectors.dot(p, q);
      area += Math.sqrt(Math.max(0, Vectors.dot(p, p) * Vectors.dot(q, q) - pq * pq)) / 2;
    }
    return area;
  }

  /** Returns the largest residual. */
  public double largestResidual() {
    double largest = 0;
    for (double residual : residuals) {
      largest = residual <= largest ? largest : residual;
    }
    return largest;
  }
}
