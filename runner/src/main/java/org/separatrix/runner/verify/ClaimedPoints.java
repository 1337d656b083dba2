package org.separatrix.runner.verify;

import java.util.List;
import java.util.Optional;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.certificate.KnownPoints;
import org.separatrix.runner.certify.CensusEntry;
import org.separatrix.runner.certify.PointEntry;

/**
 * The critical points of a stored census around which regions are claimed.
 *
 * @param listed the points of the function, none if they are too many
 * @param ofSummands those of each summand, in its variables
 */
record ClaimedPoints(List<CertifiedPoint> listed, List<List<CertifiedPoint>> ofSummands) {
  static ClaimedPoints of(Optional<CensusEntry> census) {
    return new ClaimedPoints(
        census
            .flatMap(CensusEntry::listed)
            .filter(points -> points.size() <= KnownPoints.MOST_LISTED)
            .map(ClaimedPoints::claims)
            .orElse(List.of()),
        census.stream()
            .flatMap(each -> each.blocks().stream())
            .map(block -> claims(block.points()))
            .toList());
  }

  private static List<CertifiedPoint> claims(List<PointEntry> points) {
    return points.stream().map(PointEntry::claim).toList();
  }
}
