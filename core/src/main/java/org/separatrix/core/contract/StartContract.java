package org.separatrix.core.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.linalg.SymmetricEigen;
import org.separatrix.core.random.RandomStreams;

/**
 * Checks that a distribution of starting points keeps the promises of {@link StartDistribution}:
 * every coordinate is written and finite, a run's point depends on its own random numbers and
 * number alone, and a distribution that says it has a density neither repeats a point nor stays in
 * a hyperplane.
 */
public final class StartContract {
  private static final int RUNS_PER_COORDINATE = 20;
  private static final double FLATNESS = 1e-14;

  private StartContract() {}

  /**
   * Returns what a distribution violates, nothing if all is well.
   *
   * @param start the distribution
   * @param dimension number of coordinates d
   * @param seed determines the random numbers
   * @return one line for each violation
   */
  public static List<String> violations(StartDistribution start, int dimension, long seed) {
    List<String> violations = new ArrayList<>();
    long runs = start.count().orElse((long) RUNS_PER_COORDINATE * (dimension + 1));
    runs = Math.min(runs, (long) RUNS_PER_COORDINATE * (dimension + 1));
    long key = RandomStreams.key(seed, "contract");
    List<double[]> points = new ArrayList<>();
    for (long run = 0; run < runs; run++) {
      points.add(draw(start, dimension, key, run));
    }
    for (long run = runs - 1; run >= 0; run--) {
      double[] point = points.get((int) run);
      if (!Arrays.stream(point).allMatch(Double::isFinite)) {
        violations.add("point: run %d starts at %s".formatted(run, Points.text(point)));
        break;
      }
      if (!Arrays.equals(point, draw(start, dimension, key, run))) {
        violations.add("state: run %d starts elsewhere when drawn again".formatted(run));
        break;
      }
    }
    if (violations.isEmpty() && start.isAbsolutelyContinuous()) {
      checkDensity(points, violations);
    }
    return List.copyOf(violations);
  }

  private static double[] draw(StartDistribution start, int dimension, long key, long run) {
    double[] x = new double[dimension];
    Arrays.fill(x, Double.NaN);
    start.draw(RandomStreams.start(key, run), run, x);
    return x;
  }

  private static void checkDensity(List<double[]> points, List<String> violations) {
    Set<List<Double>> distinct = new HashSet<>();
    for (double[] point : points) {
      distinct.add(Arrays.stream(point).boxed().toList());
    }
    if (distinct.size() < points.size()) {
      violations.add("density: a point is drawn twice, but isAbsolutelyContinuous() is true");
      return;
    }
    double[] spread = SymmetricEigen.of(covariance(points)).values();
    if (spread[0] <= FLATNESS * spread[spread.length - 1]) {
      violations.add(
          "density: the points lie in a hyperplane, but isAbsolutelyContinuous() is true");
    }
  }

  private static double[][] covariance(List<double[]> points) {
    int d = points.get(0).length;
    double[] mean = new double[d];
    for (double[] point : points) {
      for (int k = 0; k < d; k++) {
        mean[k] += point[k] / points.size();
      }
    }
    double[][] covariance = new double[d][d];
    for (double[] point : points) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]);
        }
      }
    }
    return covariance;
  }
}
