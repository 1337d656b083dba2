package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.separatrix.analysis.control.GivenStarts;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.EnsembleLimits;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;

/**
 * Where starts go that lie on either side of a saddle's stable manifold, and where starts beside
 * the saddle itself go, along its unstable direction.
 *
 * @param branches limits of the two starts beside the saddle, as labels
 * @param points for each sampled point of the manifold the limits of the pairs whose sides are
 *     known
 * @param below number of pairs whose sides are not known
 * @param resolved whether all these limits are minima
 */
record Sides(Set<Integer> branches, List<List<Set<Integer>>> points, int below, boolean resolved) {
  private static final int MOST_POINTS = 50;

  /**
   * Runs the starts.
   *
   * @param saddle a saddle with one unstable direction
   * @param curves curves of starts that go to it
   * @param rounding error of one step
   */
  static Sides of(
      CellResult cell,
      Census census,
      PlanarSlice slice,
      CriticalPoint saddle,
      List<StableCurves.Piece> curves,
      double rounding,
      Laboratory laboratory) {
    SideStarts starts = new SideStarts(cell, census, slice, saddle, rounding);
    curves.forEach(piece -> starts.add(piece, MOST_POINTS / curves.size()));
    EnsembleLimits limits =
        laboratory.limits(
            "sides/" + cell.id() + "/" + saddle.id(),
            census,
            cell.optimizer(),
            new GivenStarts(starts.starts()),
            starts.starts().size(),
            cell.stop());
    List<List<Set<Integer>>> points = new ArrayList<>();
    boolean resolved = isMinimum(limits, 0) && isMinimum(limits, 1);
    int below = 0;
    for (int n = 0; n < starts.points(); n++) {
      List<Set<Integer>> known = new ArrayList<>();
      for (int j = 1; j <= starts.pairsAtPoint(); j++) {
        int pair = n * starts.pairsAtPoint() + j;
        if (starts.isKnown(pair)) {
          known.add(pair(limits, pair));
          resolved &= isMinimum(limits, 2 * pair) && isMinimum(limits, 2 * pair + 1);
        } else {
          below++;
        }
      }
      points.add(List.copyOf(known));
    }
    return new Sides(pair(limits, 0), List.copyOf(points), below, resolved);
  }

  private static Set<Integer> pair(EnsembleLimits limits, int number) {
    return new TreeSet<>(List.of(limits.limits()[2 * number], limits.limits()[2 * number + 1]));
  }

  private static boolean isMinimum(EnsembleLimits limits, int run) {
    int label = limits.limits()[run];
    return label >= 0 && limits.points().get(label).kind() == CriticalPointKind.LOCAL_MINIMUM;
  }

  /** Returns how many points have pairs on known sides. */
  long known() {
    return points.stream().filter(pairs -> !pairs.isEmpty()).count();
  }

  /** Returns at how many points a pair on known sides goes elsewhere than the branches do. */
  long deviating() {
    return points.stream().filter(pairs -> !pairs.stream().allMatch(branches::equals)).count();
  }

  /** Returns the answer. */
  Verdict verdict() {
    if (!resolved || known() == 0) {
      return Verdict.INCONCLUSIVE;
    }
    return deviating() == 0 ? Verdict.CONSISTENT : Verdict.CONTRADICTED;
  }
}
