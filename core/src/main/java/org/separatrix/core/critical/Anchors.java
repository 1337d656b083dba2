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
   * @param earlier descriptions, in which what the method does at a point may be found
   */
  List<Anchor> among(List<CriticalPoint> points, List<Anchor> earlier) {
    Map<PointKey, LocalDynamics> dynamics = new HashMap<>();
    for (Anchor anchor : earlier) {
      dynamics.put(new PointKey(anchor.point().x()), anchor.dynamics());
    }
    double[] distances = new NearestNeighbours(points).distances();
    List<Anchor> anchors = new ArrayList<>();
    for (CriticalPoint point : points) {
      Optional<LocalDynamics> before = Optional.ofNullable(dynamics.get(new PointKey(point.x())));
      anchors.add(anchor(point, distances[anchors.size()], before));
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
    double radius = Math.min(nearest, function.scale(point.x())) / 2;
    return new Anchor(function, point, refined, radius, dynamics);
  }
}
