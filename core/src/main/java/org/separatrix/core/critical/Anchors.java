package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Optimizer;

/** Describes critical points among others. Serves several threads. */
final class Anchors {
  private final PointFunction function;
  private final Optimizer method;

  /**
   * Prepares descriptions.
   *
   * @param function the objective
   * @param method what moves the runs
   */
  Anchors(PointFunction function, Optimizer method) {
    this.function = function;
    this.method = method;
  }

  /**
   * Describes all points of a census.
   *
   * @param points the points
   * @param earlier descriptions among fewer points, of which nothing is worked out again
   */
  List<Anchor> among(List<CriticalPoint> points, List<Anchor> earlier) {
    Map<PointKey, Anchor> known = new HashMap<>();
    earlier.forEach(anchor -> known.put(new PointKey(anchor.point().x()), anchor));
    Map<PointKey, Double> before = new HashMap<>();
    known.forEach((key, anchor) -> before.put(key, anchor.nearest()));
    double[] distances = new NearestNeighbours(points).distances(before);
    List<Anchor> anchors = new ArrayList<>();
    for (CriticalPoint point : points) {
      Optional<Anchor> same = Optional.ofNullable(known.get(new PointKey(point.x())));
      anchors.add(anchor(point, distances[anchors.size()], same.map(Anchor::dynamics)));
    }
    return List.copyOf(anchors);
  }

  /** Describes a point among others. */
  Anchor of(CriticalPoint point, List<CriticalPoint> others) {
    double[] x = point.x();
    double nearest = Double.POSITIVE_INFINITY;
    for (CriticalPoint other : others) {
      double distance = other.distance(x);
      nearest = distance > 0 ? Math.min(nearest, distance) : nearest;
    }
    return anchor(point, nearest, Optional.empty());
  }

  private Anchor anchor(CriticalPoint point, double nearest, Optional<LocalDynamics> before) {
    RefinedPoint refined = function.known(point.x());
    LocalDynamics dynamics =
        before
            .filter(each -> each.describes(point, refined))
            .orElseGet(() -> LocalDynamics.at(point, refined, method));
    return new Anchor(function, point, refined, nearest, dynamics);
  }
}
