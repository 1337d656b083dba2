package org.separatrix.runner.compare;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.separatrix.core.comparison.DataProfile;
import org.separatrix.core.comparison.PerformanceProfile;

/**
 * Profiles of optimizers over instances: a run towards a target, from the same start under every
 * optimizer where they are paired.
 */
final class Profiles {
  private static final int ARGUMENTS = 101;

  private final List<String> optimizers;
  private final double[][] costs;
  private final int[] dimensions;

  /**
   * Collects the instances.
   *
   * @param optimizers their names
   * @param problems the running times of each optimizer, in their order, for each problem
   */
  Profiles(List<String> optimizers, List<List<RunningTimes>> problems) {
    this.optimizers = optimizers;
    int instances = problems.stream().mapToInt(Profiles::runs).sum();
    costs = new double[instances][optimizers.size()];
    dimensions = new int[instances];
    int next = 0;
    for (List<RunningTimes> problem : problems) {
      for (int run = 0; run < runs(problem); run++) {
        for (int i = 0; i < problem.size(); i++) {
          costs[next][i] = problem.get(i).cost(run);
        }
        dimensions[next++] = problem.get(0).problem().dimension();
      }
    }
  }

  private static int runs(List<RunningTimes> problem) {
    return problem.stream().mapToInt(RunningTimes::runs).min().orElse(0);
  }

  Comparison.Profile performance() {
    PerformanceProfile profile = PerformanceProfile.of(costs);
    double most = Math.max(2, profile.largestRatio());
    return profile(logarithmic(1, most), profile::share);
  }

  Comparison.Profile data() {
    DataProfile profile = new DataProfile(costs, dimensions);
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int p = 0; p < costs.length; p++) {
      for (double cost : costs[p]) {
        if (Double.isFinite(cost)) {
          least = Math.min(least, cost / (dimensions[p] + 1));
          most = Math.max(most, cost / (dimensions[p] + 1));
        }
      }
    }
    return most == 0
        ? profile(new double[] {1, 10}, profile::share)
        : profile(logarithmic(least, Math.max(most, 2 * least)), profile::share);
  }

  private Comparison.Profile profile(
      double[] arguments, ToDoubleBiFunction<Integer, Double> share) {
    Map<String, double[]> shares = new LinkedHashMap<>();
    for (int i = 0; i < optimizers.size(); i++) {
      int optimizer = i;
      shares.put(
          optimizers.get(i),
          Arrays.stream(arguments).map(at -> share.applyAsDouble(optimizer, at)).toArray());
    }
    return new Comparison.Profile(costs.length, arguments, shares);
  }

  /** Numbers at equal ratios; the last is not rounded below the end. */
  static double[] logarithmic(double from, double to) {
    double[] numbers = new double[ARGUMENTS];
    Arrays.setAll(numbers, i -> from * Math.pow(to / from, i / (ARGUMENTS - 1.0)));
    numbers[ARGUMENTS - 1] = to;
    return numbers;
  }
}
