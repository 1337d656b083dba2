package org.separatrix.api.analysis;

import java.util.List;
import org.separatrix.api.objective.CriticalPoint;

/**
 * Which critical point each run of an ensemble went to, by run number.
 *
 * @param points the points of the census that was given, in its order and under its ids, and after
 *     them those that were found at the ends of these runs
 * @param known how many of the points are those of the census
 * @param limits for each run the index of its limit in {@code points}, or {@link #NONE}, {@link
 *     #UNRESOLVED} or {@link #UNLISTED}; belongs to this object and is read only
 */
public record EnsembleLimits(List<CriticalPoint> points, int known, int[] limits) {
  /** The run diverged, left its region or became non-finite: it has no limit. */
  public static final int NONE = -1;

  /** The run stopped, but could not be shown to go to a critical point. */
  public static final int UNRESOLVED = -2;

  /** The run goes to a strict local minimum that is not listed, as there are too many points. */
  public static final int UNLISTED = -3;

  /** Copies the list. */
  public EnsembleLimits {
    points = List.copyOf(points);
  }

  /** Returns the number of runs. */
  public int size() {
    return limits.length;
  }
}
