package org.separatrix.core.certificate;

import java.util.List;
import org.separatrix.core.census.BlockCensus;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.census.SeparableCensus;

/**
 * The certified critical points around which regions are looked for: one by one, or, where they are
 * more than {@value #MOST_LISTED} and the function is a sum, by its summands.
 *
 * @param listed the points of the function; none if they are too many
 * @param summands the points of each summand, in its variables and the order of {@link
 *     org.separatrix.core.interval.IntervalFormula#blocks}; none if those of the function are
 *     listed, or it is no sum
 */
public record KnownPoints(List<CertifiedPoint> listed, List<BlockCensus> summands) {
  /** With more points than this, their regions would take minutes. */
  public static final int MOST_LISTED = 500;

  /** Copies the lists. */
  public KnownPoints {
    listed = List.copyOf(listed);
    summands = List.copyOf(summands);
  }

  /** Returns some points, one by one. */
  public static KnownPoints of(List<CertifiedPoint> points) {
    return new KnownPoints(points, List.of());
  }

  /** Returns the points of a census. */
  public static KnownPoints of(SeparableCensus census) {
    return census
        .points(MOST_LISTED)
        .map(KnownPoints::of)
        .orElseGet(
            () ->
                new KnownPoints(
                    List.of(), census.blocks().size() > 1 ? census.blocks() : List.of()));
  }
}
