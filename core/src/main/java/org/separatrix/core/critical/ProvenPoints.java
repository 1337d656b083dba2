package org.separatrix.core.critical;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.census.SeparableCensus;

/** Says of points that were found numerically what a certified census proves of them. */
final class ProvenPoints {
  /** A census of more points than these is not listed. */
  private static final int MOST_POINTS = 2000;

  private final SeparableCensus proven;
  private final Box domain;

  /** All points of the certified census, if they are few enough. */
  private final Optional<List<CertifiedPoint>> listed;

  ProvenPoints(SeparableCensus proven, Box domain) {
    this.proven = proven;
    this.domain = domain;
    listed = proven.points(MOST_POINTS);
  }

  /** Returns places from which Newton's method finds the certified points. */
  List<double[]> places() {
    return listed.orElse(List.of()).stream().map(CertifiedPoint::midpoint).toList();
  }

  /**
   * Returns a census in which the points that are proven are called so. It is proven complete if it
   * has exactly the points of the certified census in the domain, and that is complete.
   */
  Census applied(Census census) {
    Set<CertifiedPoint> matched = new HashSet<>();
    boolean exact = true;
    for (CriticalPoint point : census.points()) {
      Optional<CertifiedPoint> match = match(point);
      exact &= match.map(matched::add).orElse(!domain.contains(point.x()));
    }
    boolean complete =
        exact
            && proven.isComplete()
            && listed.map(points -> points.size() == matched.size()).orElse(false);
    return new Census(
        census.problem(),
        census.points().stream().map(this::applied).toList(),
        complete ? Status.CERTIFIED : census.completeness(),
        census.continuum());
  }

  private CriticalPoint applied(CriticalPoint point) {
    return match(point)
        .filter(proof -> proof.kind() != CriticalPointKind.UNDECIDED)
        .map(proof -> point.withKind(proof.kind(), Status.CERTIFIED))
        .orElse(point);
  }

  private Optional<CertifiedPoint> match(CriticalPoint point) {
    return proven.nearest(point.x()).filter(proof -> proof.uniqueness().contains(point.x()));
  }
}
