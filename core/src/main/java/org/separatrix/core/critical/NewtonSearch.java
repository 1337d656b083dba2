package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.separatrix.core.linalg.SymmetricEigen;
import org.separatrix.core.task.TaskPool;

/**
 * Newton's method on grad f = 0 with Levenberg-Marquardt damping, which finds critical points of
 * any kind.
 *
 * <p>In the Hessian's eigenbasis the step is p_j = -lambda_j g_j / (lambda_j^2 + mu), with mu =
 * kappa |g|^2 (Fan and Yuan, Computing 74, 2005), and kappa follows the ratio of the actual to the
 * predicted decrease of |g|^2. Convergence is quadratic where the Hessian is regular, and also to
 * sets of critical points on which |g| grows linearly with the distance; at other singular Hessians
 * it is linear. The iteration goes on until rounding stops it. A stationary point of |g|^2 with H g
 * = 0 but g not 0 is no critical point, and is rejected. So is a point where f is not a finite
 * number, although a formula such as log(-1 - x^2) has a finite gradient there.
 */
final class NewtonSearch {
  private static final int MAX_ITERATIONS = 300;

  /**
   * In high dimension it gives up earlier, once its eigenproblems took about so many operations, a
   * few tens of seconds, but not before so many steps.
   */
  private static final long MOST_WORK = 20_000_000_000L;

  private static final int FEWEST_ITERATIONS = 12;

  private static final int MAX_REJECTIONS = 60;

  /** A gradient within this multiple of its rounding level counts as zero. */
  private static final double ACCEPTED_LEVELS = 64;

  private static final double SUFFICIENT = 1e-4;

  /** Of so much work more or less nobody takes notice. */
  private static final long LITTLE_WORK = MOST_WORK / 10;

  private static final int MOST_TOGETHER = 256;

  private final PointFunction function;
  private final TaskPool pool;
  private long work;

  /** Searches on the calling thread. */
  NewtonSearch(PointFunction function) {
    this(function, TaskPool.sequential());
  }

  /**
   * Searches on several threads.
   *
   * @param function the objective
   * @param pool does searches that were begun together
   */
  NewtonSearch(PointFunction function, TaskPool pool) {
    this.function = function;
    this.pool = pool;
  }

  /** Tells whether so much was done already that no further search should be begun. */
  boolean isSpent() {
    return work > MOST_WORK;
  }

  /** Returns up to which norm a gradient counts as zero at a point, whatever its noise. */
  static double zeroLevel(PointFunction function, SymmetricEigen eigen, double[] x) {
    return ACCEPTED_LEVELS * Rounding.EPSILON * eigen.spectralNorm() * function.scale(x);
  }

  /** Returns how many searches may be begun together: in high dimension one takes long. */
  int together() {
    long d = function.dimension();
    return (int)
        Math.max(1, Math.min(LITTLE_WORK / (FEWEST_ITERATIONS * d * d * d), MOST_TOGETHER));
  }

  /**
   * Searches from a point.
   *
   * @param start the point, length d; not modified
   * @return empty if no critical point was reached
   */
  Optional<RefinedPoint> from(double[] start) {
    Search done = search(start);
    work += done.work();
    return done.reached();
  }

  /**
   * Searches from points, {@link #together} at a time, which do not know what the others cost.
   *
   * @param starts the points, each of length d; not modified
   * @return the critical points that were reached, in the order of the starts
   */
  List<RefinedPoint> from(List<double[]> starts) {
    List<RefinedPoint> reached = new ArrayList<>();
    for (int begun = 0; begun < starts.size(); begun += together()) {
      List<double[]> some = starts.subList(begun, Math.min(begun + together(), starts.size()));
      List<Supplier<Search>> searches =
          some.stream().<Supplier<Search>>map(start -> () -> search(start)).toList();
      for (Search search : pool.all(searches)) {
        work += search.work();
        search.reached().ifPresent(reached::add);
      }
    }
    return reached;
  }

  /** Where a search ended, and what it cost. */
  private record Search(Optional<RefinedPoint> reached, long work) {}

  private Search search(double[] start) {
    Iteration iteration = new Iteration(start);
    while (iteration.improve()) {
      int most = work + iteration.work > MOST_WORK ? FEWEST_ITERATIONS : MAX_ITERATIONS;
      if (iteration.count > most) {
        break;
      }
    }
    return new Search(iteration.result(), iteration.work);
  }

