package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;

/**
 * Distinct critical points, gathered from refinements that arrive in any order.
 *
 * <p>Two refinements are one point if they are within 10^-7 of the length scale, or within twice
 * the sum of their uncertainties, which is large for degenerate points. Of each point the
 * refinement with the smallest gradient is kept, of equal ones the first by coordinates.
 *
 * <p>A continuum of critical points is kept as representatives: a point with a null direction is
 * absorbed by a representative with equally many negative and zero eigenvalues within 1/16 of the
 * length scale (within any distance once there are 32) if Newton's method finds a third such point
 * between them.
 */
final class PointSet {
  private static final double SAME = 1e-7;
  private static final double UNCERTAINTIES = 2;

  /** Coordinates are ordered after rounding to this fraction of their scale. */
  private static final double ORDER_RESOLUTION = 1e-6;

  private final PointFunction function;
  private final Continua continua;
  private final List<FoundPoint> members = new ArrayList<>();

  PointSet(PointFunction function) {
    this.function = function;
    continua = new Continua(function);
  }

  /** Adds a refinement and returns the point that it belongs to. */
  FoundPoint add(RefinedPoint point) {
    return add(new FoundPoint(point));
  }

  private FoundPoint add(FoundPoint candidate) {
    Optional<FoundPoint> same = same(candidate);
    if (same.isPresent()) {
      same.get().absorb(candidate);
      return same.get();
    }
    if (candidate.assessment().hasNullDirection()) {
      Optional<FoundPoint> representative = continua.representative(candidate, members);
      if (representative.isPresent()) {
        representative.get().represent();
        return representative.get();
      }
    }
    members.add(candidate);
    return candidate;
  }

  /** Returns the member that a point is, if there is one. */
  private Optional<FoundPoint> same(FoundPoint candidate) {
    for (FoundPoint member : members) {
      if (function.isWithin(candidate.x(), member.x(), SAME)) {
        return Optional.of(member);
      }
    }
    for (FoundPoint member : members) {
      double radii = candidate.assessment().radius() + member.assessment().radius();
      if (candidate.isWithin(member.x(), UNCERTAINTIES * radii)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  /** Adds a point that was found before. */
  FoundPoint add(CriticalPoint point) {
    return declared(point, add(known(point)));
  }

  private static FoundPoint declared(CriticalPoint point, FoundPoint member) {
    if (point.status() == Status.DECLARED) {
      member.declare(point.kind());
    }
    return member;
  }

  /** Adds a point that was found before, and that is known to be none of the others. */
  FoundPoint addDistinct(CriticalPoint point) {
    FoundPoint member = known(point);
    members.add(member);
    return declared(point, member);
  }

  /** Adds a refinement that is proven to be none of the others, however alike they look. */
  void addProven(RefinedPoint point) {
    FoundPoint member = new FoundPoint(point);
    member.confirm();
    members.add(member);
  }

  private FoundPoint known(CriticalPoint point) {
    return new FoundPoint(function.known(point.x()));
  }

  /** Tells whether some point has a null direction. */
  boolean hasNullDirections() {
    return members.stream().anyMatch(member -> member.assessment().hasNullDirection());
  }

  /** Returns the point that absorbs a projection to a continuum, if it is known to be on one. */
  Optional<FoundPoint> representative(ContinuumProjection.Projection projection) {
    Optional<FoundPoint> representative = continua.representative(projection, members);
    representative.ifPresent(FoundPoint::represent);
    return representative;
  }

  /** Tells whether the points with null directions are not isolated. */
  boolean hasContinuum() {
    return continua.among(members);
  }

  /** Returns the number of distinct points. */
  int size() {
    return members.size();
  }

  /** Returns how many isolated points were hit only once. */
  int singletons() {
    return (int) members.stream().filter(FoundPoint::isSingleton).count();
  }

  /** Returns the points with the ids c1, c2, ... by sorted coordinates. */
  List<CriticalPoint> toCriticalPoints() {
    List<CriticalPoint> points =
        members.stream()
            .map(member -> member.toCriticalPoint(function))
            .sorted(byCoordinates(function))
            .toList();
    List<CriticalPoint> named = new ArrayList<>();
    for (CriticalPoint point : points) {
      named.add(point.withId("c" + (named.size() + 1)));
    }
    return named;
  }

  /** Orders points by their coordinates, up to a resolution. */
  static Comparator<CriticalPoint> byCoordinates(PointFunction function) {
    double[] middle = function.middle();
    return (p, q) -> {
      double[] x = p.x();
      double[] y = q.x();
      for (int k = 0; k < x.length; k++) {
        double cell = ORDER_RESOLUTION * function.scale(middle, k);
        int order = Double.compare(Math.rint(x[k] / cell) + 0.0, Math.rint(y[k] / cell) + 0.0);
        if (order != 0) {
          return order;
        }
      }
      return Arrays.compare(x, y);
    };
  }
}
