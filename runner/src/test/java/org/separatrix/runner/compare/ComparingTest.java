package org.separatrix.runner.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.separatrix.core.random.RandomStreams;

class ComparingTest {
  private static final ComparedProblem EASY = Samples.problem("f", 1e-2);
  private static final ComparedProblem HARD = Samples.problem("f", 1e-6);
  private static final ComparedProblem OTHER = Samples.problem("g", 1e-2);

  private static Comparison compare(RunningTimes... times) {
    return Comparing.compare(List.of(times), place -> true, 1, List.of());
  }

  /** (10 + 20 + 30 + 40) / 4, and (8 + 8 + 100 + 100) / 2 for the other, which fails twice. */
  @Test
  void costsOfAWorkedExample() {
    Comparison comparison =
        compare(
            Samples.times(EASY, "a", 10, 20, 30, 40), Samples.times(EASY, "b", 8, 8, -100, -100));

    Comparison.Problem problem = comparison.problems().get(0);
    Comparison.Cost a = problem.costs().get(0);
    Comparison.Cost b = problem.costs().get(1);
    assertThat(a.expectedRunningTime()).isEqualTo(25);
    assertThat(a.rank()).isEqualTo(1);
    assertThat(a.reached()).isEqualTo(4);
    assertThat(a.expectedLow()).isBetween(10.0, 25.0);
    assertThat(a.expectedHigh()).isBetween(25.0, 40.0);
    assertThat(b.expectedRunningTime()).isEqualTo(108);
    assertThat(b.rank()).isEqualTo(2);
    assertThat(b.share()).isEqualTo(0.5);
    // Clopper and Pearson: 2 of 4.
    assertThat(b.low()).isCloseTo(0.0676, within(1e-4));
    assertThat(b.high()).isCloseTo(0.9324, within(1e-4));

    // Two starts from which only a succeeds: 2 (1/2)^2; two where both do, a dearer: 2 (1/2)^2.
    Comparison.Pair pair = problem.pairs().get(0);
    assertThat(pair.outcomes())
        .usingRecursiveComparison()
        .withComparatorForType(new DoubleComparator(1e-14), Double.class)
        .isEqualTo(new Comparison.Test("McNemar", 2, 0.5, 0.5, 1));
    assertThat(pair.effort()).isEqualTo(new Comparison.Test("Wilcoxon", 2, 1, 0.5, 1));
  }

  /** On the two starts that both solve, b costs 8; a is 10/8 and 20/8 times as dear. */
  @Test
  void profilesOfAWorkedExample() {
    Comparison comparison =
        compare(
            Samples.times(EASY, "a", 10, 20, 30, 40), Samples.times(EASY, "b", 8, 8, -100, -100));

    Comparison.Profile performance = comparison.performanceProfile();
    assertThat(performance.instances()).isEqualTo(4);
    assertThat(performance.arguments()).startsWith(1).endsWith(2.5);
    assertThat(performance.shares().get("a")).startsWith(0.5).endsWith(1);
    assertThat(performance.shares().get("b")).containsOnly(0.5);
    // In one dimension a unit is two evaluations.
    Comparison.Profile data = comparison.dataProfile();
    assertThat(data.arguments()).startsWith(4).endsWith(20);
    assertThat(data.shares().get("a")).startsWith(0).endsWith(1);
    assertThat(data.shares().get("b")).containsOnly(0.5);
  }

  /**
   * Ranks at the targets of f: a 1, b 2, c 3 and a 1, b 2.5, c 2.5, where the last two fail; of g:
   * b 1, a 2, c 3. So f ranks a 1, b 2, c 3 by the means 1, 2.25, 2.75, and the means are 1.5, 1.5,
   * 3.
   */
  @Test
  void ranksAreThoseOfPlacesNotOfTargets() {
    Comparison comparison =
        compare(
            Samples.times(EASY, "a", 5, 5),
            Samples.times(EASY, "b", 6, 6),
            Samples.times(EASY, "c", 7, 7),
            Samples.times(HARD, "a", 50, 50),
            Samples.times(HARD, "b", -9, -9),
            Samples.times(HARD, "c", -90, -90),
            Samples.times(OTHER, "a", 8, 8),
            Samples.times(OTHER, "b", 7, 7),
            Samples.times(OTHER, "c", -7, 900));

    Comparison.Ranks ranks = requireNonNull(comparison.ranks());
    assertThat(ranks.problems()).isEqualTo(2);
    assertThat(ranks.averages())
        .containsExactly(Map.entry("a", 1.5), Map.entry("b", 1.5), Map.entry("c", 3.0));
    assertThat(comparison.problems().get(1).costs())
        .extracting(Comparison.Cost::rank)
        .containsExactly(1.0, 2.5, 2.5);
    // q(3, 0.05) / sqrt 2 = 2.343 of Demsar's table, times sqrt(3 4 / (6 2)) = 1.
    assertThat(ranks.criticalDifference()).isCloseTo(2.343, within(2e-3));
  }

