package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * An estimate of the Lipschitz constant of the gradient on a box, L = max |H(x)|, from below: the
 * largest spectral norm of the Hessian over the centre, corners and evenly spread points, improved
 * by a compass search from the best of them.
 *
 * <p>Above {@value #LARGEST_DENSE} coordinates the norms come from {@link HessianNorm}, at fewer
 * points.
 *
 * <p>Where {@link GradientJumps} finds that the gradient jumps, so that there is no L, it is what
 * they show.
 *
 * <p>For a quadratic, and wherever the maximum is at a corner, it is exact up to rounding. In
 * general it is a lower bound, so it never certifies alpha < 1/L.
 */
public final class LipschitzEstimate {
  private static final int MOST_CORNERS = 256;
  private static final int REFINED = 4;

  /** Up to this dimension Hessians are formed. */
  private static final int LARGEST_DENSE = 200;

  private static final int FEW = 40;
  private static final int LINES = 4;

  /** A quotient of gradients so much larger than every Hessian tells of a jump. */
  private static final double JUMP = 2;

  private static final double FLAT = 1e-12;
  private static final double FINEST_STEP = 1e-6;

  private final PointFunction function;
  private final Box box;
  private final long seed;
  private int budget;

  private LipschitzEstimate(Objective objective, Box box, long seed) {
    function = new PointFunction(objective, box, () -> false);
    this.box = box;
    this.seed = seed;
    budget =
        dimension() > LARGEST_DENSE
            ? FEW
            : (int) Math.max(200, Math.min(4000, 400_000L / ((long) dimension() * dimension())));
  }

  /**
   * Estimates L on a box.
   *
   * @param objective the objective
   * @param box the box, of the same dimension
   * @param seed chooses the samples
   * @return empty if no sampled Hessian is finite, or all are zero
   */
  public static Optional<LipschitzBound> on(Objective objective, Box box, long seed) {
    double bound = new LipschitzEstimate(objective, box, seed).bound();
    return bound > 0 ? Optional.of(new LipschitzBound(bound, Status.ESTIMATED)) : Optional.empty();
  }

  private int dimension() {
    return function.dimension();
  }

  /** Where the gradient jumps, Hessians are too small by far, and only there. */
  private double bound() {
    double bound = maximum();
    if (dimension() > LARGEST_DENSE) {
      return bound;
    }
    LowDiscrepancy spread = new LowDiscrepancy(box, seed);
    double steepest =
        new GradientJumps(function, box)
            .steepest(IntStream.range(0, LINES).mapToObj(spread::point).toList());
    return steepest > JUMP * bound ? steepest : bound;
  }

  private double maximum() {
    List<Sample> samples = new ArrayList<>();
    for (double[] point : points()) {
      double norm = norm(point);
      if (norm >= 0) {
        samples.add(new Sample(point, norm));
      }
    }
    samples.sort(Comparator.comparingDouble(Sample::norm).reversed());
    if (samples.isEmpty()) {
      return 0;
    }
    double best = samples.get(0).norm();
    if (best - samples.get(samples.size() - 1).norm() <= FLAT * best) {
      return best;
    }
    for (Sample sample : samples.subList(0, Math.min(REFINED, samples.size()))) {
      best = Math.max(best, climb(sample));
    }
    return best;
  }

  private List<double[]> points() {
    int d = dimension();
    double[] low = box.low();
    double[] high = box.high();
    List<double[]> points = new ArrayList<>();
    double[] center = new double[d];
    for (int k = 0; k < d; k++) {
      center[k] = low[k] / 2 + high[k] / 2;
    }
    points.add(center);
    boolean all = d < 31 && 1 << d <= Math.min(MOST_CORNERS, budget / 4);
    int corners = all ? 1 << d : Math.min(MOST_CORNERS, budget / 4);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < corners; i++) {
      double[] corner = new double[d];
      for (int k = 0; k < d; k++) {
        boolean up = all ? (i >> k & 1) == 1 : random.nextBoolean();
        corner[k] = up ? high[k] : low[k];
      }
      points.add(corner);
    }
    LowDiscrepancy spread = new LowDiscrepancy(box, seed);
    for (int i = 0; i < budget / 4; i++) {
      points.add(spread.point(i));
    }
    return points;
  }

  /** Moves along the coordinate axes while that helps, in ever smaller steps. */
  private double climb(Sample from) {
    double[] low = box.low();
    double[] high = box.high();
    double[] x = from.point().clone();
    double best = from.norm();
    for (double step = 1.0 / 8; step > FINEST_STEP; ) {
      boolean improved = false;
      for (int k = 0; k < 2 * x.length && budget > 0; k++) {
        int i = k / 2;
        double old = x[i];
        double move = (k % 2 == 0 ? step : -step) * (high[i] - low[i]);
        x[i] = Math.max(low[i], Math.min(high[i], old + move));
        double norm = x[i] == old ? 0 : norm(x);
        if (norm > best) {
          best = norm;
          improved = true;
        } else {
          x[i] = old;
        }
      }
      if (!improved) {
        step /= 4;
      }
      if (budget <= 0) {
        break;
      }
    }
    return best;
  }

  /** Returns the spectral norm of the Hessian, NaN if it is not finite. */
  private double norm(double[] x) {
    budget--;
    if (dimension() > LARGEST_DENSE) {
      return new HessianNorm(function).at(x);
    }
    double[][] hessian = function.hessian(x);
    return PointFunction.isFinite(hessian) ? SymmetricEigen.of(hessian).spectralNorm() : Double.NaN;
  }

  private record Sample(double[] point, double norm) {}
}
