package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Landscape.KnownPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.task.TaskPool;

/**
 * Finds the critical points of an objective: Newton's method from samples of the domain, from the
 * points that the objective declares, and from any others.
 *
 * <p>Samples are taken until the chance that another one finds a new point is estimated below 1 in
 * 1000 (Good 1953: the share of points that were found once), or the limits of {@link Effort} are
 * reached. Points outside the domain are kept only if they were declared or asked for. The result
 * is a function of the problem and the seed, whatever the number of threads.
 *
 * <p>Every point found has the status "estimated", whether declared or not, since its coordinates
 * and eigenvalues come from floating-point arithmetic. Only a kind that arithmetic leaves undecided
 * is taken from the declaration, with the status "declared". Completeness is "estimated" if the
 * search came to its end, and "violated" if it kept finding new points or found a continuum, or if
 * the dimension or the number of points did not let it come to its end.
 */
public final class CriticalPointSearch {
  private static final double MISSING = 1e-3;

  /** How far outside, relative to its width, a point may lie and count as inside. */
  private static final double EDGE = 1e-9;

  /** How far Newton's method may move a declared point, relative to the length scale. */
  private static final double DECLARED_ACCURACY = 1e-2;

  /**
   * How long to search.
   *
   * @param fewestSamples taken in any case, at least 1
   * @param mostSamples never exceeded, at least {@code fewestSamples}
   * @param mostPoints the search ends when it has found more than these, at least 1
   */
  public record Effort(int fewestSamples, int mostSamples, int mostPoints) {
    /** Checks the numbers. */
    public Effort {
      if (fewestSamples < 1 || mostSamples < fewestSamples || mostPoints < 1) {
        throw new IllegalArgumentException(
            "an effort of %d to %d samples and %d points is none"
                .formatted(fewestSamples, mostSamples, mostPoints));
      }
    }

    /**
     * Returns the default: 256 samples to 32 times as many, fewer in high dimension, where each
     * takes of the order of d^3 operations.
     *
     * @param dimension number of coordinates d
     */
    public static Effort of(int dimension) {
      int fewest = (int) Math.max(16, Math.min(256, 40_000L / ((long) dimension * dimension)));
      // Runs end at other points than samples find, so most places are left to them.
      int most = Math.max(1, Math.min(1000, CriticalPointSearch.mostPoints(dimension) / 4));
      return new Effort(fewest, (dimension <= 16 ? 32 : 4) * fewest, most);
    }
  }

  /** Entries of Hessians and eigenvectors that a census keeps, each point's counted once. */
  private static final int MOST_ENTRIES = 16_000_000;

  /** Each point is compared with each other one whenever some are added. */
  private static final int MOST_POINTS = 4000;

  /** Above this, one eigenproblem takes minutes. */
  private static final int MOST_COORDINATES = 2000;

  private final Problem problem;
  private final Effort effort;
  private final long seed;
  private final PointFunction function;
  private final TaskPool pool;
  private final Optional<ProvenPoints> proven;

  /**
   * Creates a search with the default effort.
   *
   * @param problem the objective
   * @param seed shifts the samples
   */
  public CriticalPointSearch(Problem problem, long seed) {
    this(problem, seed, Effort.of(problem.dimension()));
  }

  /**
   * Creates a search with the default effort, whose function others go on to use.
   *
   * @param function the objective
   * @param seed shifts the samples
   * @param pool does the work
   * @param proven what is proven of the points, if anything
   */
  CriticalPointSearch(
      Problem problem,
      PointFunction function,
      long seed,
      TaskPool pool,
      Optional<ProvenPoints> proven) {
    this.problem = problem;
    this.seed = seed;
    this.effort = Effort.of(problem.dimension());
    this.function = function;
    this.pool = pool;
    this.proven = proven;
  }

  /**
   * Returns how many points a census may have: about half a gigabyte of Hessians and eigenvectors.
   *
   * @param dimension number of coordinates d
   * @return 0 above d = 2000, where even one eigenproblem takes minutes
   */
  public static int mostPoints(int dimension) {
    long entries = (long) dimension * dimension;
    return dimension > MOST_COORDINATES ? 0 : (int) Math.min(MOST_POINTS, MOST_ENTRIES / entries);
  }