  /** The Hessian at a point, and its eigenvalues and eigenvectors. */
  private record Curvature(double[][] hessian, SymmetricEigen eigen) {
    /** Returns it; empty if the Hessian is not finite. */
    static Optional<Curvature> at(PointFunction function, double[] x) {
      double[][] hessian = function.hessian(x);
      return PointFunction.isFinite(hessian)
          ? Optional.of(new Curvature(hessian, SymmetricEigen.of(hessian)))
          : Optional.empty();
    }
  }

  private final class Iteration {
    private double[] x;
    private double[] gradient;
    private double norm;
    private double kappa;
    private Optional<Curvature> curvature = Optional.empty();
    private int count;
    private long work;

    Iteration(double[] start) {
      x = start.clone();
      gradient = function.gradient(x);
      norm = PointFunction.norm(gradient);
      double scale = function.scale(x);
      kappa = 1 / (scale * scale);
    }

    /** Takes one step that makes |g| smaller, if there is one. */
    boolean improve() {
      function.checkCancelled();
      if (norm == 0 || !Double.isFinite(norm)) {
        return false;
      }
      curvature = Curvature.at(function, x);
      if (curvature.isEmpty()) {
        norm = Double.NaN;
        return false;
      }
      SymmetricEigen eigen = curvature.get().eigen();
      work += eigen.work();
      double[] c = eigen.coefficients(gradient);
      double floor = zeroLevel(function, eigen, x);
      for (int rejections = 0; rejections < MAX_REJECTIONS; rejections++) {
        double[] step = step(eigen, c);
        double[] trial = x.clone();
        for (int k = 0; k < trial.length; k++) {
          trial[k] += step[k];
        }
        if (!(function.relativeDistance(x, trial) > Rounding.EPSILON / 4)) {
          return false;
        }
        double[] trialGradient = function.gradient(trial);
        double trialNorm = PointFunction.norm(trialGradient);
        double ratio = ratio(eigen, c, trialNorm);
        if (ratio > SUFFICIENT && trialNorm < norm) {
          x = trial;
          curvature = Optional.empty();
          gradient = trialGradient;
          norm = trialNorm;
          count++;
          if (ratio > 0.75) {
            kappa /= 8;
          } else if (ratio < 0.25) {
            kappa *= 4;
          }
          return true;
        }
        if (norm <= floor) {
          return false;
        }
        kappa = Math.max(8 * kappa, smallestUsefulDamping(eigen));
      }
      return false;
    }

    private double[] step(SymmetricEigen eigen, double[] c) {
      double mu = kappa * norm * norm;
      double[] p = new double[c.length];
      for (int j = 0; j < p.length; j++) {
        double lambda = eigen.value(j);
        p[j] = lambda == 0 ? 0 : -c[j] / (lambda + mu / lambda);
      }
      return eigen.combination(p);
    }

    /** Returns the actual over the predicted decrease of |g|^2, NaN if the step left the domain. */
    private double ratio(SymmetricEigen eigen, double[] c, double trialNorm) {
      double mu = kappa * norm * norm;
      double predicted = 0;
      for (int j = 0; j < c.length; j++) {
        double square = eigen.value(j) * eigen.value(j);
        double left = square == 0 ? 1 : mu / (square + mu);
        predicted += c[j] * c[j] * (1 - left * left);
      }
      return (norm - trialNorm) * (norm + trialNorm) / predicted;
    }

    /** Below this, damping changes no step by a tenth. */
    private double smallestUsefulDamping(SymmetricEigen eigen) {
      double smallest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < eigen.dimension(); j++) {
        double square = eigen.value(j) * eigen.value(j);
        smallest = square > 0 ? Math.min(smallest, square) : smallest;
      }
      return Double.isInfinite(smallest) ? 0 : 0.1 * smallest / (norm * norm);
    }

    Optional<RefinedPoint> result() {
      if (!Double.isFinite(norm) || !Double.isFinite(function.value(x))) {
        return Optional.empty();
      }
      return curvature
          .or(() -> Curvature.at(function, x))
          .map(at -> RefinedPoint.at(function, x, at.hessian(), at.eigen()))
          .filter(this::isCritical)
          .map(new RoundCoordinates(function)::polish);
    }

    private boolean isCritical(RefinedPoint point) {
      double level =
          point.noise() + Rounding.EPSILON * point.eigen().spectralNorm() * function.scale(x);
      return norm <= ACCEPTED_LEVELS * level;
    }
  }
}
