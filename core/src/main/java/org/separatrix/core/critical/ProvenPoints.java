package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.interval.IntervalVector;

/**
 * Says of points that were found numerically what a certified census proves of them.
 *
 * <p>A point that was found stands for a proven one if it is the nearest of those found, agrees
 * with the enclosure up to the accuracy of Newton's method, and has as many negative eigenvalues.
 */
final class ProvenPoints {
  /** A census of more points than these is not listed. */
  private static final int MOST_POINTS = 2000;

  /** How far a point may lie from the enclosure, relative to the length scale. */
  private static final double ACCURACY = 1e-6;

  private final SeparableCensus proven;
  private final PointFunction function;

  /** All points of the certified census, if they are few enough. */
  private final Optional<List<CertifiedPoint>> listed;

  ProvenPoints(SeparableCensus proven, PointFunction function) {
    this.proven = proven;
    this.function = function;
    listed = proven.points(MOST_POINTS);
  }

  /** Returns the certified census. */
  SeparableCensus census() {
    return proven;
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
    Map<IntervalVector, CriticalPoint> standing = standing(census);
    List<CriticalPoint> points = new ArrayList<>();
    boolean exact = true;
    for (CriticalPoint point : census.points()) {
      Optional<CertifiedPoint> match =
          match(point).filter(proof -> Objects.equals(standing.get(proof.enclosure()), point));
      exact &= match.isPresent() || !function.domain().contains(point.x());
      points.add(match.map(proof -> applied(proof, point)).orElse(point));
    }
    boolean complete =
        exact
            && proven.isComplete()
            && listed.map(all -> all.size() == standing.size()).orElse(false);
    return new Census(
        census.problem(),
        points,
        complete ? Status.CERTIFIED : census.completeness(),
        census.continuum());
  }

  /** Returns the point that stands for each proven one, by its enclosure. */
  private Map<IntervalVector, CriticalPoint> standing(Census census) {
    Map<IntervalVector, CriticalPoint> standing = new HashMap<>();
    for (CriticalPoint point : census.points()) {
      match(point)
          .ifPresent(
              proof ->
                  standing.merge(
                      proof.enclosure(),
                      point,
                      (p, q) ->
                          q.distance(proof.midpoint()) < p.distance(proof.midpoint()) ? q : p));
    }
    return standing;
  }

  private static CriticalPoint applied(CertifiedPoint proof, CriticalPoint point) {
    return proof.morseIndex().equals(OptionalInt.of(point.morseIndex()))
        ? point.withKind(proof.kind(), Status.CERTIFIED)
        : point;
  }

  private Optional<CertifiedPoint> match(CriticalPoint point) {
    double[] x = point.x();
    return proven
        .nearest(x)
        .filter(proof -> proof.uniqueness().contains(x) && isNear(proof.enclosure(), x));
  }

  private boolean isNear(IntervalVector enclosure, double[] x) {
    for (int k = 0; k < x.length; k++) {
      if (!enclosure.get(k).inflated(ACCURACY * function.scale(x, k)).contains(x[k])) {
        return false;
      }
    }
    return true;
  }
}
