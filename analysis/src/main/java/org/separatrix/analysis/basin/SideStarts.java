package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.analysis.control.SaddleGeometry;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.CriticalPoint;

/**
 * Pairs of starts on the two sides of a saddle's stable manifold, the first pair beside the saddle
 * itself.
 *
 * <p>A start beside the manifold passes the saddle at some distance and leaves it along the branch
 * of W^u on its side. The offset is chosen by that distance: near a repelling point, from which
 * several stable manifolds come, a given offset may lead across some of them however small it is.
 */
final class SideStarts {
  /** Offset beside the saddle, relative to its neighbourhood. */
  private static final double BESIDE_SADDLE = 1e-3;

  /** How far to the side pairs pass the saddle, relative to the farthest ones. */
  private static final double[] SHARES = {1, 1e-1, 1e-2, 1e-3};

  /** Largest offset from the manifold, relative to the slice's diagonal. */
  private static final double LARGEST_OFFSET = 1e-4;

  private final PlanarSlice slice;
  private final double rounding;
  private final double farthest;
  private final List<double[]> starts = new ArrayList<>();
  private final List<Boolean> known = new ArrayList<>();

  /**
   * Places the pair beside the saddle.
   *
   * @param cell the method
   * @param census the points known
   * @param slice the plane of the other starts
   * @param saddle the saddle, with one unstable direction
   * @param rounding error of one step
   */
  SideStarts(
      CellResult cell, Census census, PlanarSlice slice, CriticalPoint saddle, double rounding) {
    this.slice = slice;
    this.rounding = rounding;
    double neighbourhood = SaddleGeometry.neighbourhood(census, saddle);
    double[] unstable = saddle.eigenvectors()[0];
    for (int sign = -1; sign <= 1; sign += 2) {
      double[] start = saddle.x();
      for (int k = 0; k < start.length; k++) {
        start[k] += sign * BESIDE_SADDLE * neighbourhood * unstable[k];
      }
      starts.add(start);
    }
    known.add(true);
    // A run that passes at t leaves after ln(1/t)/ln z steps, in which the rest shrinks by mu each.
    double power =
        cell.optimizer()
            .linearization()
            .flatMap(linearization -> SaddleGeometry.of(linearization, saddle))
            .map(geometry -> -Math.log(geometry.growth()) / Math.log(geometry.contraction()))
            .orElse(1.0);
    farthest = neighbourhood * Math.pow(BESIDE_SADDLE, Math.max(1, power));
  }

  /**
   * Places pairs at some points, spread over a curve.
   *
   * @param piece the curve
   * @param most about how many points
   */
  void add(StableCurves.Piece piece, int most) {
    double[][] points = piece.curve().points();
    int stride = 1 + points.length / Math.max(1, most);
    for (int i = 1 + stride / 2; i + 1 < points.length; i += stride) {
      double dx = points[i + 1][0] - points[i - 1][0];
      double dy = points[i + 1][1] - points[i - 1][1];
      double length = Math.hypot(dx, dy);
      boolean folds = piece.curve().folds().contains(i) || piece.curve().folds().contains(i - 1);
      if (!folds && length > 0 && slice.contains(points[i])) {
        add(piece, i, new double[] {-dy / length, dx / length});
      }
    }
  }

  private void add(StableCurves.Piece piece, int i, double[] normal) {
    Passage passage = Passage.of(piece.manifold(), slice, piece.curve(), i, normal, rounding);
    double largest = LARGEST_OFFSET * Math.hypot(slice.width(), slice.height());
    double[] u = piece.curve().points()[i];
    for (double share : SHARES) {
      double offset = share * Math.min(largest, farthest / passage.effect());
      known.add(offset * passage.effect() > passage.resolution());
      for (int sign = 1; sign >= -1; sign -= 2) {
        starts.add(
            slice.position(u[0] + sign * offset * normal[0], u[1] + sign * offset * normal[1]));
      }
    }
  }

  /** Returns the starts, those of a pair one after the other. */
  List<double[]> starts() {
    return starts;
  }

  /** Returns the number of pairs at each point of a curve. */
  int pairsAtPoint() {
    return SHARES.length;
  }

  /** Returns the number of points of curves. */
  int points() {
    return (known.size() - 1) / SHARES.length;
  }

  /**
   * Tells whether the two starts of a pair are known to lie on different sides: whether they pass
   * the saddle farther off than the error of the curve and rounding of their runs may take them.
   *
   * @param pair its number, 0 for that beside the saddle
   */
  boolean isKnown(int pair) {
    return known.get(pair);
  }
}
