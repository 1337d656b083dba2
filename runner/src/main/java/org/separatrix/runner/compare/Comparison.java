package org.separatrix.runner.compare;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How optimizers compare: the section {@code comparison} of the summary. All costs are gradient
 * evaluations; what is infinite is null in JSON.
 *
 * @param optimizers their names
 * @param confidence of every interval
 * @param level chance of any false difference among all pairs
 * @param problems what each optimizer needs, for each objective, start and target
 * @param distributions the running times on each objective from each start, all targets pooled
 * @param performanceProfile share of instances solved within a factor of the cheapest optimizer; an
 *     instance is an objective with a start, a target and a run
 * @param dataProfile share of instances solved within a number of d + 1 evaluations
 * @param ranks mean ranks of the optimizers over objectives and starts; absent for one optimizer
 * @param remarks what was left out, and what the numbers rest on
 */
public record Comparison(
    List<String> optimizers,
    double confidence,
    double level,
    List<Problem> problems,
    List<Distribution> distributions,
    Profile performanceProfile,
    Profile dataProfile,
    @Nullable Ranks ranks,
    List<String> remarks) {

  /**
   * An objective, a start and a target.
   *
   * @param objective name of the objective
   * @param start name of the start
   * @param target "gradient-norm", "value" or "distance"
   * @param condition the target as a condition
   * @param tolerance how near runs must come
   * @param level where that is: f* plus the height for a value, else the tolerance
   * @param status how the minima are known that the target refers to
   * @param paired whether run r starts at the same point under every optimizer
   * @param costs what each optimizer needs
   * @param pairs tests of any two optimizers
   */
  public record Problem(
      String objective,
      String start,
      String target,
      String condition,
      double tolerance,
      double level,
      @Nullable String status,
      boolean paired,
      List<Cost> costs,
      List<Pair> pairs) {}

  /**
   * What an optimizer needs to reach a target.
   *
   * @param optimizer its name
   * @param runs number of runs
   * @param reached number of runs that reached it
   * @param share of all runs
   * @param low lower end of the Clopper-Pearson interval of the share
   * @param high its upper end
   * @param expectedRunningTime gradient evaluations of all runs over the number that reached it
   * @param expectedLow lower end of its bootstrap interval
   * @param expectedHigh its upper end
   * @param values mean of the value evaluations of a run
   * @param rank by the expected running time, 1 for the least; failures last, equal ones share
   */
  public record Cost(
      String optimizer,
      int runs,
      int reached,
      double share,
      double low,
      double high,
      double expectedRunningTime,
      double expectedLow,
      double expectedHigh,
      double values,
      double rank) {}

  /**
   * Tests of two optimizers on one problem.
   *
   * @param first name of one
   * @param second name of the other
   * @param outcomes whether they reach the target equally often; the effect is the difference of
   *     the shares, first minus second
   * @param effort whether they need equally much where both reach it; the effect is the
   *     rank-biserial correlation, negative where the first needs less
   */
  public record Pair(String first, String second, Test outcomes, Test effort) {}

  /**
   * A two-sided test.
   *
   * @param name "McNemar", "Fisher", "Wilcoxon" or "Mann-Whitney"
   * @param observations how many starts or runs decide
   * @param effect size of the effect
   * @param pValue of this test alone
   * @param adjusted for all tests of the comparison, by Holm
   */
  public record Test(
      String name, long observations, double effect, double pValue, double adjusted) {}

  /**
   * The distributions of running times with simulated restarts.
   *
   * @param objective name of the objective
   * @param start name of the start
   * @param budgets numbers of gradient evaluations
   * @param curves for each optimizer, the share of targets reached within each budget
   */
  public record Distribution(
      String objective, String start, double[] budgets, Map<String, Curve> curves) {}

  /**
   * Shares with a pointwise bootstrap interval.
   *
   * @param share for each budget
   * @param low lower ends
   * @param high upper ends
   */
  public record Curve(double[] share, double[] low, double[] high) {}

  /**
   * A profile.
   *
   * @param instances number of instances
   * @param arguments factors, or numbers of d + 1 evaluations
   * @param shares of instances solved, by the optimizer
   */
  public record Profile(int instances, double[] arguments, Map<String, double[]> shares) {}

  /**
   * Ranks over objectives and starts.
   *
   * @param problems number of pairs of objective and start
   * @param averages mean rank by the optimizer, 1 for the best; failures rank last
   * @param pValue of the hypothesis that all are alike, by Friedman, Iman and Davenport
   * @param level of the critical difference: chance of any false difference
   * @param criticalDifference by how much mean ranks must differ, by Nemenyi; absent for fewer than
   *     two problems
   */
  public record Ranks(
      int problems,
      Map<String, Double> averages,
      double pValue,
      double level,
      @Nullable Double criticalDifference) {}
}
