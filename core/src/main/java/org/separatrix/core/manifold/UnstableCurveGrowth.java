package org.separatrix.core.manifold;

import org.separatrix.core.task.Interruption;

/**
 * Grows the global unstable manifold of a saddle with one unstable direction, in the space of
 * states of any dimension, by iterating a fundamental domain of the local one.
 *
 * <p>A branch is the curve sigma -> F^(q k)(K(a rho^(sigma - k))), k = floor(sigma), where a to rho
 * a is the domain, and q = 1, or 2 if the multiplier is negative and F exchanges the branches. Each
 * point is thus computed from the local manifold anew, with sigma chosen such that distances and
 * angles keep within the limits (Hobson, J. Comput. Phys. 104, 1993).
 */
public final class UnstableCurveGrowth {
  private final LocalManifold manifold;
  private final MethodMap map;
  private final GrowthLimits limits;
  private final int power;
  private final double start;

  /**
   * Prepares the growth.
   *
   * @param manifold a local unstable manifold of dimension one
   * @param limits how finely and how far; distances are those of states, the box one of positions
   * @throws IllegalArgumentException if the dimension is not one, or rounding exceeds the tolerance
   *     of the series
   */
  public UnstableCurveGrowth(LocalManifold manifold, GrowthLimits limits) {
    if (manifold.dimension() != 1 || !(manifold.multipliers().get(0).modulus() > 1)) {
      throw new IllegalArgumentException(
          "the manifold is no unstable curve: its multipliers are " + manifold.multipliers());
    }
    limits.checkBox(manifold.map().dimension(), "coordinates of positions");
    this.manifold = manifold;
    this.limits = limits;
    map = manifold.map();
    double multiplier = manifold.multipliers().get(0).re();
    power = multiplier > 0 ? 1 : 2;
    double radius = Math.min(manifold.preciseRadius(), limits.box().diameter());
    start = radius / Math.pow(Math.abs(multiplier), power);
  }

  /** Grows both branches, joined at the saddle. The points are states. */
  public ManifoldCurve grow() {
    return branch(1).after(branch(-1));
  }

  private CurveBranch branch(int side) {
    CurveBranch branch = new CurveBranch();
    double a = side * start;
    double ratio = image(a) / a;
    branch.add(manifold.fixedPoint(), 0, 0, 0);
    double sigma = Math.log(Math.min(1, limits.spacing() / 2 / start)) / Math.log(ratio);
    double step = 0.1;
    double[] previous = manifold.fixedPoint();
    add(branch, a, ratio, sigma, point(a, ratio, sigma, 0));
    while (branch.size() < limits.points()) {
      Interruption.check();
      double[] last = branch.last();
      double[] next = point(a, ratio, sigma + step, 0);
      double distance = Vectors.distance(last, next);
      double angle = angle(previous, last, next);
      if (!(distance <= limits.spacing() && angle <= limits.angle())) {
        step /= 2;
        if (distance < limits.shortest() || step < 1e-14 * Math.max(1, Math.abs(sigma))) {
          branch.end(CurveEnd.SHORTEST_SPACING);
          return branch;
        }
        continue;
      }
      sigma += step;
      previous = last;
      add(branch, a, ratio, sigma, next);
      double move = Vectors.distance(next, moved(next, 1));
      if (ends(branch, sigma, move)) {
        return branch;
      }
      boolean easy = distance < limits.spacing() / 2 && angle < limits.angle() / 2;
      // Where the map moves points by little, many of its steps make one along the curve.
      double longest = Math.max(1, limits.spacing() / (4 * move));
      step = easy ? Math.min(longest, 1.5 * step) : step;
    }
    return branch;
  }

  private boolean ends(CurveBranch branch, double sigma, double move) {
    if (!limits.box().contains(map.position(branch.last()))) {
      branch.end(CurveEnd.LEFT_BOX);
    } else if (branch.length() >= limits.arcLength()) {
      branch.end(CurveEnd.ARC_LENGTH);
    } else if (Math.max(0, Math.floor(sigma)) * power >= limits.iterations()
        || move <= limits.shortest()) {
      branch.end(CurveEnd.LIMIT_POINT);
    } else {
      return false;
    }
    return true;
  }

  private void add(CurveBranch branch, double a, double ratio, double sigma, double[] point) {
    double residual = Vectors.distance(point, point(a, ratio, sigma, 1));
    branch.add(point, residual, power * (int) Math.max(0, Math.floor(sigma)), 0);
  }

  private double[] moved(double[] point, int powers) {
    double[] state = point;
    for (int i = 0; i < power * powers; i++) {
      state = map.apply(state);
    }
    return state;
  }

  /** Returns a point of a branch, from a domain that lies deeper by some powers of the map. */
  private double[] point(double a, double ratio, double sigma, int deeper) {
    int k = (int) Math.max(0, Math.floor(sigma));
    double s = a * Math.pow(ratio, sigma - k);
    if (deeper > 0) {
      s /= ratio;
    }
    return moved(manifold.evaluate(s), k + deeper);
  }

  private double image(double s) {
    double[] image = {s};
    for (int i = 0; i < power; i++) {
      image = manifold.conjugate().evaluate(image);
    }
    return image[0];
  }

  private double angle(double[] before, double[] at, double[] after) {
    double[] first = Vectors.sum(at, -1, before);
    double[] second = Vectors.sum(after, -1, at);
    double norms = Vectors.norm(first) * Vectors.norm(second);
    // Directions of differences that are rounding mean nothing.
    if (Math.min(Vectors.norm(first), Vectors.norm(second)) < limits.shortest()) {
      return 0;
    }
    return Math.acos(Math.max(-1, Math.min(1, Vectors.dot(first, second) / norms)));
  }
}
