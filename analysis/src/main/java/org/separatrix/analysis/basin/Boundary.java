package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.core.basin.LabelRaster;

/**
 * The boundary of a raster of limits beside the curves of starts that go to saddles.
 *
 * @param curves the curves, with those that were grown from places on the boundary
 * @param edges number of pairs of neighbouring pixels with different limits
 * @param distance largest distance of the middle of such a pair from the curves, in pixels; at most
 *     {@link #FARTHEST}
 * @param back largest distance of a point of the curves that has different limits on its two sides
 *     from the boundary, in pixels
 * @param seeds number of places on the boundary from which curves were grown
 * @param missed pairs that are more than a pixel from all curves
 * @param bypassing the first place between two limits whose run comes near no critical point but a
 *     minimum
 */
record Boundary(
    StableCurves curves,
    int edges,
    double distance,
    double back,
    int seeds,
    int missed,
    Optional<double[]> bypassing) {
  /** Distances are measured up to so many pixels. */
  static final double FARTHEST = 64;

  private static final double PIXEL = 1;

  /** Runs from so many places that no curve explains are followed. */
  private static final int MOST_FOLLOWED = 4;

  /** A point borders two basins if the pixels so far off the curve on both sides differ. */
  private static final double BESIDE = 2;

  /** A curve that was grown from a place on the boundary passes through it to this, in pixels. */
  private static final double THROUGH = 0.01;

  /** Compares the two. */
  static Boundary of(
      CellResult cell,
      Census census,
      BasinRaster raster,
      StableCurves curves,
      int mostSeeds,
      Laboratory laboratory) {
    LabelRaster labels = raster.labels();
    List<BasinRaster.Edge> edges = raster.edges();
    SegmentIndex index = new SegmentIndex(labels.width(), labels.height());
    curves.pieces().forEach(piece -> index.add(curves.pixels(piece)));
    List<BasinRaster.Edge> far = farther(edges, index);
    List<BasinRaster.Edge> missed = new ArrayList<>();
    Optional<double[]> bypassing = Optional.empty();
    double pixel = raster.plane(1, 0)[0] - raster.plane(0, 0)[0];
    int seeds = 0;
    int followed = 0;
    // Where no saddle has a curve, none can be grown, but runs can be followed.
    while (!far.isEmpty()
        && seeds < mostSeeds
        && (curves.saddles() > 0 || (bypassing.isEmpty() && followed < MOST_FOLLOWED))) {
      BasinRaster.Edge edge = far.get(0);
      Crossing crossing = Crossing.between(raster, edge, cell, census, laboratory);
      seeds++;
      Optional<StableCurves.Piece> piece = curves.grow(crossing.low(), THROUGH * pixel);
      if (piece.isPresent()) {
        index.add(curves.pixels(piece.get()));
        far = farther(far, index);
      }
      if (!far.isEmpty() && far.get(0).equals(edge)) {
        missed.add(far.remove(0));
        if (bypassing.isEmpty()
            && followed++ < MOST_FOLLOWED
            && !new BoundaryRun(cell, census, laboratory).comesNear(crossing, raster.slice())) {
          bypassing = Optional.of(crossing.low());
        }
      }
    }
    double distance = 0;
    for (BasinRaster.Edge edge : edges) {
      distance = Math.max(distance, index.distance(edge.x(), edge.y(), FARTHEST));
    }
    return new Boundary(
        curves,
        edges.size(),
        Math.min(FARTHEST, distance),
        back(raster, curves, edges),
        seeds,
        missed.size() + far.size(),
        bypassing);
  }

  private static List<BasinRaster.Edge> farther(List<BasinRaster.Edge> edges, SegmentIndex index) {
    List<BasinRaster.Edge> far = new ArrayList<>();
    for (BasinRaster.Edge edge : edges) {
      if (index.distance(edge.x(), edge.y(), PIXEL) > PIXEL) {
        far.add(edge);
      }
    }
    return far;
  }

  /** Returns the largest distance of the curves from the boundary, where they border two basins. */
  private static double back(
      BasinRaster raster, StableCurves curves, List<BasinRaster.Edge> edges) {
    LabelRaster labels = raster.labels();
    SegmentIndex boundary = new SegmentIndex(labels.width(), labels.height());
    for (BasinRaster.Edge edge : edges) {
      double right = edge.i() + 1;
      double top = edge.j() + 1;
      boundary.add(
          edge.vertical() ? edge.i() : right, edge.vertical() ? top : edge.j(), right, top);
    }
    double largest = 0;
    for (StableCurves.Piece piece : curves.pieces()) {
      double[][] points = curves.pixels(piece);
      for (int i = 1; i < points.length; i++) {
        double dx = points[i][0] - points[i - 1][0];
        double dy = points[i][1] - points[i - 1][1];
        double length = Math.hypot(dx, dy);
        for (double along = 0; along < length; along++) {
          double x = points[i - 1][0] + along / length * dx;
          double y = points[i - 1][1] + along / length * dy;
          if (differ(labels, x, y, BESIDE * dy / length, -BESIDE * dx / length)) {
            largest = Math.max(largest, boundary.distance(x, y, FARTHEST));
          }
        }
      }
    }
    return Math.min(FARTHEST, largest);
  }

  private static boolean differ(LabelRaster labels, double x, double y, double nx, double ny) {
    return isInside(labels, x + nx, y + ny)
        && isInside(labels, x - nx, y - ny)
        && labels.label((int) (x + nx), (int) (y + ny))
            != labels.label((int) (x - nx), (int) (y - ny));
  }

  private static boolean isInside(LabelRaster labels, double x, double y) {
    return x >= 0 && y >= 0 && x < labels.width() && y < labels.height();
  }
}
