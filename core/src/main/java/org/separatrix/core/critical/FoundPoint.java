package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.Optional;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;

/** A critical point that was found once or several times, by its best refinement. */
final class FoundPoint {
  private RefinedPoint point;

  /** The coordinates of the point, which it gives as a copy only. */
  private double[] x;

  private Optional<CriticalPointKind> declared = Optional.empty();
  private boolean representsContinuum;
  private int hits = 1;

  /** Describes a point that was found once. */
  FoundPoint(RefinedPoint point) {
    this.point = point;
    x = point.x();
  }

  RefinedPoint point() {
    return point;
  }

  /** Returns the coordinates, not to be modified. */
  double[] x() {
    return x;
  }

  Assessment assessment() {
    return point.assessment();
  }

  /** Returns the Euclidean distance of another point. */
  double distance(double[] other) {
    return Math.sqrt(Distance.square(x, other, Double.POSITIVE_INFINITY));
  }

  /** Tells whether another point is that close. */
  boolean isWithin(double[] other, double most) {
    return Math.sqrt(Distance.square(x, other, 2 * most * most)) <= most;
  }

  /** Tells whether it is an isolated point that was found only once. */
  boolean isSingleton() {
    return hits == 1 && !assessment().hasNullDirection();
  }

  /** Tells whether it stands for others with which it forms a continuum. */
  boolean representsContinuum() {
    return representsContinuum;
  }

  /** Notes that it stands for another. */
  void represent() {
    representsContinuum = true;
    hits++;
  }

  /** Notes that it is known from elsewhere, too. */
  void confirm() {
    hits++;
  }

  /** Notes the kind that the author of the objective declares. */
  void declare(CriticalPointKind kind) {
    hits++;
    declared = Optional.of(kind);
  }

  /** Notes another refinement of the same point. */
  void absorb(FoundPoint other) {
    hits++;
    int order = Double.compare(other.point.gradientNorm(), point.gradientNorm());
    if (order < 0 || (order == 0 && Arrays.compare(other.x, x) < 0)) {
      point = other.point;
      x = other.x;
    }
  }

  /** Returns the point, without a name. */
  CriticalPoint toCriticalPoint(PointFunction function) {
    CriticalPointKind kind = assessment().kind();
    Status status = Status.ESTIMATED;
    if (kind == CriticalPointKind.UNDECIDED && declared.isPresent()) {
      kind = declared.get();
      status = Status.DECLARED;
    }
    return new CriticalPoint(
        "",
        point.x(),
        function.value(point.x()),
        point.gradientNorm(),
        eigenvalues(),
        point.eigen().vectors(),
        kind,
        status);
  }

  /** Returns the eigenvalues; one that is zero up to rounding is not negative. */
  private double[] eigenvalues() {
    double[] values = point.eigen().values();
    int negative = assessment().negative();
    for (int j = negative; j < negative + assessment().zero(); j++) {
      values[j] = Math.max(values[j], 0);
    }
    return values;
  }
}
