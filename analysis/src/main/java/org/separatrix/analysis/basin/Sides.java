package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.separatrix.analysis.control.GivenStarts;
import org.separatrix.analysis.control.SaddleGeometry;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.EnsembleLimits;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;

/**
 * Where starts go that lie on either side of a saddle's stable manifold, and where starts beside
 * the saddle itself go, along its unstable direction.
 *
 * @param branches limits of the two starts beside the saddle, as labels
 * @param points for each sampled point of the manifold the limits of the two starts, at each offset
 * @param resolved whether all of these are minima
 */
record Sides(Set<Integer> branches, List<List<Set<Integer>>> points, boolean resolved) {
  private static final int MOST_POINTS = 50;

  /**
   * Offsets of the starts, relative to the slice's diagonal. Where other curves are near, the
   * largest is too large; where a run passes a repelling point, the smallest is within the errors
   * of the curve.
   */
  private static final double[] OFFSETS = {1e-8, 1e-9, 1e-10, 1e-11};

  /** Offset beside the saddle, relative to its neighbourhood. */
  private static final double BESIDE_SADDLE = 1e-3;

  /**
   * Runs the starts.
   *
   * @param saddle a saddle with one unstable direction
   * @param curves curves of starts that go to it
   */
  static Sides of(
      CellResult cell,
      Census census,
      PlanarSlice slice,
      CriticalPoint saddle,
      List<StableCurves.Piece> curves,
      Laboratory laboratory) {
    List<double[]> starts = new ArrayList<>();
    double beside = BESIDE_SADDLE * SaddleGeometry.neighbourhood(census, saddle);
    double[] unstable = saddle.eigenvectors()[0];
    for (int sign = -1; sign <= 1; sign += 2) {
      double[] start = saddle.x();
      for (int k = 0; k < start.length; k++) {
        start[k] += sign * beside * unstable[k];
      }
      starts.add(start);
    }
    curves.forEach(piece -> addPairs(piece, slice, MOST_POINTS / curves.size(), starts));
    EnsembleLimits limits =
        laboratory.limits(
            "sides/" + cell.id() + "/" + saddle.id(),
            census,
            cell.optimizer(),
            new GivenStarts(starts),
            starts.size(),
            cell.stop());
    List<Set<Integer>> pairs = new ArrayList<>();
    boolean resolved = true;
    for (int i = 0; i < starts.size(); i += 2) {
      int one = limits.limits()[i];
      int other = limits.limits()[i + 1];
      pairs.add(new TreeSet<>(List.of(one, other)));
      resolved &= isMinimum(limits, one) && isMinimum(limits, other);
    }
    List<List<Set<Integer>>> points = new ArrayList<>();
    for (int i = 1; i < pairs.size(); i += OFFSETS.length) {
      points.add(pairs.subList(i, i + OFFSETS.length));
    }
    return new Sides(pairs.get(0), List.copyOf(points), resolved);
  }

  private static boolean isMinimum(EnsembleLimits limits, int label) {
    return label >= 0 && limits.points().get(label).kind() == CriticalPointKind.LOCAL_MINIMUM;
  }

  /** Adds two starts at each of some points, spread over a curve. */
  private static void addPairs(
      StableCurves.Piece piece, PlanarSlice slice, int most, List<double[]> starts) {
    double[][] points = piece.curve().points();
    double diagonal = Math.hypot(width(slice), height(slice));
    int stride = 1 + points.length / Math.max(1, most);
    for (int i = 1 + stride / 2; i + 1 < points.length; i += stride) {
      double dx = points[i + 1][0] - points[i - 1][0];
      double dy = points[i + 1][1] - points[i - 1][1];
      double length = Math.hypot(dx, dy);
      boolean folds = piece.curve().folds().contains(i) || piece.curve().folds().contains(i - 1);
      if (folds || length == 0 || !slice.contains(points[i])) {
        continue;
      }
      for (double relative : OFFSETS) {
        double offset = relative * diagonal / length;
        starts.add(slice.position(points[i][0] - offset * dy, points[i][1] + offset * dx));
        starts.add(slice.position(points[i][0] + offset * dy, points[i][1] - offset * dx));
      }
    }
  }

  private static double width(PlanarSlice slice) {
    return slice.x().high() - slice.x().low();
  }

  private static double height(PlanarSlice slice) {
    return slice.y().high() - slice.y().low();
  }

  /** Returns how many points have no offset at which starts go as those beside the saddle do. */
  long deviating() {
    return points.stream().filter(offsets -> !offsets.contains(branches)).count();
  }
}
