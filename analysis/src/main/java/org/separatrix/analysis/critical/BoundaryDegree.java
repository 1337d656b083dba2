package org.separatrix.analysis.critical;

import java.util.Arrays;
import java.util.OptionalInt;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.critical.Gradients;

/**
 * The degree of grad f on the boundary of a box in one or two dimensions.
 *
 * <p>In one dimension it is (sign f'(b) - sign f'(a)) / 2, in two the number of turns of the
 * gradient along the boundary, counterclockwise. It equals the sum of the indices of the critical
 * points inside (Milnor, Topology from the Differentiable Viewpoint, 1965, section 6).
 *
 * <p>A piece of the boundary of length h with gradients g and g' at its ends is accepted if L h / 2
 * is below |g| and |g'|: then the gradient stays in the half-planes about g and about g' on either
 * half, and the angle between g and g' is the one it turned by. Other pieces are halved. If L is a
 * bound, no turn can be missed.
 */
final class BoundaryDegree {
  /** Shortest piece, relative to the diagonal: where halving ends, the gradient has a zero. */
  private static final double SHORTEST = 1e-9;

  private static final int MOST_EVALUATIONS = 4_000_000;
  private static final int PIECES = 16;

  private final Objective objective;
  private final double lipschitz;
  private final double shortest;
  private int evaluations;
  private boolean failed;
  private double[] failure = {};

  private BoundaryDegree(Objective objective, Box box, double lipschitz) {
    this.objective = objective;
    this.lipschitz = lipschitz;
    shortest = SHORTEST * box.diameter();
  }

  /**
   * What came out.
   *
   * @param degree the degree; empty if the gradient vanishes on the boundary or nearly so
   * @param where where it does, or nothing
   * @param evaluations number of gradients evaluated
   */
  record Outcome(OptionalInt degree, double[] where, int evaluations) {}

  /**
   * Computes the degree.
   *
   * @param objective of dimension 1 or 2
   * @param box the box
   * @param lipschitz bound on L
   */
  static Outcome of(Objective objective, Box box, double lipschitz) {
    BoundaryDegree degree = new BoundaryDegree(objective, box, lipschitz);
    return box.dimension() == 1 ? degree.onInterval(box) : degree.onRectangle(box);
  }

  private Outcome onInterval(Box box) {
    double low = gradient(box.low())[0];
    double high = gradient(box.high())[0];
    if (low == 0 || high == 0) {
      return new Outcome(OptionalInt.empty(), low == 0 ? box.low() : box.high(), evaluations);
    }
    return new Outcome(
        OptionalInt.of((int) ((Math.signum(high) - Math.signum(low)) / 2)),
        new double[0],
        evaluations);
  }

  private Outcome onRectangle(Box box) {
    double[] low = box.low();
    double[] high = box.high();
    double[][] corners = {
      {low[0], low[1]}, {high[0], low[1]}, {high[0], high[1]}, {low[0], high[1]}, {low[0], low[1]}
    };
    double angle = 0;
    for (int side = 0; side < 4 && !failed; side++) {
      double[] p = corners[side];
      double[] g = gradient(p);
      for (int i = 1; i <= PIECES && !failed; i++) {
        double[] q = between(corners[side], corners[side + 1], (double) i / PIECES);
        double[] next = gradient(q);
        angle += turn(p, g, q, next);
        p = q;
        g = next;
      }
    }
    return failed
        ? new Outcome(OptionalInt.empty(), failure, evaluations)
        : new Outcome(
            OptionalInt.of((int) Math.rint(angle / (2 * Math.PI))), new double[0], evaluations);
  }

  /** Returns the angle by which the gradient turns from p to q. */
  private double turn(double[] p, double[] atP, double[] q, double[] atQ) {
    if (failed) {
      return 0;
    }
    double length = Math.hypot(q[0] - p[0], q[1] - p[1]);
    double reach = lipschitz * length / 2;
    if (Math.hypot(atP[0], atP[1]) > reach && Math.hypot(atQ[0], atQ[1]) > reach) {
      return angle(unit(atP), unit(atQ));
    }
    double[] middle = between(p, q, 0.5);
    if (length < shortest || evaluations > MOST_EVALUATIONS) {
      failed = true;
      failure = middle;
      return 0;
    }
    double[] atMiddle = gradient(middle);
    return turn(p, atP, middle, atMiddle) + turn(middle, atMiddle, q, atQ);
  }

  private static double angle(double[] p, double[] q) {
    return Math.atan2(p[0] * q[1] - p[1] * q[0], Math.fma(p[0], q[0], p[1] * q[1]));
  }

  /** Products of components of very large or small gradients would overflow or vanish. */
  private static double[] unit(double[] vector) {
    double length = Math.hypot(vector[0], vector[1]);
    return new double[] {vector[0] / length, vector[1] / length};
  }

  /** Returns the gradient at a point; one that is not finite counts as zero. */
  private double[] gradient(double[] x) {
    evaluations++;
    double[] gradient = Gradients.at(objective, x);
    return Arrays.stream(gradient).allMatch(Double::isFinite) ? gradient : new double[x.length];
  }

  private static double[] between(double[] p, double[] q, double fraction) {
    return new double[] {
      (1 - fraction) * p[0] + fraction * q[0], (1 - fraction) * p[1] + fraction * q[1]
    };
  }
}
