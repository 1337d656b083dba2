package org.separatrix.core.manifold;

import java.util.Optional;
import org.separatrix.core.manifold.UnstableCoordinate.Level;
import org.separatrix.core.task.Interruption;

/**
 * Grows the curve in which the global stable manifold of a saddle cuts a section of states of one
 * dimension more than there are unstable directions, such as a plane for a saddle with one: all of
 * W^s for gradient descent in the plane, its trace on x_(-1) = x_0 for a method with memory.
 *
 * <p>The global manifold is the set of states that the map takes to the local one in some number of
 * steps. The curve is followed as the zeros of the {@linkplain UnstableCoordinate unstable
 * coordinates} after those steps, by a predictor along the tangent and Newton's method across it
 * (Allgower and Georg, Introduction to Numerical Continuation Methods, SIAM 2003, chapter 6). It
 * passes through the folds of the map, beyond which its inverse has no value; they are listed in
 * the result.
 *
 * <p>The set may consist of several curves. Each is grown from a seed of its own: the saddle, one
 * of its preimages (see {@link InverseMap#search}), or a point between two starts with different
 * limits, found by bisection.
 */
public final class StableCurveGrowth {
  private static final int NEWTON_STEPS = 8;
  private static final double ROUNDING = 1e-14;

  private final UnstableCoordinate level;
  private final GrowthLimits limits;

  /**
   * Prepares the growth.
   *
   * @param manifold a local stable manifold
   * @param section of one dimension more than its codimension
   * @param limits how finely and how far; the box is one of the section's coordinates
   * @throws IllegalArgumentException if the codimension is another, or rounding exceeds the
   *     tolerance of the series
   */
  public StableCurveGrowth(LocalManifold manifold, StartSection section, GrowthLimits limits) {
    // Beyond it lies nothing that the section's box would show, and linear manifolds have no limit.
    this(
        ManifoldCoordinates.measured(
            manifold, Math.min(manifold.preciseRadius(), limits.box().diameter())),
        section,
        limits);
  }

  /** Prepares the growth from coordinates around a local stable manifold. */
  StableCurveGrowth(ManifoldCoordinates coordinates, StartSection section, GrowthLimits limits) {
    limits.checkBox(
        section.size(), section.size() == 2 ? "coordinates in the plane" : "coordinates of states");
    this.limits = limits;
    level = new UnstableCoordinate(coordinates, section, limits.iterations());
  }

  /**
   * Grows the curve in both directions from a point near it.
   *
   * @param seed coordinates in the section, such as those of the saddle
   * @return the curve, or nothing if there is none within the largest spacing from the seed
   */
  public Optional<ManifoldCurve> from(double... seed) {
    return start(seed)
        .map(
            first -> {
              CurveBranch forward = branch(first, first.tangent());
              if (forward.end() == CurveEnd.CLOSED) {
                return forward.curve(CurveEnd.CLOSED);
              }
              return forward.after(branch(first, Vectors.scaled(-1, first.tangent())));
            });
  }

  /** Grows the curve to one side, that of a direction. */
  Optional<ManifoldCurve> from(double[] seed, double[] direction) {
    return start(seed)
        .map(first -> branch(first, first.tangentAlong(direction)).curve(CurveEnd.ARC_LENGTH));
  }

  private Optional<OnCurve> start(double[] seed) {
    return corrected(seed).filter(found -> Vectors.distance(found.point, seed) <= limits.spacing());
  }

  private CurveBranch branch(OnCurve first, double[] direction) {
    CurveBranch branch = new CurveBranch();
    add(branch, first);
    OnCurve current = first;
    double[] tangent = direction;
    double[] bend = new double[direction.length];
    double step = limits.spacing() / 8;
    while (branch.size() < limits.points()) {
      Interruption.check();
      double rest = limits.arcLength() - branch.length();
      if (rest < limits.shortest()) {
        branch.end(CurveEnd.ARC_LENGTH);
        return branch;
      }
      step = Math.min(step, rest);
      Optional<OnCurve> next = next(current, tangent, bend, step);
      if (next.isEmpty()) {
        step /= 2;
        if (step < limits.shortest()) {
          branch.end(CurveEnd.SHORTEST_SPACING);
          return branch;
        }
        continue;
      }
      double[] turned = next.get().tangentAlong(tangent);
      double angle = Vectors.distance(turned, tangent);
      double distance = Vectors.distance(next.get().point, current.point);
      bend = Vectors.scaled(1 / distance, Vectors.sum(turned, -1, tangent));
      current = next.get();
      tangent = turned;
      add(branch, current);
      if (isBackAt(first, direction, current, tangent, branch, step)) {
        add(branch, first);
        branch.end(CurveEnd.CLOSED);
        return branch;
      }
      if (!limits.box().contains(current.point)) {
        branch.end(CurveEnd.LEFT_BOX);
        return branch;
      }
      step = angle < limits.angle() / 3 ? Math.min(limits.spacing(), 1.6 * step) : step;
    }
    return branch;
  }

  private void add(CurveBranch branch, OnCurve point) {
    double residual =
        level.afterOneMoreStep(point.level).map(Level::distance).orElse(Double.POSITIVE_INFINITY);
    branch.add(point.point, residual, point.level.iterations(), level.orientation(point.point));
  }

  private Optional<OnCurve> next(OnCurve current, double[] tangent, double[] bend, double step) {
    double[] predicted = Vectors.sum(current.point, step, tangent);
    Vectors.add(predicted, step * step / 2, bend);
    return corrected(predicted)
        .filter(next -> Vectors.distance(next.point, predicted) <= step / 3)
        .filter(next -> turn(tangent, next.tangentAlong(tangent)) <= limits.angle())
        .filter(next -> Vectors.distance(next.point, current.point) >= step / 2);
  }

  private static double turn(double[] from, double[] to) {
    // Of unit vectors, from their chord: precise for small angles.
    return 2 * Math.asin(Math.min(1, Vectors.distance(from, to) / 2));
  }

  private boolean isBackAt(
      OnCurve first,
      double[] direction,
      OnCurve current,
      double[] tangent,
      CurveBranch branch,
      double step) {
    double[] gap = Vectors.sum(first.point, -1, current.point);
    return branch.length() > 4 * step
        && Vectors.norm(gap) <= step
        && Vectors.dot(gap, tangent) >= 0
        && turn(direction, tangent) <= 2 * limits.angle();
  }

  private Optional<OnCurve> corrected(double[] guess) {
    double[] u = guess.clone();
    double previous = Double.POSITIVE_INFINITY;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      Optional<Level> there = level.at(u);
      if (there.isEmpty()) {
        return Optional.empty();
      }
      double[] correction = there.get().correction();
      double size = Vectors.norm(correction);
      boolean small = size <= ROUNDING * (limits.spacing() + Vectors.norm(u));
      if (small || (size >= previous && size <= 1e-3 * limits.shortest())) {
        return Optional.of(new OnCurve(u, there.get()));
      }
      if (!(size < previous)) {
        return Optional.empty();
      }
      previous = size;
      u = Vectors.sum(u, 1, correction);
    }
    return Optional.empty();
  }

  /** A point on the curve. */
  private record OnCurve(double[] point, Level level) {
    double[] tangent() {
      return level.tangent();
    }

    double[] tangentAlong(double[] direction) {
      double[] tangent = tangent();
      return Vectors.dot(tangent, direction) < 0 ? Vectors.scaled(-1, tangent) : tangent;
    }
  }
}
