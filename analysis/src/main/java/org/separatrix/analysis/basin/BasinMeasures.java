package org.separatrix.analysis.basin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.basin.BasinEntropy;
import org.separatrix.core.basin.BoundaryDimension;
import org.separatrix.core.basin.FractalBoundaryTest;
import org.separatrix.core.basin.LabelRaster;

/**
 * Measures of a raster's basins, by the definitions of Attractors.jl (Datseris and Wagemakers,
 * Chaos 32, 2022).
 *
 * @param coarse basin entropy over boxes of a fiftieth of the raster
 * @param thin the same on every other row and column, in boxes of half as many pixels to a side
 * @param fine over boxes half as wide, with as many pixels as those of {@code thin}
 * @param dimension box-counting dimension of the boundary, of at most 1024 x 1024 pixels, over
 *     boxes from 1/64 to 1/16 of the raster
 * @param smooth whether the boundary is that of smooth curves; empty without a boundary
 */
record BasinMeasures(
    BasinEntropy coarse,
    BasinEntropy thin,
    BasinEntropy fine,
    BoundaryDimension dimension,
    Optional<FractalBoundaryTest> smooth) {
  private static final int BOXES = 50;
  private static final int LARGEST = 1024;
  private static final int RADIUS = 5;
  private static final int DISCS = 1000;

  /**
   * Measures.
   *
   * @param raster the limits, at least 64 x 64
   * @param random places discs
   */
  static BasinMeasures of(LabelRaster raster, RandomGenerator random) {
    int size = Math.min(raster.width(), raster.height());
    int box = Math.max(4, size / BOXES);
    int stride = Math.max(1, size / LARGEST);
    LabelRaster thinned = thinned(raster, stride);
    int side = size / stride;
    return new BasinMeasures(
        BasinEntropy.of(raster, box),
        BasinEntropy.of(thinned(raster, 2), box / 2),
        BasinEntropy.of(raster, box / 2),
        BoundaryDimension.of(thinned, Math.max(2, side / 64), Math.max(4, side / 16)),
        smooth(thinned, random));
  }

  private static LabelRaster thinned(LabelRaster raster, int stride) {
    return LabelRaster.of(
        raster.width() / stride,
        raster.height() / stride,
        (i, j) -> raster.label(i * stride, j * stride));
  }

  private static Optional<FractalBoundaryTest> smooth(LabelRaster raster, RandomGenerator random) {
    try {
      return Optional.of(FractalBoundaryTest.of(raster, RADIUS, DISCS, random));
    } catch (IllegalArgumentException noBoundary) {
      return Optional.empty();
    }
  }

  /**
   * Returns whether the boxes on the boundary mix basins more than any smooth boundary does. One of
   * narrow folds does so in boxes that are as wide, and less the smaller they are; so what is lost
   * from size to size, at as many pixels a box, is taken off once more.
   */
  boolean isFractal() {
    double loss = Math.max(0, thin.boundaryEntropy() - fine.boundaryEntropy());
    return coarse.boundaryEntropy() > Math.log(2) && fine.boundaryEntropy() - loss > Math.log(2);
  }

  /** Returns whether nothing tells the boundary from smooth curves. */
  boolean isSmooth() {
    boolean straight = Math.abs(dimension.dimension() - 1) <= 3 * dimension.error() + bias();
    boolean mixed = fine.boundaryEntropy() > Math.log(2);
    return smooth.isPresent() && !mixed && (smooth.get().isSmooth() || straight);
  }

  /**
   * Returns how much the pixels lower the dimension of a smooth boundary at most. A box of e pixels
   * shows a boundary between the centres of its outermost pixels, e - 1 apart, so it is met by a
   * number of boxes ~ (e - 1)/e^2, whose slope is 1 - 1/(e - 1).
   */
  double bias() {
    return dimension.sizes().isEmpty() ? 0 : 1.0 / (dimension.sizes().get(0) - 1);
  }

  /** Returns the measures by name. */
  Map<String, Double> observed() {
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("uncertainty-exponent", dimension.uncertaintyExponent());
    observed.put("uncertainty-exponent-error", dimension.error());
    observed.put("uncertainty-exponent-bias", bias());
    observed.put("boundary-dimension", dimension.dimension());
    observed.put("basin-entropy", coarse.entropy());
    observed.put("boundary-basin-entropy", coarse.boundaryEntropy());
    observed.put("boundary-basin-entropy-thin", thin.boundaryEntropy());
    observed.put("boundary-basin-entropy-fine", fine.boundaryEntropy());
    smooth.ifPresent(
        test -> {
          observed.put("disc-entropy", test.boundaryEntropy());
          observed.put("disc-entropy-error", test.error());
        });
    observed.values().removeIf(value -> Double.isNaN(value));
    return observed;
  }

  /**
   * Returns the distance of each minimum on the slice from the boundary of its basin within the
   * slice, in units of positions, to within half a pixel.
   */
  static Map<String, Double> distances(BasinRaster raster, List<BasinRaster.Edge> edges) {
    Map<String, Double> distances = new LinkedHashMap<>();
    for (int label = 0; label < raster.points().size(); label++) {
      CriticalPoint point = raster.points().get(label);
      Optional<double[]> place =
          raster.isMinimum(label)
              ? raster.slice().coordinates(point.x()).filter(raster.slice()::contains)
              : Optional.empty();
      if (place.isPresent() && !edges.isEmpty()) {
        double nearest = Double.POSITIVE_INFINITY;
        for (BasinRaster.Edge edge : edges) {
          double[] middle = raster.plane(edge.x(), edge.y());
          nearest = Math.min(nearest, raster.slice().distance(middle, place.get()));
        }
        distances.put("distance-" + point.id(), nearest);
      }
    }
    return distances;
  }
}