  /**
   * Creates a search.
   *
   * @param problem the objective
   * @param seed shifts the samples
   * @param effort how long to search
   */
  public CriticalPointSearch(Problem problem, long seed, Effort effort) {
    this.problem = problem;
    this.seed = seed;
    this.effort = effort;
    function = new PointFunction(problem);
    pool = TaskPool.sequential();
    proven = Optional.empty();
  }

  /** Searches the domain and the declared points. */
  public Census search() {
    return search(List.of());
  }

  /**
   * Searches the domain, the declared points and the neighbourhoods of others.
   *
   * @param others further points to start Newton's method from, such as ends of runs, each of
   *     length d; not modified
   */
  public Census search(List<double[]> others) {
    if (mostPoints(problem.dimension()) == 0) {
      return new Census(problem, List.of(), Status.VIOLATED);
    }
    PointSet points = new PointSet(function);
    NewtonSearch newton = new NewtonSearch(function, pool);
    proven.ifPresent(all -> all.refined(newton).forEach(points::addProven));
    addDeclared(points, newton);
    boolean complete = sample(points, newton);
    newton.from(others).forEach(points::add);
    return new Census(
        problem,
        points.toCriticalPoints(),
        complete ? Status.ESTIMATED : Status.VIOLATED,
        points.hasContinuum());
  }

  /**
   * Returns a census with further points, under new ids. The result does not depend on their order.
   *
   * @param census the points known so far
   * @param found critical points that were found elsewhere, perhaps several times
   */
  public static Census merged(Census census, Collection<CriticalPoint> found) {
    return merged(census, found, new PointFunction(census.problem()));
  }

  static Census merged(Census census, Collection<CriticalPoint> found, PointFunction function) {
    if (found.isEmpty()) {
      return census;
    }
    PointSet points = new PointSet(function);
    census.points().forEach(points::addDistinct);
    found.stream()
        .sorted(PointSet.byCoordinates(function).thenComparingDouble(CriticalPoint::gradientNorm))
        .forEach(points::add);
    boolean full = points.size() >= mostPoints(census.problem().dimension());
    return new Census(
        census.problem(),
        points.toCriticalPoints(),
        full ? Status.VIOLATED : census.completeness(),
        census.continuum() || points.hasContinuum());
  }

  private boolean isExcluded(double[] x) {
    return proven.isPresent() && proven.get().excludes(x);
  }

  private void addDeclared(PointSet points, NewtonSearch newton) {
    for (KnownPoint known : problem.objective().landscape().criticalPoints()) {
      if (newton.isSpent()) {
        return;
      }
      Optional<RefinedPoint> refined = newton.from(known.x());
      if (refined.isPresent()
          && function.isWithin(refined.get().x(), known.x(), DECLARED_ACCURACY)
          && !isExcluded(refined.get().x())) {
        points.add(refined.get()).declare(known.kind());
      }
    }
  }

  /** Samples in rounds that double the number, and tells whether the end was reached. */
  private boolean sample(PointSet points, NewtonSearch newton) {
    LowDiscrepancy samples = new LowDiscrepancy(problem.domain(), seed);
    int taken = 0;
    int goal = effort.fewestSamples();
    while (true) {
      List<RefinedPoint> round = new ArrayList<>();
      while (taken < goal && !newton.isSpent()) {
        int end = Math.min(taken + newton.together(), goal);
        List<double[]> starts = IntStream.range(taken, end).mapToObj(samples::point).toList();
        newton.from(starts).stream().filter(this::isInside).forEach(round::add);
        taken = end;
      }
      round.sort((p, q) -> Arrays.compare(p.x(), q.x()));
      for (RefinedPoint point : round) {
        points.add(point);
        if (points.size() > effort.mostPoints()) {
          return false;
        }
      }
      boolean settled = points.singletons() <= MISSING * taken;
      if (newton.isSpent()) {
        return false;
      }
      if (settled || taken >= effort.mostSamples()) {
        return settled && !points.hasContinuum();
      }
      goal = Math.min(2 * taken, effort.mostSamples());
    }
  }

  private boolean isInside(RefinedPoint point) {
    Box domain = problem.domain();
    double[] x = point.x();
    double[] low = domain.low();
    double[] high = domain.high();
    for (int k = 0; k < x.length; k++) {
      double edge = EDGE * (high[k] - low[k]);
      if (!(x[k] >= low[k] - edge && x[k] <= high[k] + edge)) {
        return false;
      }
    }
    return !isExcluded(x);
  }
}
