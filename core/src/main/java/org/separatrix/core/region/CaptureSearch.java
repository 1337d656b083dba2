package org.separatrix.core.region;

import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.linalg.SymmetricEigen;
import org.separatrix.core.rounding.GradientRounding;

/**
 * Looks for the largest {@link CaptureBall} of a method around a minimum that can be proven.
 *
 * <p>How the norm is chosen and the radius found is numerical and without consequence; what is
 * returned is proven.
 */
public final class CaptureSearch {
  /** Of the contraction 1 - q at the minimum itself, the share that must be left on the ball. */
  private static final double CONTRACTION_LEFT = 0.01;

  /** Smallest radius, as a multiple of the width of the enclosure of the minimum. */
  private static final double LEAST = 4;

  /** How much larger the ball in another norm must be for that to be tried. */
  private static final double LEAST_GAIN = 1.01;

  private final LiftedMap map;
  private final LinearMethod method;
  private final Optional<GradientRounding> rounding;
  private final Thoroughness thoroughness;

  /**
   * Prepares the search.
   *
   * @param gradient the first and second derivatives of f
   * @param method the method
   * @param rounding bounds the errors of the computed gradient; nothing if they are not known, so
   *     that balls speak of exact iterations alone
   */
  public CaptureSearch(
      IntervalExtension gradient, LinearMethod method, Optional<GradientRounding> rounding) {
    this(gradient, method, rounding, Thoroughness.FULL);
  }

  /**
   * Prepares the search.
   *
   * @param gradient the first and second derivatives of f
   * @param method the method
   * @param rounding bounds the errors of the computed gradient; nothing if they are not known
   * @param thoroughness how large the balls shall be
   */
  public CaptureSearch(
      IntervalExtension gradient,
      LinearMethod method,
      Optional<GradientRounding> rounding,
      Thoroughness thoroughness) {
    map = LiftedMap.of(gradient, method);
    this.method = method;
    this.rounding = rounding;
    this.thoroughness = thoroughness;
  }

  /**
   * Returns the largest ball that is found.
   *
   * @param minimum a box that contains a critical point, small
   * @return nothing if no ball can be proven: the point is no minimum, degenerate, or the method
   *     does not contract there
   */
  public Optional<CaptureBall> around(IntervalVector minimum) {
    Optional<SymmetricEigen> hessian = PointHessian.of(map.gradient(), minimum);
    if (hessian.isEmpty()) {
      return Optional.empty();
    }
    double gain = Math.max(LEAST_GAIN, thoroughness.resolution());
    Optional<CaptureBall> best = Optional.empty();
    for (LinearCoordinates coordinates : ContractionNorms.of(method, hessian.get())) {
      double atLeast = best.map(ball -> ball.radius() * gain).orElse(0.0);
      Optional<CaptureBall> ball = around(minimum, MapInCoordinates.of(map, coordinates), atLeast);
      best = ball.isPresent() ? ball : best;
    }
    return best;
  }

  /** Returns a ball of some radius at least, if there is one. */
  private Optional<CaptureBall> around(
      IntervalVector minimum, MapInCoordinates local, double atLeast) {
    double atMinimum = OperatorNorm.upper(local.over(minimum));
    double target = 1 - CONTRACTION_LEFT * (1 - atMinimum);
    if (!(target < 1) || (atLeast > 0 && !contracts(local, minimum, atLeast, target))) {
      return Optional.empty();
    }
    double scale = Math.max(1, PointHessian.magnitude(minimum));
    double least = Math.max(0x1p-40 * scale, LEAST * minimum.width());
    OptionalDouble contracting =
        RadiusSearch.largest(
            r -> contracts(local, minimum, r, target), scale, least, thoroughness.resolution());
    if (contracting.isEmpty()) {
      return Optional.empty();
    }
    double inner = contracting.getAsDouble();
    double radius = map.isGradientDescent() ? closer(local, minimum, inner, target) : inner;
    IntervalVector rest = map.resting(minimum);
    double error = stepError(local, rest, radius);
    return Optional.of(
        new CaptureBall(minimum, rest, local.coordinates(), radius, inner, target, error));
  }

  /** Returns the largest radius found at which gradient descent still comes closer. */
  private double closer(
      MapInCoordinates local, IntervalVector minimum, double inner, double target) {
    OptionalDouble found =
        RadiusSearch.largest(
            r -> r <= inner || comesCloser(local, minimum, r, inner, target),
            2 * inner,
            inner,
            thoroughness.resolution());
    return Math.max(inner, found.orElse(inner));
  }

  /** Tells whether |M| is at most a target on a ball. */
  private boolean contracts(
      MapInCoordinates local, IntervalVector minimum, double radius, double target) {
    return local
        .positions(minimum, radius)
        .isProven(
            part -> OperatorNorm.upper(local.over(part), target) <= target,
            thoroughness.parts(map.dimension()));
  }

  /** Tells whether gradient descent comes closer by a factor on a ball, outside of another one. */
  private boolean comesCloser(
      MapInCoordinates local, IntervalVector minimum, double radius, double inner, double target) {
    RadialDecrease decrease = new RadialDecrease(local.map(), minimum, inner, target);
    return local
        .positions(minimum, radius)
        .isProven(decrease::holds, thoroughness.parts(map.dimension()));
  }

  /**
   * Re-checks the proof of a ball of this method on this function from its numbers alone, apart
   * from its step error.
   */
  public boolean verifies(CaptureBall ball) {
    LinearCoordinates given = ball.coordinates();
    boolean consistent =
        ball.contraction() < 1
            && ball.restingState().contains(map.resting(ball.minimum()))
            && (ball.inner() >= ball.radius() || isCartesianDescent(given));
    return consistent
        && given
            .recomputed()
            .map(fresh -> MapInCoordinates.of(map, fresh))
            .filter(local -> verifies(ball, local))
            .isPresent();
  }

  /**
   * Makes a ball of somebody's numbers, which nothing is proven of before {@link #verifies}.
   *
   * @param minimum contains the critical point
   * @param transform the matrix T of the coordinates, finite; not modified
   * @param radius r
   * @param inner radius of the inner ball
   * @param contraction q
   * @return the ball with the step error that its numbers imply, or nothing if T is of another size
   *     or cannot be inverted with certainty
   */
  public Optional<CaptureBall> claimed(
      IntervalVector minimum,
      double[][] transform,
      double radius,
      double inner,
      double contraction) {
    IntervalVector rest = map.resting(minimum);
    if (transform.length != rest.dimension()) {
      return Optional.empty();
    }
    return LinearCoordinates.of(transform)
        .map(
            coordinates ->
                new CaptureBall(
                    minimum,
                    rest,
                    coordinates,
                    radius,
                    inner,
                    contraction,
                    stepError(MapInCoordinates.of(map, coordinates), rest, radius)));
  }

  private double stepError(MapInCoordinates local, IntervalVector rest, double radius) {
    return rounding
        .map(bound -> BallRounding.bound(local, bound, rest, radius))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private boolean verifies(CaptureBall ball, MapInCoordinates local) {
    double inner = Math.min(ball.inner(), ball.radius());
    IntervalVector minimum = ball.minimum();
    return contracts(local, minimum, inner, ball.contraction())
        && (inner == ball.radius()
            || comesCloser(local, minimum, ball.radius(), inner, ball.contraction()));
  }

  private boolean isCartesianDescent(LinearCoordinates given) {
    return map.isGradientDescent()
        && given.transform().equals(IntervalMatrix.identity(map.dimension()));
  }
}
