package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.geometry.LocalManifolds;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.manifold.GrowthLimits;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.ManifoldCurve;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.PlanarSection;
import org.separatrix.core.manifold.StableCurveGrowth;

/**
 * The curves in which the stable manifolds of the saddles cut a slice of starts, as far as they
 * have been grown: from the saddles on the slice, and from further seeds on demand.
 */
final class StableCurves {
  /** The slice's box, widened by so many pixels, is where curves are grown. */
  private static final double MARGIN = 2;

  /**
   * Distance of points in pixels. Directions turn by at most 0.2 from one to the next, so that a
   * chord strays from the curve by at most 0.2 / 8 of it, a fifth of a pixel.
   */
  private static final double SPACING = 8;

  /** Curves have at least so many points across the slice, however few its pixels. */
  private static final double POINTS_ACROSS = 150;

  /** A curve whose points are less precise, relative to the slice, is not used. */
  private static final double PRECISE = 1e-6;

  private final BasinRaster raster;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<String> obstacles = new ArrayList<>();

  /**
   * The stable manifold of a saddle.
   *
   * @param saddle the saddle
   * @param manifold near it
   * @param growth grows the curves in which it cuts the slice
   */
  private record Sheet(CriticalPoint saddle, LocalManifold manifold, StableCurveGrowth growth) {}

  /**
   * A curve of starts that go to a saddle.
   *
   * @param saddle the saddle
   * @param manifold all starts that go to it, near it
   * @param curve the curve, in coordinates of the plane
   */
  record Piece(CriticalPoint saddle, LocalManifold manifold, ManifoldCurve curve) {}

  /**
   * Grows the curves through the saddles that lie on the slice.
   *
   * @param raster the pixels
   * @param map the method's map
   * @param order of the power series
   * @param saddles critical points of any kind
   */
  StableCurves(BasinRaster raster, MethodMap map, int order, List<CriticalPoint> saddles) {
    this.raster = raster;
    PlanarSlice slice = raster.slice();
    PlanarSection section =
        PlanarSection.ofStarts(map, slice.base(), slice.first(), slice.second());
    LocalManifolds local = new LocalManifolds(map, order);
    for (CriticalPoint saddle : saddles) {
      if (saddle.kind() != CriticalPointKind.STRICT_SADDLE) {
        continue;
      }
      try {
        LocalManifold manifold = local.stable(saddle);
        if (manifold.otherMultipliers().size() == 1) {
          sheets.add(
              new Sheet(saddle, manifold, new StableCurveGrowth(manifold, section, limits())));
        }
      } catch (IllegalArgumentException obstacle) {
        obstacles.add(saddle.id() + ": " + firstLine(obstacle));
      }
    }
    for (Sheet sheet : sheets) {
      slice
          .coordinates(sheet.saddle().x())
          .flatMap(seed -> grown(sheet, seed))
          .ifPresent(pieces::add);
    }
  }

  private static String firstLine(RuntimeException exception) {
    return String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
  }

  private GrowthLimits limits() {
    double[] low = raster.plane(-MARGIN, -MARGIN);
    double[] high =
        raster.plane(raster.labels().width() + MARGIN, raster.labels().height() + MARGIN);
    double width = high[0] - low[0];
    double height = high[1] - low[1];
    double pixels = Math.min(width / raster.labels().width(), height / raster.labels().height());
    double spacing = Math.min(SPACING * pixels, Math.hypot(width, height) / POINTS_ACROSS);
    return GrowthLimits.within(
        new Box(new double[] {low[0], low[1]}, new double[] {high[0], high[1]}), spacing);
  }

  private Optional<Piece> grown(Sheet sheet, double[] seed) {
    PlanarSlice slice = raster.slice();
    double largest = PRECISE * Math.hypot(slice.width(), slice.height());
    return sheet
        .growth()
        .from(seed)
        .filter(curve -> curve.largestResidual() <= largest)
        .map(curve -> new Piece(sheet.saddle(), sheet.manifold(), curve));
  }

  /**
   * Grows a curve from another point, for each saddle that a curve through it belongs to.
   *
   * @param seed a point of the plane between two starts with different limits
   * @param most how far the curve may pass by it, in units of the plane
   * @return the curve; empty if the point lies on no stable manifold
   */
  Optional<Piece> grow(double[] seed, double most) {
    for (Sheet sheet : sheets) {
      Optional<Piece> piece =
          grown(sheet, seed).filter(found -> found.curve().distance(seed) <= most);
      if (piece.isPresent()) {
        pieces.add(piece.get());
        return piece;
      }
    }
    return Optional.empty();
  }

  /** Returns the curves grown so far. */
  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  /** Returns how many saddles have a stable manifold of codimension one that could be computed. */
  int saddles() {
    return sheets.size();
  }

  /** Returns why some have none. */
  List<String> obstacles() {
    return List.copyOf(obstacles);
  }

  /** Returns the points of a curve in pixels. */
  double[][] pixels(Piece piece) {
    double[][] points = piece.curve().points();
    double[][] pixels = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      pixels[i] = raster.pixels(points[i]);
    }
    return pixels;
  }
}
