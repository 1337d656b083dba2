package org.separatrix.core.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * Looks for the largest {@link SaddleCone}s of a method at a strict saddle that can be proven, one
 * for each of several openings: the wider the cone, the smaller the ball.
 */
public final class SaddleSearch {
  private static final double[] OPENINGS = {1, 4, 16, 64, 256};

  /** Of the growth a - 1 at the saddle itself, the share that must be left on the ball. */
  private static final double GROWTH_LEFT = 0.01;

  /** Smallest radius, as a multiple of the width of the enclosure of the saddle. */
  private static final double LEAST = 4;

  private final LiftedMap map;
  private final LinearMethod method;
  private final Thoroughness thoroughness;

  /**
   * Prepares the search.
   *
   * @param gradient the first and second derivatives of f
   * @param method the method
   */
  public SaddleSearch(IntervalExtension gradient, LinearMethod method) {
    this(gradient, method, Thoroughness.FULL);
  }

  /**
   * Prepares the search.
   *
   * @param gradient the first and second derivatives of f
   * @param method the method
   * @param thoroughness how large the balls shall be
   */
  public SaddleSearch(IntervalExtension gradient, LinearMethod method, Thoroughness thoroughness) {
    map = LiftedMap.of(gradient, method);
    this.method = method;
    this.thoroughness = thoroughness;
  }

  /**
   * Returns the cones that are found, those with larger balls first.
   *
   * @param saddle a box that contains a critical point, small
   * @return none if no cone can be proven: the point is no strict saddle, or the linearization
   *     cannot be diagonalised well enough
   */
  public List<SaddleCone> at(IntervalVector saddle) {
    Optional<SymmetricEigen> hessian = PointHessian.of(map.gradient(), saddle);
    Optional<InvariantSplitting> splitting =
        hessian.flatMap(h -> InvariantSplitting.of(method.linearization().orElseThrow(), h));
    List<SaddleCone> cones = new ArrayList<>();
    if (splitting.isPresent()) {
      LinearCoordinates.of(splitting.get().transform())
          .map(coordinates -> MapInCoordinates.of(map, coordinates))
          .ifPresent(local -> addCones(saddle, local, splitting.get(), cones));
    }
    return List.copyOf(cones);
  }

  private void addCones(
      IntervalVector saddle,
      MapInCoordinates local,
      InvariantSplitting splitting,
      List<SaddleCone> cones) {
    IntervalMatrix rotation = IntervalMatrix.point(splitting.rotation());
    double start = Math.max(1, PointHessian.magnitude(saddle));
    double least = Math.max(0x1p-40 * start, LEAST * saddle.width());
    for (double opening : OPENINGS) {
      ConeCondition condition = ConeCondition.at(saddle, local, rotation, opening);
      double growth = 1 + GROWTH_LEFT * (condition.growth(saddle) - 1);
      if (!(growth > 1)) {
        return;
      }
      OptionalDouble radius =
          RadiusSearch.largest(
              r -> isProven(condition, saddle, r, growth), start, least, thoroughness.resolution());
      if (radius.isEmpty()) {
        return;
      }
      // A narrower cone with a ball no larger says nothing more.
      start = radius.getAsDouble();
      cones.removeIf(narrower -> narrower.radius() <= radius.getAsDouble());
      cones.add(
          new SaddleCone(
              saddle,
              map.resting(saddle),
              local.coordinates(),
              rotation,
              opening,
              radius.getAsDouble(),
              growth,
              map));
    }
  }

  /** Tells whether both inequalities hold on a ball, which is the whole proof. */
  private boolean isProven(
      ConeCondition condition, IntervalVector saddle, double radius, double growth) {
    return condition
        .local()
        .positions(saddle, radius)
        .isProven(part -> condition.holds(part, growth), thoroughness.parts(map.dimension()));
  }

  /**
   * Makes a cone of somebody's numbers, which nothing is proven of before {@link #verifies}.
   *
   * @param saddle contains the critical point
   * @param transform the matrix T of the coordinates, finite; not modified
   * @param rotation the matrix Q, finite and square; not modified
   * @param opening k
   * @param radius r
   * @param growth a
   * @return nothing if T or Q is of a wrong size, or if T cannot be inverted with certainty
   */
  public Optional<SaddleCone> claimed(
      IntervalVector saddle,
      double[][] transform,
      double[][] rotation,
      double opening,
      double radius,
      double growth) {
    IntervalVector rest = map.resting(saddle);
    if (transform.length != rest.dimension()
        || rotation.length == 0
        || rotation.length > transform.length) {
      return Optional.empty();
    }
    return LinearCoordinates.of(transform)
        .map(
            coordinates ->
                new SaddleCone(
                    saddle,
                    rest,
                    coordinates,
                    IntervalMatrix.point(rotation),
                    opening,
                    radius,
                    growth,
                    map));
  }

  /** Re-checks the proof of a cone of this method on this function, from its numbers alone. */
  public boolean verifies(SaddleCone cone) {
    return cone.growth() > 1
        && cone.opening() > 0
        && cone.restingState().contains(map.resting(cone.saddle()))
        && cone.coordinates()
            .recomputed()
            .map(fresh -> MapInCoordinates.of(map, fresh))
            .map(local -> ConeCondition.at(cone.saddle(), local, cone.rotation(), cone.opening()))
            .filter(condition -> isProven(condition, cone.saddle(), cone.radius(), cone.growth()))
            .isPresent();
  }
}
