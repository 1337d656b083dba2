package org.separatrix.runner.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.core.comparison.RankTable;
import org.separatrix.runner.compare.ComparedProblem.Place;

/**
 * Ranks of optimizers over problems.
 *
 * <p>Friedman's test and Nemenyi's difference suppose that the problems are independent. Targets on
 * one objective are not: who is first at one is mostly first at the next. So a problem is an
 * objective with a start, on which the optimizers are ranked by the mean of their ranks at its
 * targets.
 */
final class Ranking {
  /** Chance of any false difference. */
  private static final double LEVEL = 0.05;

  private Ranking() {}

  /** Returns the rank of each number: 1 for the least, equal ones sharing their mean rank. */
  static double[] ranks(double[] costs) {
    return RankTable.of(new double[][] {costs}).averages();
  }

  /**
   * Ranks.
   *
   * @param optimizers their names, two or more
   * @param ranks at each target of each place, one rank for each optimizer
   */
  static Comparison.Ranks of(List<String> optimizers, Map<Place, List<double[]>> ranks) {
    List<double[]> means = new ArrayList<>();
    for (List<double[]> targets : ranks.values()) {
      double[] mean = new double[optimizers.size()];
      targets.forEach(each -> Arrays.setAll(mean, i -> mean[i] + each[i] / targets.size()));
      // Sums of halves in another order may differ in the last bit, and must tie all the same.
      means.add(Arrays.stream(mean).map(rank -> Math.rint(rank * 1e9) / 1e9).toArray());
    }
    RankTable table = RankTable.of(means.toArray(double[][]::new));
    Map<String, Double> averages = new LinkedHashMap<>();
    for (int i = 0; i < optimizers.size(); i++) {
      averages.put(optimizers.get(i), table.averages()[i]);
    }
    return new Comparison.Ranks(
        means.size(),
        averages,
        table.pValue(),
        LEVEL,
        means.size() < 2 ? null : table.criticalDifference(LEVEL));
  }
}
