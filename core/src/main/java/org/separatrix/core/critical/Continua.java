package org.separatrix.core.critical;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells which critical points with null directions lie on one continuum: those between which
 * Newton's method finds another one.
 */
final class Continua {
  private static final int MOST_REPRESENTATIVES = 32;
  private static final double SPACING = 1.0 / 16;

  /** So many representatives, the nearest ones, are asked whether a point belongs to them. */
  private static final int MOST_ASKED = 4;

  private final PointFunction function;
  private final NewtonSearch newton;

  Continua(PointFunction function) {
    this.function = function;
    newton = new NewtonSearch(function);
  }

  /** Returns which of some points represents the continuum that another one belongs to. */
  Optional<FoundPoint> representative(FoundPoint candidate, List<FoundPoint> points) {
    List<FoundPoint> similar =
        points.stream()
            .filter(point -> point.assessment().hasSameSignature(candidate.assessment()))
            .sorted(Comparator.comparingDouble(point -> point.distance(candidate.x())))
            .toList();
    return similar.stream()
        .limit(MOST_ASKED)
        .filter(point -> isNear(point, candidate.x(), similar.size()))
        .filter(
            point ->
                point.representsContinuum()
                    || between(point.point(), candidate.point()).isPresent())
        .findFirst();
  }

  /**
   * Returns the same for a projection to a continuum, where it is the nearest point like it that is
   * known to be on one.
   */
  Optional<FoundPoint> representative(
      ContinuumProjection.Projection projection, List<FoundPoint> points) {
    List<FoundPoint> similar =
        points.stream()
            .filter(
                point -> point.assessment().hasSignature(projection.negative(), projection.zero()))
            .toList();
    return similar.stream()
        .min(Comparator.comparingDouble(point -> point.distance(projection.x())))
        .filter(point -> isNear(point, projection.x(), similar.size()))
        .filter(point -> isOnAContinuum(point, similar));
  }

  private boolean isNear(FoundPoint representative, double[] x, int representatives) {
    return representatives >= MOST_REPRESENTATIVES
        || function.isWithin(representative.x(), x, SPACING);
  }

  /**
   * Tells whether those with null directions among some points are not isolated: whether one of
   * them stands for others, or critical points lie between it and the nearest one like it, and
   * between these.
   */
  boolean among(List<FoundPoint> points) {
    List<FoundPoint> flat =
        points.stream().filter(point -> point.assessment().hasNullDirection()).toList();
    return flat.stream().anyMatch(point -> isOnAContinuum(point, flat));
  }

  private boolean isOnAContinuum(FoundPoint point, List<FoundPoint> points) {
    return point.representsContinuum()
        || points.stream()
            .filter(other -> other != point)
            .filter(other -> other.assessment().hasSameSignature(point.assessment()))
            .min(Comparator.comparingDouble(other -> other.distance(point.x())))
            .filter(other -> areConnected(point.point(), other.point()))
            .isPresent();
  }

  private boolean areConnected(RefinedPoint p, RefinedPoint q) {
    return function.areConnected(p.x(), q.x(), () -> isConnected(p, q, 2));
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
        .filter(point -> function.isWithin(point.x(), middle, length / 2))
        .filter(point -> function.relativeDistance(point.x(), x) >= length / 4)
        .filter(point -> function.relativeDistance(point.x(), y) >= length / 4)
        .filter(point -> point.assessment().hasNullDirection());
  }
}
