package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
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
 * length scale (within any distance once there are {@value #MOST_REPRESENTATIVES}) if Newton's
 * method finds a third such point between them.
 */
final class PointSet {
  private static final int MOST_REPRESENTATIVES = 32;
  private static final double SAME = 1e-7;
  private static final double UNCERTAINTIES = 2;
  private static final double SPACING = 1.0 / 16;

  /** Coordinates are ordered after rounding to this fraction of their scale. */
  private static final double ORDER_RESOLUTION = 1e-6;

  private final PointFunction function;
  private final NewtonSearch newton;
  private final Classifier classifier;
  private final List<Member> members = new ArrayList<>();

  PointSet(PointFunction function) {
    this.function = function;
    newton = new NewtonSearch(function);
    classifier = new Classifier(function);
  }

  /** Adds a refinement and returns the point that it belongs to. */
  Member add(RefinedPoint point) {
    return add(new Member(point));
  }

  private Member add(Member candidate) {
    for (Member member : members) {
      if (function.relativeDistance(candidate.x, member.x) <= SAME) {
        return member.absorb(candidate);
      }
    }
    for (Member member : members) {
      if (distance(candidate.x, member.x)
          <= UNCERTAINTIES * (candidate.assessment().radius() + member.assessment().radius())) {
        return member.absorb(candidate);
      }
    }
    if (candidate.assessment().hasNullDirection()) {
      Optional<Member> representative = representative(candidate);
      if (representative.isPresent()) {
        representative.get().representsContinuum = true;
        representative.get().hits++;
        return representative.get();
      }
    }
    members.add(candidate);
    return candidate;
  }

  /** Adds a point that was found before, and that is known to be none of the others. */
  Member addDistinct(CriticalPoint point) {
    Member member = known(point);
    members.add(member);
    return member;
  }

  private Member known(CriticalPoint point) {
    PointFunction.Known known = function.known(point.x());
    Member member = new Member(known.refined());
    member.assessment = Optional.of(known.assessment());
    return member;
  }

  /** Adds a point that was found before. */
  Member add(CriticalPoint point) {
    Member member = add(known(point));
    if (point.status() == Status.DECLARED) {
      member.declare(point.kind());
    }
    return member;
  }

  /** Returns the number of distinct points. */
  int size() {
    return members.size();
  }

  /** Returns how many isolated points were hit only once. */
  int singletons() {
    return (int)
        members.stream().filter(m -> m.hits == 1 && !m.assessment().hasNullDirection()).count();
  }

  /**
   * Tells whether the points with null directions are not isolated: whether one of them stands for
   * others, or critical points lie between it and the nearest one like it, and between these.
   */
  boolean hasContinuum() {
    List<Member> flat =
        members.stream().filter(member -> member.assessment().hasNullDirection()).toList();
    return flat.stream().anyMatch(member -> member.representsContinuum || isOnALine(member, flat));
  }

  private boolean isOnALine(Member member, List<Member> flat) {
    return flat.stream()
        .filter(other -> other != member)
        .filter(other -> other.assessment().hasSameSignature(member.assessment()))
        .min(Comparator.comparingDouble(other -> distance(other.x, member.x)))
        .filter(other -> isConnected(member.point, other.point, 2))
        .isPresent();
  }

  private boolean isConnected(RefinedPoint p, RefinedPoint q, int halvings) {
    if (halvings == 0) {
      return true;
    }
    return between(p, q)
        .filter(middle -> isConnected(p, middle, halvings - 1))
        .filter(middle -> isConnected(middle, q, halvings - 1))
        .isPresent();
  }

  /** Returns the points with the ids c1, c2, ... by sorted coordinates. */
  List<CriticalPoint> toCriticalPoints() {
    List<CriticalPoint> points =
        members.stream().map(this::toCriticalPoint).sorted(byCoordinates(function)).toList();
    List<CriticalPoint> named = new ArrayList<>();
    for (CriticalPoint point : points) {
      named.add(point.withId("c" + (named.size() + 1)));
    }
    return named;
  }

  /** Orders points by their coordinates, up to a resolution. */
  static Comparator<CriticalPoint> byCoordinates(PointFunction function) {
    return (p, q) -> {
      double[] x = p.x();
      double[] y = q.x();
      for (int k = 0; k < x.length; k++) {
        double cell = ORDER_RESOLUTION * function.scale(new double[x.length], k);
        int order = Double.compare(Math.rint(x[k] / cell) + 0.0, Math.rint(y[k] / cell) + 0.0);
        if (order != 0) {
          return order;
        }
      }
      return compare(x, y);
    };
  }

  private Optional<Member> representative(Member candidate) {
    List<Member> similar =
        members.stream()
            .filter(member -> member.assessment().hasSameSignature(candidate.assessment()))
            .sorted(Comparator.comparingDouble(m -> distance(m.x, candidate.x)))
            .toList();
    boolean full = similar.size() >= MOST_REPRESENTATIVES;
    return similar.stream()
        .limit(4)
        .filter(m -> full || function.relativeDistance(m.x, candidate.x) <= SPACING)
        .filter(m -> m.representsContinuum || between(m.point, candidate.point).isPresent())
        .findFirst();
  }

  /** Returns a critical point with a null direction about half way between two such points. */
  private Optional<RefinedPoint> between(RefinedPoint p, RefinedPoint q) {
    double[] x = p.x();
    double[] y = q.x();
    double[] middle = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      middle[k] = x[k] / 2 + y[k] / 2;
    }
    double length = function.relativeDistance(x, y);
    return newton
        .from(middle)
        .filter(point -> function.relativeDistance(point.x(), middle) <= length / 2)
        .filter(point -> function.relativeDistance(point.x(), x) >= length / 4)
        .filter(point -> function.relativeDistance(point.x(), y) >= length / 4)
        .filter(point -> classifier.assess(point).hasNullDirection());
  }

  /** Returns a point, without a name. */
  CriticalPoint toCriticalPoint(Member member) {
    RefinedPoint point = member.point;
    CriticalPointKind kind = member.assessment().kind();
    Status status = Status.ESTIMATED;
    if (kind == CriticalPointKind.UNDECIDED && member.declared.isPresent()) {
      kind = member.declared.get();
      status = Status.DECLARED;
    }
    return new CriticalPoint(
        "",
        point.x(),
        function.value(point.x()),
        point.gradientNorm(),
        point.eigen().values(),
        point.eigen().vectors(),
        kind,
        status);
  }

  private static double distance(double[] x, double[] y) {
    double[] difference = new double[x.length];
    for (int k = 0; k < y.length; k++) {
      difference[k] = x[k] - y[k];
    }
    return PointFunction.norm(difference);
  }

  /** Orders by coordinates, exactly. */
  static int compare(double[] x, double[] y) {
    return Arrays.compare(x, y);
  }

  /** One of the distinct points. */
  final class Member {
    private RefinedPoint point;

    /** The coordinates of the point, which it gives as a copy only. */
    private double[] x;

    private Optional<Assessment> assessment = Optional.empty();
    private Optional<CriticalPointKind> declared = Optional.empty();
    private boolean representsContinuum;
    private int hits = 1;

    private Member(RefinedPoint point) {
      this.point = point;
      x = point.x();
    }

    RefinedPoint point() {
      return point;
    }

    Assessment assessment() {
      if (assessment.isEmpty()) {
        assessment = Optional.of(classifier.assess(point));
      }
      return assessment.get();
    }

    /** Notes the kind that the author of the objective declares. */
    void declare(CriticalPointKind kind) {
      hits++;
      declared = Optional.of(kind);
    }

    private Member absorb(Member other) {
      hits++;
      int order = Double.compare(other.point.gradientNorm(), point.gradientNorm());
      if (order < 0 || (order == 0 && compare(other.x, x) < 0)) {
        point = other.point;
        x = other.x;
        assessment = other.assessment;
      }
      return this;
    }
  }
}
