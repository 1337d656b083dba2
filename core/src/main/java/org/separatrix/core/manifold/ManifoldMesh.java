package org.separatrix.core.manifold;

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
