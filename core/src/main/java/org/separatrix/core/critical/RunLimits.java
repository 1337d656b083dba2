package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.objective.CriticalPoint;

/**
 * Where the runs of a chunk went.
 *
 * @param runs the runs, those that were run on from near a saddle with their later ends, reasons
 *     and total numbers of steps; the runs that were decided, if none was run on
 * @param points the points of the census, and after them those that were found at the ends of these
 *     runs
 * @param known how many of the points are those of the census
 * @param limits for each run the index of its limit in {@code points}, or {@link #NONE}, {@link
 *     #UNRESOLVED} or {@link #UNLISTED}; belongs to this object and is read only
 */
public record RunLimits(Runs runs, List<CriticalPoint> points, int known, int[] limits) {
  /** The run diverged, left its region or became non-finite: it has no limit. */
  public static final int NONE = -1;

  /** The run stopped, but could not be shown to go to a critical point. */
  public static final int UNRESOLVED = -2;

  /** The run goes to a strict local minimum that is not listed, as there are too many points. */
  public static final int UNLISTED = -3;

  /** Copies the list. */
  public RunLimits {
    points = List.copyOf(points);
  }

  /**
   * Returns the limit of a run.
   *
   * @param index position in the arrays
   * @return empty if it has none or is unresolved
   */
  public Optional<CriticalPoint> limit(int index) {
    return limits[index] >= 0 ? Optional.of(points.get(limits[index])) : Optional.empty();
  }

  /** Returns the critical points found that the census does not have. */
  public List<CriticalPoint> found() {
    return points.subList(known, points.size());
  }

  /** Returns the number of runs that stopped without a limit. */
  public long unresolved() {
    return count(UNRESOLVED);
  }

  /** Returns the number of runs that went to minima that are not listed. */
  public long toUnlistedMinima() {
    return count(UNLISTED);
  }

  private long count(int label) {
    return Arrays.stream(limits).filter(limit -> limit == label).count();
  }
}
