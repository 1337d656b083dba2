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

  /** The proven points that those of the census last seen agree with. */
  private Map<PointKey, Optional<CertifiedPoint>> matches = Map.of();

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

  /**
   * Returns the certified points as Newton's method finds them. Where rounding hides one from it,
   * the middle of the enclosure is returned.
   */
  List<RefinedPoint> refined(NewtonSearch newton) {
    List<double[]> places =
        listed.orElse(List.of()).stream().map(CertifiedPoint::midpoint).toList();
    Map<IntervalVector, RefinedPoint> reached = new HashMap<>();
    for (RefinedPoint point : newton.from(places)) {
      match(point.x()).ifPresent(proof -> reached.putIfAbsent(proof.enclosure(), point));
    }
    List<RefinedPoint> refined = new ArrayList<>();
    for (CertifiedPoint proof : listed.orElse(List.of())) {
      RefinedPoint point = reached.get(proof.enclosure());
      refined.add(point != null ? point : RefinedPoint.at(function, proof.midpoint()));
    }
    return refined;
  }

  /**
   * Returns a census in which the points that are proven are called so. It is proven complete if it
   * has exactly the points of the certified census in the domain, and that is complete.
   */
  Census applied(Census census) {
    match(census);
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
    // Rounding may let proven points look like parts of a continuum.
    boolean isolated =
        complete && points.stream().allMatch(point -> point.status() == Status.CERTIFIED);
    return new Census(
        census.problem(),
        points,
        complete ? Status.CERTIFIED : census.completeness(),
        census.continuum() && !isolated);
  }

  /** Matches the points that were not in the census before. */
  private void match(Census census) {
    Map<PointKey, Optional<CertifiedPoint>> known = matches;
    matches = new HashMap<>();
    for (CriticalPoint point : census.points()) {
      PointKey key = new PointKey(point.x());
      Optional<CertifiedPoint> match = known.get(key);
      matches.put(key, match == null ? match(point.x()) : match);
    }
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

  /** Where signs are proven, an eigenvalue is not zero however small it is beside others. */
  private CriticalPoint applied(CertifiedPoint proof, CriticalPoint point) {
    CriticalPoint signed = point.withEigenvalues(function.known(point.x()).eigen().values());
    return proof.morseIndex().equals(OptionalInt.of(signed.morseIndex()))
        ? signed.withKind(proof.kind(), Status.CERTIFIED)
        : point;
  }

  /**
   * Tells whether a place where the gradient seems to vanish is certainly none of the critical
   * points, all of which are known: on a long and narrow domain the gradient may be below its
   * rounding errors along a line.
   *
   * @param x the place; not modified
   */
  boolean excludes(double[] x) {
    return proven.isComplete()
        && listed.isPresent()
        && function.domain().contains(x)
        && match(x).isEmpty();
  }

  private Optional<CertifiedPoint> match(CriticalPoint point) {
    return matches.getOrDefault(new PointKey(point.x()), Optional.empty());
  }

  private Optional<CertifiedPoint> match(double[] x) {
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