  /** The distribution is that of the costs where no run fails, and 0 where all do. */
  @Test
  void runningTimesWithoutFailuresAreTheCosts() {
    Comparison.Distribution distribution =
        compare(
                Samples.times(EASY, "a", 1, 1, 10, 10),
                Samples.times(EASY, "never", -10, -10, -10, -10))
            .distributions()
            .get(0);

    assertThat(distribution.budgets()).startsWith(1).endsWith(100);
    Comparison.Curve a = requireNonNull(distribution.curves().get("a"));
    assertThat(a.share()[0]).isCloseTo(0.5, within(0.08));
    assertThat(a.share()[100]).isEqualTo(1);
    assertThat(a.low()[0]).isLessThan(0.3);
    assertThat(a.high()[0]).isGreaterThan(0.7);
    assertThat(requireNonNull(distribution.curves().get("never")).share()).containsOnly(0);
  }

  @Test
  void whatIsMissingIsLeftOutAndSaid() {
    Comparison comparison =
        compare(
            Samples.times(EASY, "a", 5, 5),
            Samples.times(EASY, "b", 6, 6),
            Samples.times(HARD, "a", 50, 50));

    assertThat(comparison.problems()).hasSize(1);
    assertThat(comparison.remarks())
        .containsExactly(
            "f from box at |grad f| <= 1e-6 is left out, not every optimizer was run on it");
  }

  @Test
  void ofManyOptimizersPairsAreNotTested() {
    RunningTimes[] many =
        IntStream.range(0, 13)
            .mapToObj(i -> Samples.times(EASY, "m" + i, 5 + i, 5 + i))
            .toArray(RunningTimes[]::new);

    assertThat(compare(many).problems().get(0).pairs()).isEmpty();
    assertThat(compare(many).remarks())
        .containsExactly("pairs are not tested, there are 13 optimizers and more than 12");
  }

  @Test
  void equalRunningTimesHaveEqualIntervalsAndNoDifference() {
    RandomGenerator random = RandomStreams.stream(3);
    RunningTimes once = Samples.random(EASY, "once", random, 80);
    Comparison.Problem problem = compare(once, once.named(EASY, "again")).problems().get(0);

    assertThat(problem.costs().get(1))
        .usingRecursiveComparison()
        .ignoringFields("optimizer")
        .isEqualTo(problem.costs().get(0));
    assertThat(problem.costs().get(0).rank()).isEqualTo(1.5);
    assertThat(problem.pairs().get(0).outcomes().pValue()).isEqualTo(1);
    assertThat(problem.pairs().get(0).effort().pValue()).isEqualTo(1);
  }

  /**
   * Three optimizers of one distribution on two problems, 12 tests: of 300 comparisons a share of
   * at most 5% may find any difference, with four standard errors 10%; paired or not. A difference
   * that there is, is found.
   */
  @Test
  void falseDifferencesAreAsRareAsStated() {
    RandomGenerator random = RandomStreams.stream(2016);
    for (boolean paired : new boolean[] {true, false}) {
      int alarms = 0;
      for (int i = 0; i < 300; i++) {
        List<Comparison.Pair> pairs = new ArrayList<>();
        for (ComparedProblem problem : List.of(EASY, OTHER)) {
          RunningTimes a = Samples.random(problem, "a", random, 40);
          RunningTimes b = Samples.random(problem, "b", random, 40);
          RunningTimes c = Samples.random(problem, "c", random, 40);
          pairs.add(PairTests.test(a, b, paired));
          pairs.add(PairTests.test(a, c, paired));
          pairs.add(PairTests.test(b, c, paired));
        }
        alarms += PairTests.adjusted(pairs).stream().anyMatch(ComparingTest::differs) ? 1 : 0;
      }
      assertThat(alarms).isLessThan(30);
    }
    RunningTimes slow = Samples.random(EASY, "slow", random, 200);
    long[] halves = slow.gradients().clone();
    for (int run = 0; run < halves.length; run++) {
      halves[run] = Math.max(1, slow.reached()[run] ? halves[run] / 2 : -halves[run]);
    }
    assertThat(
            PairTests.adjusted(
                List.of(PairTests.test(slow, Samples.times(EASY, "fast", halves), false))))
        .allMatch(ComparingTest::differs);
  }

  private static boolean differs(Comparison.Pair pair) {
    return pair.outcomes().adjusted() <= 0.05 || pair.effort().adjusted() <= 0.05;
  }
}
